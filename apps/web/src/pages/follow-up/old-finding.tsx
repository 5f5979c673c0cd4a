import { Tag } from 'antd';
import { Fragment } from 'react';
import { resultClassLabels, type Disposition } from '@srd/domain/case';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import type { CaseDetail } from '../../shared/case-command';
import { bytes, longDay } from '../../shared/format';
import { severityLabels } from '../../shared/labels';
import { Person } from '../../shared/person';
import type { Followed } from './measures';

/** What was first written down, and what stands now where an amendment changed it. */
export function OldFinding({ followed }: { followed: Followed }) {
  const { finding, itemName } = followed;
  const { text, resultClass, severity, earlier } = finding;
  const [first] = earlier;
  return (
    <section className="fu-finding" aria-label="原检查结果">
      <h4>原检查结果</h4>
      <p className="quiet">{itemName}</p>
      <p>
        <Tag color="orange">{resultClassLabels[first?.resultClass ?? resultClass]}</Tag>
        {severity !== 'none' && <Tag>{severityLabels[severity]}</Tag>}
      </p>
      <blockquote>{first?.text ?? text}</blockquote>
      {earlier.slice(1).map((version) => (
        <p key={version.replacedBy} className="quiet">
          曾更正为：{version.text}
        </p>
      ))}
      {first && (
        <>
          <h4>更正后的现文</h4>
          <p>
            <Tag color="orange">{resultClassLabels[resultClass]}</Tag>
          </p>
          <blockquote>{text}</blockquote>
          <p className="quiet">更正理由：{earlier.at(-1)?.reason}</p>
        </>
      )}
    </section>
  );
}

type File = Schemas['AttachmentDto'];

/** The case's files by hash, with names and sizes. */
function useFiles({ id, revision }: CaseDetail): ReadonlyMap<string, File> {
  const { data } = useQuery({
    queryKey: ['case', id, 'attachments', revision],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/attachments', { params: { path: { id } } })),
  });
  return new Map((data?.items ?? []).map((file) => [file.sha256, file]));
}

const units = { calendar: '自然日', working: '工作日' } as const;
const otherUnits = { calendar: '工作日', working: '自然日' } as const;
const outcomes = { passed: '已改正', failed: '未改正' } as const;
const services: Readonly<Record<string, string>> = {
  'in-person': '直接送达',
  post: '邮寄送达',
  electronic: '电子送达',
  left: '留置送达',
  announcement: '公告送达',
};

/** Every round of a measure: what was asked, what arrived, what the revisit found. */
export function Rounds({
  detail,
  one,
  onPreview,
}: {
  detail: CaseDetail;
  one: Disposition;
  onPreview?: (round: number) => void;
}) {
  const files = useFiles(detail);
  const urgings = detail.urgings.filter(({ disposition }) => disposition === one.disposition);
  return (
    <ol className="fu-rounds">
      {one.rounds.map(({ round, asked, dueOn, revisit, report, reported, followUp, outcome, served }) => (
        <li key={round}>
          <h4>
            第 {round} 轮
            {onPreview && dueOn !== null && (
              <button type="button" className="fu-link" onClick={() => onPreview(round)}>
                预览责令改正通知书<span className="hidden">（第 {round} 轮）</span>
              </button>
            )}
          </h4>
          <dl>
            <dt>要求</dt>
            <dd>{asked}</dd>
            {dueOn !== null && (
              <>
                <dt>改正期限</dt>
                <dd>{longDay(dueOn)}</dd>
              </>
            )}
            {served && (
              <>
                <dt>送达</dt>
                <dd>
                  {longDay(served.on)}
                  {services[served.how] === undefined ? '' : `，${services[served.how]}`}
                </dd>
              </>
            )}
            {revisit && (
              <>
                <dt>回访期限</dt>
                <dd>
                  {longDay(revisit.on)}
                  <small>
                    {revisit.term.days} 日（{units[revisit.term.unit]}）
                    {revisit.otherUnitOn !== null &&
                      `，按${otherUnits[revisit.term.unit]}计为 ${longDay(revisit.otherUnitOn)}`}
                  </small>
                </dd>
              </>
            )}
            {(report || reported === false) && (
              <>
                <dt>整改报告</dt>
                <dd>
                  {report ? (
                    <>
                      {longDay(report.on)}：{report.text}
                      <Materials id={detail.id} hashes={report.evidence} files={files} />
                    </>
                  ) : (
                    '期满未提交'
                  )}
                </dd>
              </>
            )}
            {followUp && outcome && (
              <>
                <dt>回访</dt>
                <dd>
                  <Tag color={outcome === 'passed' ? 'green' : 'red'}>{outcomes[outcome]}</Tag>
                  {longDay(followUp.on)}，{followUp.method === 'onSite' ? '实地' : '书面'}
                  {followUp.present.map((id, at) => (
                    <Fragment key={id}>
                      {at === 0 ? '，' : '、'}
                      <Person id={id} />
                    </Fragment>
                  ))}
                  ：{followUp.text}
                  {followUp.deviation !== null && <small>与安排不一致：{followUp.deviation}</small>}
                </dd>
              </>
            )}
          </dl>
        </li>
      ))}
      {urgings.map(({ occurredOn, text }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- urgings are only added
        <li key={`urging ${at}`}>
          <dl>
            <dt>催办</dt>
            <dd>
              {longDay(occurredOn)}：{text}
            </dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Materials(props: { id: string; hashes: readonly string[]; files: ReadonlyMap<string, File> }) {
  const { id, hashes, files } = props;
  if (hashes.length === 0) return <small>没有附材料</small>;
  return (
    <ul className="fu-materials">
      {hashes.map((hash) => {
        const file = files.get(hash);
        return (
          <li key={hash}>
            {file?.kept ? (
              <a href={`/api/v1/cases/${encodeURIComponent(id)}/attachments/${hash}`} download={file.name}>
                {file.name}
              </a>
            ) : (
              <span>{file?.name ?? '材料'}</span>
            )}
            {file?.size !== undefined && <small>{bytes(file.size)}</small>}
            <code>SHA-256 {hash}</code>
          </li>
        );
      })}
    </ul>
  );
}
