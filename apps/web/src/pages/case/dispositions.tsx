import { Tag } from 'antd';
import { caseEventLabels, lives, type Disposition } from '@srd/domain/case';
import type { CaseDetail } from '../../shared/case-command';
import { longDay } from '../../shared/format';
import { Nothing } from '../../shared/states';

const outcomes = { passed: '回访通过', failed: '回访未通过' } as const;

/** Each measure on its own: the rungs it took, where it stands, where it may go, and its numbered rounds. */
export function Dispositions({ detail }: { detail: CaseDetail }) {
  const { dispositions, findings } = detail;
  if (dispositions.length === 0) return <Nothing>没有处置措施</Nothing>;
  return (
    <>
      {dispositions.map((one) => {
        const number = findings.findIndex(({ finding }) => finding === one.finding) + 1;
        return (
          <article key={one.disposition} className="disposition">
            <h3>
              针对第 {number} 条结果{' '}
              <Tag color={lives[one.state]?.settled ? 'green' : 'gold'}>{labelOf(one.state)}</Tag>
              <span className="quiet">{lives[one.state]?.basis}</span>
            </h3>
            <Rungs one={one} />
            <Rounds one={one} />
            {one.penalty && (
              <p>
                {longDay(one.penalty.decidedOn)} {one.penalty.documentNumber}：{one.penalty.penalties.join('；')}
                {one.penalty.annulledOn !== null && `（${longDay(one.penalty.annulledOn)} 撤销）`}
              </p>
            )}
          </article>
        );
      })}
    </>
  );
}

const labelOf = (state: string): string => lives[state]?.label ?? state;

type Rung = { readonly type: Disposition['steps'][number]; readonly state: string };

function rungsOf({ steps }: Disposition): readonly Rung[] {
  return steps.reduce<readonly Rung[]>((rungs, type) => {
    const before = rungs.at(-1)?.state ?? 'undecided';
    return [...rungs, { type, state: lives[before]?.next[type] ?? before }];
  }, []);
}

/** The ladder: steps taken with the state each led to, read off the disposition's own machine, and the steps that may follow. */
function Rungs({ one }: { one: Disposition }) {
  const rungs = rungsOf(one);
  const next = Object.entries(lives[one.state]?.next ?? {}) as [keyof typeof caseEventLabels, string][];
  return (
    <ol className="rungs" aria-label="处置阶梯">
      {rungs.map(({ type, state: led }, at) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- steps repeat and never move
          key={at}
          className={at === rungs.length - 1 ? 'rung rung-now' : 'rung'}
          {...(at === rungs.length - 1 ? { 'aria-current': 'step' as const } : {})}
        >
          <strong>{caseEventLabels[type]}</strong>
          <span>{labelOf(led)}</span>
        </li>
      ))}
      {next.length > 0 && (
        <li className="rung rung-next">
          <strong>此后可以</strong>
          <span>{next.map(([type]) => caseEventLabels[type]).join('、')}</span>
        </li>
      )}
    </ol>
  );
}

function Rounds({ one }: { one: Disposition }) {
  return (
    <ol className="rounds">
      {one.rounds.map(({ round, asked, dueOn, report, followUp, outcome, served }) => (
        <li key={round}>
          <strong>第 {round} 轮</strong>　{asked}
          <div className="quiet">
            {dueOn !== null && `期限 ${longDay(dueOn)}`}
            {served && `；${longDay(served.on)} 送达`}
          </div>
          {report && (
            <div>
              {longDay(report.on)} 整改报告：{report.text}
            </div>
          )}
          {followUp && (
            <div>
              {longDay(followUp.on)} {outcome && outcomes[outcome]}：{followUp.text}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
