import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { deadlineLabels, type Deadline } from '@srd/domain/case';
import { useToday } from '../../app/session';
import type { CaseDetail } from '../../shared/case-command';
import { longDay } from '../../shared/format';
import { Person } from '../../shared/person';
import { Nothing } from '../../shared/states';
import { useUntilDue } from '../../shared/use-until-due';

/** A part of the page with its heading. */
export function Part({ id, title, children, extra }: PartProps) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <div className="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}
interface PartProps {
  id: string;
  title: ReactNode;
  children: ReactNode;
  extra?: ReactNode;
}

const units = { calendar: '自然日', working: '工作日' } as const;
const otherUnit = { calendar: '工作日', working: '自然日' } as const;
const named: Readonly<Record<string, string>> = {
  'plan window': '抽查计划所定的时间',
  'correction order': '责令改正通知书所定的日期',
  '90 days': '立案之日起 90 日（自然日）',
  '7 days': '处罚决定之日起 7 日（自然日）',
  'urgent-approval': '紧急检查补办审批的时限',
  'self-inspection': '通知所定的自查日期',
  receiptDays: '发布后等待回执的天数',
};

interface Ruled {
  readonly says: string;
  /** The unit that the other day is counted in; undefined where there is none. */
  readonly other: string | undefined;
}

/** The rule that set a day, in words, with the number and unit that the case has pinned. */
function ruleOf({ rule }: Deadline, { opened, dues }: CaseDetail): Ruled {
  const pinned = (opened.terms as unknown as Readonly<Record<string, { value?: unknown } | undefined>>)[rule]?.value;
  const own = dues && Object.values(dues).find((due) => due.rule === rule)?.term;
  const term = own ?? (pinned as { days?: number; unit?: keyof typeof units } | undefined);
  if (term?.days === undefined || term.unit === undefined) return { says: named[rule] ?? rule, other: undefined };
  return { says: `${term.days} 日（${units[term.unit]}）`, other: otherUnit[term.unit] };
}

export function Deadlines({ detail }: { detail: CaseDetail }) {
  const today = useToday();
  const untilDue = useUntilDue();
  if (detail.deadlines.length === 0) return <Nothing>没有正在计算的期限</Nothing>;
  return (
    <ul className="rows">
      {detail.deadlines.map((deadline) => {
        const { id, kind, on, otherUnitOn, basis } = deadline;
        const { says, other } = ruleOf(deadline, detail);
        const late = on < today;
        return (
          <li key={id} className={late ? 'late' : ''}>
            <div className="row-main">
              <strong>{deadlineLabels[kind]}</strong>
              <span>{longDay(on)}</span>
              <Tag color={late ? 'red' : on === today ? 'orange' : 'blue'}>{untilDue(deadline)}</Tag>
            </div>
            <div className="quiet">
              规则：{says}，{basis}
              {otherUnitOn !== null && other !== undefined && `；按${other}计为 ${longDay(otherUnitOn)}`}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const recusalWords = { requested: '回避待决定', granted: '已决定回避', declined: '回避未获准' } as const;

export function Team({ detail }: { detail: CaseDetail }) {
  const today = useToday();
  const { team, teamOn, recusals, opened } = detail;
  if (team.length === 0) return <Nothing>尚未组成检查组，抽取执法检查人员之后列在这里</Nothing>;
  return (
    <>
      <ul className="rows">
        {team.map(({ inspector, organ, certificateValidUntil, loan }) => {
          const lapsed = certificateValidUntil < today;
          const said = recusals.findLast((one) => one.inspector === inspector);
          return (
            <li key={inspector}>
              <div className="row-main">
                <strong>
                  <Person id={inspector} />
                </strong>
                {organ !== opened.organ && <Tag>联合部门</Tag>}
                {loan && <Tag>借调至 {longDay(loan.until)}</Tag>}
                {said && <Tag color="orange">{recusalWords[said.status]}</Tag>}
              </div>
              <div className={lapsed ? 'warn' : 'quiet'}>
                执法证有效期至 {longDay(certificateValidUntil)}
                {lapsed && '（今日已过有效期）'}
              </div>
            </li>
          );
        })}
      </ul>
      {teamOn !== null && (
        <p className="quiet">
          {longDay(teamOn)} 组成，规则要求至少 {opened.terms.teamSize.value} 人
        </p>
      )}
    </>
  );
}

const signatureWords = { signed: '被检查单位已签字', refused: '拒绝签字', 'nobody-there': '无人在场签字' } as const;

export function Visits({ detail }: { detail: CaseDetail }) {
  const { visits, window, noticeOn, unannounced } = detail;
  return (
    <>
      <p className="quiet">
        抽查时间 {longDay(window.from)}至{longDay(window.to)}
        {noticeOn !== null ? `；${longDay(noticeOn)} 送达检查通知` : unannounced ? '；经批准不预先通知' : ''}
      </p>
      {visits.length > 0 && (
        <ul className="rows">
          {visits.map(({ visit, openedOn, endedOn, present, visitCode, signature }) => (
            <li key={visit}>
              <div className="row-main">
                <strong>{longDay(openedOn)}</strong>
                <span>{endedOn === null ? '检查进行中' : `${longDay(endedOn)} 结束`}</span>
                {visitCode !== null && (
                  <Tooltip title="可在公开页面核对">
                    <Tag>检查码 {visitCode}</Tag>
                  </Tooltip>
                )}
                {signature && (
                  <span>
                    {signatureWords[signature.kind]}
                    {signature.kind !== 'signed' && `：${signature.reason}`}
                  </span>
                )}
              </div>
              <div className="quiet">
                到场：
                {present.map(({ inspector }, at) => (
                  <span key={inspector}>
                    {at > 0 && '、'}
                    <Person id={inspector} />
                  </span>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
