import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { causeLabels } from '@srd/domain/case';
import { api, dataOf } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useTitle } from '../../app/navigation';
import { caseQuery, type CaseDetail } from '../../shared/case-command';
import { sectionName, useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { Loaded, ProblemAlert } from '../../shared/states';
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
  const detail = useQuery({ ...caseQuery(id), retry: false });
  if (detail.isError && problemOf(detail.error).code === 'PURPOSE_MISSING') return <AskPurpose id={id} />;
  return (
    <Loaded query={detail} what="案件">
      {(data) => <OpenCase detail={data} />}
    </Loaded>
  );
}

/** An auditor's reading leaves its trace: what it is for is asked once for each case and day. */
function AskPurpose({ id }: { id: string }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>();
  const [busy, setBusy] = useState(false);
  async function open({ purpose }: { purpose: string }): Promise<void> {
    setBusy(true);
    try {
      await api.GET('/api/v1/cases/{id}', { params: { path: { id }, query: { purpose } } });
      await queries.invalidateQueries({ queryKey: ['case', id] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <PageHead title="说明查阅目的" about="查阅案卷须留痕。每案每日说明一次，与查阅的人员、时间一并记录。" />
      <Form layout="vertical" className="purpose" onFinish={(values: { purpose: string }) => void open(values)}>
        <Form.Item name="purpose" label="目的" rules={[{ required: true, message: '请填写查阅目的' }]}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        {problem && <ProblemAlert problem={problem} />}
        <Button type="primary" htmlType="submit" loading={busy}>
          打开案卷
        </Button>
      </Form>
    </>
  );
}

const MOST_AT_ONCE = 200;

/** All events of the case, in the order in which they were recorded. */
async function eventsOf(id: string): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for (;;) {
    const query = { cursor: events.length, limit: MOST_AT_ONCE };
    const page = (await dataOf<unknown>(api.GET('/api/v1/cases/{id}/events', { params: { path: { id }, query } }))) as {
      items: readonly Recorded[];
      next: string | null;
    };
    events.push(...page.items);
    if (page.next === null) return events;
  }
}

function OpenCase({ detail }: { detail: CaseDetail }) {
  const { id, revision, object, opened, stage, at, procedure, cause, voided } = detail;
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
            {opened.number}　{organs.get(opened.organ)?.name} {sectionName(organs, opened.organ, opened.section)}
            {object && `　登记号 ${object.registrationNumber}　${object.premises}`}
          </>
        }
        actions={<span className="quiet">第 {revision} 版</span>}
      />
      <p className="case-facts">
        {opened.purpose === 'for-cause' ? '不受随机限制的检查' : '随机抽查'}
        {cause && `（${causeLabels[cause.ground].label}，${causeLabels[cause.ground].basis}）`}　现处“{at}”　事项：
        {opened.items.map(({ name }) => name).join('；')}　程序版本 {procedure}
        {voided !== null && <strong>　终止原因：{voided}</strong>}
      </p>
      <div className="case-columns">
        <div>
          <Part id="findings" title="检查结果">
            <Findings detail={detail} />
          </Part>
          <Part id="dispositions" title="处置">
            <Dispositions detail={detail} />
          </Part>
          <Part id="publications" title="公示">
            <Publications id={id} revision={revision} />
          </Part>
          <Part id="timeline" title="时间线">
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
