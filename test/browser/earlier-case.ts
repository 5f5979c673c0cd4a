import type { CaseBody } from '../journeys/bodies';
import { loginOf } from '../journeys/people';
import type { desksOf } from './desks';

const OFFICER = 'kazuo-officer';
const own = (value: unknown) => ({ value, source: { kind: 'own', note: '演示：沿用此前的办案程序' } });

type As = ReturnType<typeof desksOf>;

/** A complaint that is looked into on a procedure which knows neither 催办 nor appointments: found, approved, a correction ordered. */
export async function orderedEarlier(as: As, institution: string, today: string, dueOn: string): Promise<string> {
  const id = 'fc-kazuo-2024-4';
  const caseNow = () => as(OFFICER).read<CaseBody>(`/api/v1/cases/${id}`);
  const changes = { caseProcedure: own('case/3') };
  await as('kazuo-leader').give('organs', 'kazuo', 'ReviseRules', { changes, reason: '沿用此前的办案程序' });
  await as('kazuo-leader').give('cases', id, 'OpenForCause', {
    section: 'legal-services',
    sector: 'grassroots-office',
    institution,
    ground: 'complaint',
    source: { reference: '演示投诉〔2024〕4号（虚构）', receivedOn: today },
    method: 'onSite',
    window: { from: today, to: '2024-09-30' },
    proposedBy: OFFICER,
    occurredOn: today,
  });
  const inspectors = ['p-kazuo-inspector-1', 'p-kazuo-inspector-3'];
  await as('kazuo-head').give('cases', id, 'AppointTeam', { inspectors, reason: '投诉核查', occurredOn: today });
  await as('kazuo-head').give('cases', id, 'ApproveInspection', { unannounced: false, reason: '' });
  await as(OFFICER).give('cases', id, 'ServeNotice', { occurredOn: today, document: '检查通知书（演示）' });
  const { object } = await caseNow();
  const leading = as(loginOf(inspectors[0]!));
  await leading.give('cases', id, 'OpenVisit', { present: inspectors, occurredOn: today, premises: object?.premises });
  const { visits, opened } = await caseNow();
  const signature = { kind: 'signed' };
  await leading.give('cases', id, 'EndVisit', { visit: visits.at(-1)?.visit, occurredOn: today, signature });
  await as(loginOf(inspectors[1]!)).give('cases', id, 'RecordFindings', {
    department: 'kazuo',
    findings: [
      {
        item: opened.items[0]?.id,
        text: '投诉所述收费未开具票据属实',
        resultClass: 'correction-ordered',
        severity: 'minor',
      },
    ],
    signature,
    evidence: [],
    occurredOn: today,
  });
  await as('kazuo-head').give('cases', id, 'ApproveFindings', { department: 'kazuo' });
  await as(OFFICER).give('cases', id, 'OrderCorrection', {
    finding: (await caseNow()).findings[0]?.finding,
    occurredOn: today,
    text: '责令补开票据并退还多收费用',
    dueOn,
  });
  return id;
}
