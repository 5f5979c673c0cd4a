import { Tag } from 'antd';
import { resultClassLabels, type Finding } from '@srd/domain/case';
import type { CaseDetail } from '../../shared/case-command';
import { dayOfInstant, longDay, moment } from '../../shared/format';
import { severityLabels } from '../../shared/labels';
import { Person } from '../../shared/person';
import { Nothing } from '../../shared/states';

const sectionWords = {
  awaited: '尚待录入',
  recorded: '待审批',
  returned: '已退回，待重新录入',
  approved: '已审批',
  absent: '未参加',
} as const;

/** What was found, numbered, with every earlier wording: those that were sent back, and those that an amendment replaced. */
export function Findings({ detail }: { detail: CaseDetail }) {
  const { sections, findings, amendment, opened } = detail;
  const joint = sections.length > 1;
  if (findings.length === 0 && sections.every(({ returned }) => returned.length === 0))
    return <Nothing>尚未录入检查结果，检查结束后由检查人员录入</Nothing>;
  return (
    <>
      {sections.map(({ department, status, recordedBy, recordedOn, approvedBy, approvedAt, returned }) => (
        <div key={department} className="round-list">
          <p>
            {joint && <strong>{department}　</strong>}
            <Tag color={status === 'approved' ? 'green' : 'gold'}>{sectionWords[status]}</Tag>
            {recordedBy !== null && (
              <>
                <Person id={recordedBy} /> {recordedOn !== null && longDay(recordedOn)}录入
              </>
            )}
            {approvedBy !== null && (
              <>
                ，<Person id={approvedBy} /> {approvedAt !== null && longDay(dayOfInstant(approvedAt))}审批
              </>
            )}
          </p>
          {returned.map(({ reason, by, at, findings: before }, round) => (
            <details key={at} className="earlier">
              <summary>
                第 {round + 1} 次录入，{moment(at)} 由 <Person id={by} /> 退回：{reason}
              </summary>
              <ul>
                {before.map(({ finding, text, resultClass }) => (
                  <li key={finding}>
                    <Tag>{resultClassLabels[resultClass]}</Tag>
                    {text}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      ))}
      <ol className="findings-list">
        {findings.map((finding) => (
          <li key={finding.finding} id={`finding-${finding.finding}`}>
            <OneFinding
              finding={finding}
              item={opened.items.find(({ id }) => id === finding.item)?.name ?? finding.item}
              proposed={amendment?.finding === finding.finding ? amendment : undefined}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function OneFinding(props: { finding: Finding; item: string; proposed: CaseDetail['amendment'] | undefined }) {
  const { finding, item, proposed } = props;
  const { text, resultClass, severity, earlier, withdrawn, contacts } = finding;
  return (
    <>
      <div className="row-main">
        <Tag color={resultClass === 'nothing-found' ? 'green' : 'orange'}>{resultClassLabels[resultClass]}</Tag>
        {severity !== 'none' && <Tag>{severityLabels[severity]}</Tag>}
        {withdrawn && <Tag color="red">已撤回</Tag>}
        <span className="quiet">{item}</span>
      </div>
      <p className={withdrawn ? 'struck' : ''}>{text}</p>
      {contacts.length > 0 && (
        <ul className="quiet">
          {contacts.map(({ on, how }) => (
            <li key={`${on}${how}`}>
              {longDay(on)} 联系：{how}
            </li>
          ))}
        </ul>
      )}
      {proposed && (
        <div className="proposed">
          <strong>提出更正，待审批</strong>（<Person id={proposed.proposedBy} />，{proposed.reason}）：
          {proposed.withdrawn ? '撤回这条结果' : proposed.text}
        </div>
      )}
      {earlier.map((before, at) => (
        <div key={before.replacedBy} className="before">
          <span className="quiet">
            第 {at + 1} 稿（更正原因：{before.reason}）
          </span>
          <p>
            <Tag>{resultClassLabels[before.resultClass]}</Tag>
            <del>{before.text}</del>
          </p>
        </div>
      ))}
      {earlier.length > 0 && <p className="quiet">现文为第 {earlier.length + 1} 稿</p>}
    </>
  );
}
