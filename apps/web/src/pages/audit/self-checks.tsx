import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { count, moment } from '../../shared/format';
import { Loaded, Nothing } from '../../shared/states';

/** The last time that the house replayed everything it has, and what came out. */
export function SelfChecks() {
  const checks = useQuery({
    queryKey: ['self-checks'],
    queryFn: () => dataOf(api.GET('/api/v1/log/self-checks')),
  });
  return (
    <section aria-labelledby="self-checks">
      <h2 id="self-checks">最近一次自查</h2>
      <Loaded query={checks} what="自查结果">
        {({ items: [last] }) =>
          last === undefined ? (
            <Nothing>还没有自查记录；系统每日自查一次</Nothing>
          ) : (
            <>
              <p className={last.ok ? 'audit-ok' : 'audit-bad'}>
                {last.ok ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}{' '}
                <strong>{last.ok ? '通过' : `发现 ${count(last.findings.length + last.more)} 处不符`}</strong>
                <span> · {moment(last.at)}</span>
              </p>
              <p>
                重放 {count(last.streams)} 个案卷、{count(last.events)} 条记录，逐行对照 {count(last.rows)}{' '}
                行，重算散列树 {count(last.size)} 条
                {last.attachments === undefined ? '' : `，重算附件 ${count(last.attachments)} 个`}。
              </p>
              {last.findings.length > 0 && (
                <ul>
                  {last.findings.map(({ where, what }) => (
                    <li key={`${where} ${what}`}>
                      <code>{where}</code>：{what}
                    </li>
                  ))}
                </ul>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
