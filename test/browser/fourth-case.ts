import { Client, type Seen } from '../journeys/client';
import type { CaseBody } from '../journeys/bodies';
import { loginOf } from '../journeys/people';

const OFFICER = 'kazuo-officer';
const own = (value: unknown) => ({ value, source: { kind: 'own', note: '演示：采用新的办案程序' } });

/** People at other desks of the demonstration, who sign in as its role cards do. */
export function desksOf(url: () => string): (account: string) => Client {
  const seen: Seen = new Map();
  const clients = new Map<string, Client>();
  return (account) => {
    const known = clients.get(account);
    if (known) return known;
    const signIn = async (): Promise<string> => {
      const visitor = new Client(url, seen);
      const { body } = await visitor.send<{ token: string }>('POST', '/api/v1/demonstration/session', { account });
      return body.token;
    };
    const client = new Client(url, seen, signIn);
    clients.set(account, client);
    return client;
  };
}

type As = ReturnType<typeof desksOf>;

/** A complaint that is looked into on the newest procedure: found, approved, and a correction ordered and served the same day. */
export async function orderedByComplaint(as: As, institution: string, today: string, dueOn: string): Promise<string> {
  const id = 'fc-kazuo-2024-3';
  const caseNow = () => as(OFFICER).read<CaseBody>(`/api/v1/cases/${id}`);
  const changes = { caseProcedure: own('case/5') };
  await as('kazuo-leader').give('organs', 'kazuo', 'ReviseRules', { changes, reason: '采用新的办案程序' });
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
    remedies: '不服本决定的，可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。',
  });
  return id;
}
