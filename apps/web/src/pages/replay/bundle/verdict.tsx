import { Alert } from 'antd';
import { verdictWords, type Judged } from '@srd/verifier';
import { count } from '../../../shared/format';

const kinds = { yes: 'success', wrong: 'error', 'cannot-judge': 'warning' } as const;

/** What the verifier says: whether the bundle holds, what was checked, and by name the first thing that is wrong. */
export function VerdictShown({ judged: { kind, verdict }, title }: { judged: Judged; title: string }) {
  return (
    <Alert
      className="verdict"
      type={kinds[verdict.verdict]}
      showIcon
      title={`${title}：${verdictWords[verdict.verdict]}`}
      description={
        <>
          <p>{verdict.finding}</p>
          {kind === 'bundle' && <Counted verdict={verdict} />}
          {verdict.notes.length > 0 && (
            <details>
              <summary>注意事项 {verdict.notes.length} 条</summary>
              <ul>
                {verdict.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </details>
          )}
          <p className="quiet">结论代码 {verdict.code}</p>
        </>
      }
    />
  );
}

function Counted({ verdict }: { verdict: Extract<Judged, { kind: 'bundle' }>['verdict'] }) {
  const { counts, checkpoint, draws } = verdict;
  const { entries, withheld, cases, attachments } = counts;
  return (
    <>
      <p>
        {count(entries)} 条记录{withheld > 0 && `（其中未披露 ${count(withheld)} 条）`}、{count(cases)}{' '}
        件案件按程序逐条重放、
        {count(counts.draws)} 次抽取重算、{count(attachments)} 个附件
      </p>
      {draws.map(({ draw, verdict: said }) => (
        <p key={draw}>
          抽取 {draw}：{verdictWords[said.verdict]}，{said.finding}
        </p>
      ))}
      {checkpoint && (
        <p className="quiet">
          检查点 {checkpoint.origin}，{count(checkpoint.size)} 条，根散列 <code>{checkpoint.root}</code>
        </p>
      )}
    </>
  );
}
