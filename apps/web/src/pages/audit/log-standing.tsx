import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { count } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { Loaded } from '../../shared/states';
import { checkpointIn } from './checkpoint';

/** The size that this auditor last noted as seen, on this device. */
const placeOf = (account: string): string => `srd.audit.seen.${account}`;

const loadNote = (): Promise<string> =>
  dataOf(api.GET('/api/v1/public/log/checkpoint', { parseAs: 'text' })) as Promise<string>;

/** How long the log is, what was signed last and by whom, and what came since the last look. */
export function LogStanding({ account }: { account: string }) {
  const note = useQuery({ queryKey: ['checkpoint'], queryFn: loadNote, refetchInterval: 30_000 });
  const keys = useQuery({ queryKey: ['log-keys'], queryFn: () => dataOf(api.GET('/api/v1/public/log/keys')) });
  const [seen, setSeen] = useState(() => Number(localStorage.getItem(placeOf(account)) ?? Number.NaN));
  function remember(size: number): void {
    localStorage.setItem(placeOf(account), String(size));
    setSeen(size);
  }
  return (
    <section aria-labelledby="log-standing">
      <h2 id="log-standing">日志</h2>
      <Loaded query={note} what="检查点">
        {(text) => {
          const { origin, size, root, signers } = checkpointIn(text);
          const witnesses = signers.slice(1);
          return (
            <>
              <p className="audit-size">
                <strong>{count(size)}</strong> 条记录已签署
              </p>
              <output className="audit-new">
                {Number.isNaN(seen)
                  ? '本机尚未记下核验过的条数'
                  : size < seen
                    ? `日志比上次核验时短：上次 ${count(seen)} 条。这不应发生，请立即核查`
                    : `自上次核验以来新增 ${count(size - seen)} 条`}{' '}
                <Button size="small" disabled={seen === size} onClick={() => remember(size)}>
                  记为已核验
                </Button>
              </output>
              <dl>
                <dt>日志名称</dt>
                <dd>{origin}</dd>
                <dt>根散列</dt>
                <dd>
                  <code>{root}</code>
                </dd>
                <dt>联署的见证人</dt>
                <dd>{witnesses.length === 0 ? '本检查点尚无见证人联署' : witnesses.join('、')}</dd>
                <dt>已登记的见证人</dt>
                <dd>{keys.data ? keys.data.witnesses.map((key) => key.split('+')[0]).join('、') || '无' : '…'}</dd>
              </dl>
              <h3>检查点原文</h3>
              <Note text={text} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** The checkpoint as it was signed, to be kept and compared with later ones. */
function Note({ text }: { text: string }) {
  const message = useMessages();
  const note = useRef<HTMLPreElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      message.success('已复制，可与先前保存的对照');
    } catch {
      // Over plain http a browser gives no access to the clipboard.
      if (note.current) getSelection()?.selectAllChildren(note.current);
      message.info('已选中原文，请按 Ctrl+C 复制');
    }
  }
  return (
    <>
      <pre className="audit-note" ref={note}>
        {text}
      </pre>
      <Button size="small" onClick={() => void copy()}>
        复制检查点
      </Button>
    </>
  );
}
