import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { causeLabels } from '@srd/domain/case';
import { nth } from '@srd/kernel';
import { api, dataOf } from '../../api/client';
import { useTitle } from '../../app/navigation';
import { holds, useMe, useToday } from '../../app/session';
import { caseQuery, type CaseDetail } from '../../shared/case-command';
import { followUpPath } from '../../shared/follow-up';
import { CaseReading } from '../../shared/case-reading';
import { sectionName, useOrgans } from '../../shared/organs';
import { exporters } from '../../shared/exporters';
import { LinkButton } from '../../shared/link-button';
import { PageHead } from '../../shared/page-head';
import { StatePicture } from '../../shared/state-picture';
import { Loaded } from '../../shared/states';
import { Attachments } from './attachments';
import { Commands } from './commands';
import { Dispositions } from './dispositions';
import { Findings } from './findings';
import { Deadlines, Part, Team, Visits } from './parts';
import { Publications } from './publications';
import type { Recorded } from './timeline';
import { Timeline } from './timeline-part';
import './case.css';

/** One case: where it stands and why, what is due, what can be done, and all that is on record. */
export default function CasePage() {
  const { id = '' } = useParams();
  return (
    <CaseReading id={id}>
      <TheCase id={id} />
    </CaseReading>
  );
}

function TheCase({ id }: { id: string }) {
  const detail = useQuery(caseQuery(id));
  return (
    <Loaded query={detail} what="案件">
      {(data) => <OpenCase detail={data} />}
    </Loaded>
  );
}

const MOST_AT_ONCE = 200;

/** All events of the case, in the order in which they were recorded. */
async function eventsOf(id: string): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for (;;) {
    const query = { cursor: events.length, limit: MOST_AT_ONCE };
    const page = await dataOf(api.GET('/api/v1/cases/{id}/events', { params: { path: { id }, query } }));
    events.push(...page.items);
    if (page.next === null) return events;
  }
}

/** Where the case stands in the chart of its own version, and the way it took. */
function Procedure({ detail: { id, revision, procedure } }: { detail: CaseDetail }) {
  const today = useToday();
  const path = useQuery({
    queryKey: ['case', id, 'path', revision],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/path', { params: { path: { id } } })),
  });
  return (
    <Loaded query={path} what="程序图">
      {({ items }) => <StatePicture version={procedure} path={items} today={today} />}
    </Loaded>
  );
}

function OpenCase({ detail }: { detail: CaseDetail }) {
  const { id, revision, object, opened, stage, at, procedure, cause, voided } = detail;
  const me = useMe();
  const organs = useOrgans();
  const events = useQuery({ queryKey: ['case', id, 'events', revision], queryFn: () => eventsOf(id) });
  const title = object?.name ?? opened.number;
  useTitle(`${title} - 案件`);
  return (
    <div className="case-page">
      <PageHead
        title={
          <>
            {title} <Tag color="blue">{stage.label}</Tag>
          </>
        }
        about={
          <>
            {object && `${opened.number}　`}
            {organs.get(opened.organ)?.name} {sectionName(organs, opened.organ, opened.section)}
            {object && `　登记号 ${object.registrationNumber}　${object.premises}`}
          </>
        }
        actions={
          <>
            <span className="quiet">第 {nth(revision)} 版</span>
            <LinkButton to={`/desk/cases/${encodeURIComponent(id)}/replay`}>回放</LinkButton>
            {holds(me, exporters) && (
              <LinkButton to={`/desk/cases/${encodeURIComponent(id)}/replay?view=bundle`}>导出审计包</LinkButton>
            )}
          </>
        }
      />
      <p className="case-facts">
        {opened.purpose === 'for-cause' ? '不受随机限制的检查' : '随机抽查'}
        {cause && `（${causeLabels[cause.ground].label}，${causeLabels[cause.ground].basis}）`}　现处“{at}”　事项：
        {opened.items.map(({ name }) => name).join('；')}
        {voided !== null && <strong>　终止原因：{voided}</strong>}
      </p>
      <Part
        id="procedure"
        title="程序图"
        extra={<span className="quiet">程序第 {procedure.slice('case/'.length)} 版</span>}
      >
        <Procedure detail={detail} />
      </Part>
      <div className="case-columns">
        <div>
          <Part id="findings" title="检查结果">
            <Findings detail={detail} />
          </Part>
          <Part
            id="dispositions"
            title="处置"
            extra={detail.dispositions.length > 0 && <Link to={followUpPath(id)}>整改与回访</Link>}
          >
            <Dispositions detail={detail} />
          </Part>
          <Part id="publications" title="公示">
            <Publications id={id} revision={revision} />
          </Part>
          <Part
            id="timeline"
            title="时间线"
            extra={
              <a href={`/api/v1/cases/${encodeURIComponent(id)}/events`} target="_blank" rel="noreferrer">
                原始数据（JSON）
              </a>
            }
          >
            <Loaded query={events} what="记录">
              {(all) => <Timeline id={id} events={all} />}
            </Loaded>
          </Part>
        </div>
        <div>
          <Part id="commands" title="办理">
            <Commands detail={detail} />
          </Part>
          <Part id="deadlines" title="期限">
            <Deadlines detail={detail} />
          </Part>
          <Part id="team" title="检查组">
            <Team detail={detail} />
          </Part>
          <Part id="visits" title="检查">
            <Visits detail={detail} />
          </Part>
          <Part id="attachments" title="附件">
            <Attachments id={id} revision={revision} />
          </Part>
        </div>
      </div>
    </div>
  );
}
