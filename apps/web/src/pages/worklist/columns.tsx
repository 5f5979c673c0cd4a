import { Tag } from 'antd';
import { Link } from 'react-router';
import type { Role } from '@srd/domain/account';
import { followUpPath, ladderLabels, partLabels, nextSteps, type Line } from '../../shared/follow-up';
import { longDay, shortDay } from '../../shared/format';
import { sectionName, type Organ } from '../../shared/organs';
import type { ListColumn } from '../../shared/table/columns';
import { progressOf } from './progress';

interface Known {
  readonly today: string;
  /** How far a due day is. */
  readonly until: (due: NonNullable<Line['due']>) => string;
  readonly organs: ReadonlyMap<string, Organ>;
  readonly held: readonly Role[];
  /** A command's Chinese name. */
  readonly name: (command: string) => string;
}

const dueWords: Readonly<Record<string, string>> = { correction: '整改', revisit: '回访', service: '送达' };
const ladderOf = ({ ladder }: Line): string => ladderLabels[ladder as keyof typeof ladderLabels];

/** The ledger's columns: whose it is, what, why, until when, how far, and what comes next. */
export function columnsOf({ today, until, organs, held, name }: Known): readonly ListColumn<Line>[] {
  const steps = (line: Line) => nextSteps(line, held);
  return [
    {
      key: 'name',
      title: '机构',
      fixed: true,
      show: (line) => (
        <>
          <Link to={followUpPath(line.case, { measure: line.disposition })}>{line.name ?? line.number}</Link>
          <small>{line.number}</small>
        </>
      ),
      text: (line) => line.name,
    },
    { key: 'number', title: '案号', optional: true, show: (line) => line.number, text: (line) => line.number },
    {
      key: 'text',
      title: '问题',
      show: (line) => (
        <>
          <span className="ledger-text">{line.text}</span>
          <small>
            {line.resultClassLabel}，{ladderOf(line)}，依据 {line.basis}
          </small>
        </>
      ),
      text: (line) => line.text,
    },
    { key: 'basis', title: '依据', optional: true, show: (line) => line.basis, text: (line) => line.basis },
    { key: 'ladder', title: '类别', optional: true, show: ladderOf, text: ladderOf },
    {
      key: 'state',
      title: '进度',
      show: (line) => <Progress line={line} />,
      text: (line) => line.stateLabel,
    },
    {
      key: 'due',
      title: '期限',
      show: (line) =>
        line.due ? (
          <>
            <time dateTime={line.due.on} title={longDay(line.due.on)}>
              {shortDay(line.due.on, today)}
            </time>{' '}
            {dueWords[line.due.kind]}
            <small>依据 {line.due.basis}</small>
            <Arranged line={line} today={today} />
          </>
        ) : (
          '—'
        ),
      text: (line) => line.due?.on ?? null,
    },
    {
      key: 'arranged',
      title: '回访安排',
      optional: true,
      show: (line) => (line.arranged ? <Arranged line={line} today={today} /> : '—'),
      text: (line) => line.arranged?.on ?? null,
    },
    {
      key: 'left',
      title: '剩余时间',
      show: (line) => (
        <span className={line.overdue ? 'ledger-late' : ''}>{line.due ? until(line.due) : '没有期限'}</span>
      ),
      text: ({ due }) => due && until(due),
    },
    {
      key: 'urged',
      title: '催办',
      optional: true,
      show: (line) => (line.urged === 0 ? '—' : `${line.urged} 次`),
      text: (line) => line.urged,
    },
    {
      key: 'section',
      title: '科室',
      optional: true,
      show: (line) => sectionName(organs, line.organ, line.section),
      text: (line) => sectionName(organs, line.organ, line.section),
    },
    {
      key: 'next',
      title: '下一步',
      show: (line) => (
        <ul className="ledger-next">
          {steps(line).map(({ command, by }) => (
            <li key={command}>
              {by === undefined ? (
                <Link to={followUpPath(line.case, { measure: line.disposition, do: command })}>
                  {name(command)}
                  <span className="hidden">：{line.name}</span>
                </Link>
              ) : (
                <>
                  {name(command)}
                  <small>由{by}办理</small>
                </>
              )}
            </li>
          ))}
        </ul>
      ),
      text: (line) =>
        steps(line)
          .map(({ command }) => name(command))
          .join('、'),
    },
  ];
}

/** The appointment for the revisit; one whose day has passed unrecorded stands out. */
function Arranged({ line: { arranged }, today }: { line: Line; today: string }) {
  if (!arranged) return null;
  const { on, part } = arranged;
  return (
    <small className={on < today ? 'ledger-late' : 'ledger-arranged'}>
      已安排 {shortDay(on, today)}
      {part !== 'whole-day' && partLabels[part]}
      {on < today && '，未记录'}
    </small>
  );
}

/** How far along its ladder a measure is: the steps as a bar, and in words. */
function Progress({ line }: { line: Line }) {
  const progress = progressOf(line);
  return (
    <>
      <Tag color={line.overdue ? 'red' : 'blue'}>{line.stateLabel}</Tag>
      {line.round > 1 && <small>第 {line.round} 轮</small>}
      {progress && (
        <>
          <span className="ledger-steps" aria-hidden title={progress.steps.join(' → ')}>
            {progress.steps.map((step, at) => (
              <span key={step} className={at < progress.at ? 'done' : at === progress.at ? 'now' : ''} />
            ))}
          </span>
          <span className="hidden">
            共 {progress.steps.length} 步，现为第 {progress.at + 1} 步：{progress.steps[progress.at]}
          </span>
        </>
      )}
      {line.urged > 0 && <small>已催办 {line.urged} 次</small>}
    </>
  );
}
