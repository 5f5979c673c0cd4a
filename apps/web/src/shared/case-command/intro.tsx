import { useQuery } from '@tanstack/react-query';
import { Descriptions, Tag } from 'antd';
import { resultClassLabels } from '@srd/domain/case';
import { debtLabels } from '../debt-labels';
import { longDay } from '../format';
import { severityLabels } from '../labels';
import { Person } from '../person';
import { Doubts, PublicFields, publicationsQuery } from '../publication';
import type { CaseDetail } from './detail';

/** Commands whose giver judges what others found: it stands above the form. */
const JUDGING = new Set([
  'ApproveFindings',
  'ReturnFindings',
  'PostPublication',
  'ReviewPublication',
  'OrderCorrection',
  'OpenInvestigation',
  'RecordFollowUp',
  'OrderFurtherCorrection',
]);

/** Commands that let a text out, or say that it was read: the text itself stands above the form. */
const PUBLISHING = new Set(['ReviewPublication', 'PostPublication']);

/** What is about to go out, word for word. */
function Drafts({ detail }: { detail: CaseDetail }) {
  const { data } = useQuery(publicationsQuery(detail.id, detail.revision));
  return data?.items
    .filter(({ draft }) => draft)
    .map((one) => (
      <section key={one.debt} className="drafted" aria-label="拟公示内容">
        <Doubts one={one} />
        <PublicFields one={one} title={`拟公示内容：${debtLabels[one.kind]}`} />
      </section>
    ));
}

/** What a command is about: the object, where the case stands, and for a judgement what was found and by whom. */
export function CaseIntro({ command, detail }: { command: string; detail: CaseDetail }) {
  const { object, opened, at, findings, sections } = detail;
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        className="case-intro"
        items={[
          { key: 'object', label: '检查对象', children: object?.name ?? '（尚未抽取）' },
          { key: 'number', label: '案号', children: opened.number },
          { key: 'at', label: '现处环节', children: at },
        ]}
      />
      {PUBLISHING.has(command) && <Drafts detail={detail} />}
      {JUDGING.has(command) && findings.length > 0 && (
        <section className="findings" aria-label="检查结果">
          <h3>检查结果</h3>
          {sections.map(
            ({ department, recordedBy, recordedOn }) =>
              recordedBy !== null && (
                <p key={department} className="quiet">
                  录入人 <Person id={recordedBy} />
                  {recordedOn !== null && `，${longDay(recordedOn)}`}
                </p>
              ),
          )}
          <ul>
            {findings.map(({ finding, text, resultClass, severity, item }) => (
              <li key={finding}>
                <Tag>{resultClassLabels[resultClass]}</Tag>
                {severity !== 'none' && <Tag color="orange">{severityLabels[severity]}</Tag>}
                <span className="quiet">{opened.items.find(({ id }) => id === item)?.name}</span>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
