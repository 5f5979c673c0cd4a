import { CheckCircleFilled, CloseCircleFilled, SafetyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { demonstration } from '../../api/demonstration';
import { problemOf } from '../../api/problem';
import { count } from '../../shared/format';

/** Replays the whole log on the server and says what came out, also when it is bad. */
export function LogCheck() {
  const check = useQuery({
    queryKey: ['demonstration', 'check'],
    queryFn: demonstration.check,
    staleTime: 0,
  });
  const { data } = check;
  return (
    <output className="log-check">
      <strong>核验日志：</strong>
      {check.isFetching ? (
        <span>
          <Spin size="small" /> 正在重放全部记录…
        </span>
      ) : check.isError ? (
        <span>未能核验（{problemOf(check.error).detail}）</span>
      ) : data?.ok ? (
        <span className="passed">
          <CheckCircleFilled aria-hidden /> 通过
          <small>
            {count(data.streams)} 个案卷、{count(data.events)} 条记录全部重放，{count(data.rows)}{' '}
            行读模型一致，散列树重算相符
          </small>
        </span>
      ) : (
        <span className="not-passed">
          <CloseCircleFilled aria-hidden /> 未通过
          <ul>
            {data?.findings.slice(0, 5).map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </span>
      )}
      <Button icon={<SafetyOutlined aria-hidden />} disabled={check.isFetching} onClick={() => void check.refetch()}>
        核验日志
      </Button>
    </output>
  );
}
