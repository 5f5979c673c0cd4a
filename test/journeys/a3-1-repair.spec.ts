import type { RecordedEvent } from '@srd/kernel';
import { DatabaseSync } from 'node:sqlite';
import { caseOf, lawyers } from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { freeze } from './ceremony';
import { recordFile } from './place';
import { recorded } from './refusals';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer, head, leader } = lawyers;
const admin = 'chaozhou-admin-1';
const auditor = 'chaozhou-auditor';
const ROSTER = 'chaozhou.law-firm';
const CASE = 'fc-chaozhou-2023-1';
const TODAY = '2023-07-10';

describe('A三(一) 全程留痕、责任可溯: what was recorded wrongly is put right by a further event of two people', () => {
  let house: House;
  const refused = (who: string, path: string, id: string, command: string, data: object = {}) =>
    house.as(who).refused(path, id, command, data);
  const eventsOf = async (id: string): Promise<readonly RecordedEvent[]> => {
    const purpose = encodeURIComponent('核查终止的案件');
    const { items } = await house
      .as(auditor)
      .read<{ items: readonly RecordedEvent[] }>(`/api/v1/cases/${id}/events?purpose=${purpose}`);
    return items;
  };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 6);
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on(TODAY);
  });
  afterAll(() => house.close());

  it('trap 14 R104 the administrator has no command for it, in no record', async () => {
    const removal = { institution: 'lf-01', reason: '误录' };
    expect(await refused(admin, 'rosters', ROSTER, 'ProposeRemoval', removal)).toBe('403 ROLE_MISSING');
    const ending = { reason: '误立', requestedBy: officer };
    expect(await refused(admin, 'cases', CASE, 'VoidCase', ending)).toBe('403 ROLE_MISSING');
    const voiding = { code: 'request-wrong', reason: '名录有误' };
    expect(await refused(admin, 'selections', task(4), 'ProposeVoid', voiding)).toBe('403 ROLE_MISSING');
    expect((await house.as(admin).get('/api/v1/cases')).status).toBe(403);
  });

  it('trap 14 R20 an institution entered by mistake goes out by a second person, and stays on record for discipline', async () => {
    const removal = { institution: 'lf-01', reason: '与另一机构重复录入' };
    await house.as(officer).give('rosters', ROSTER, 'ProposeRemoval', removal);
    const confirm = { institution: 'lf-01' };
    expect(await refused(officer, 'rosters', ROSTER, 'ConfirmRemoval', confirm)).toBe('403 REMOVAL_SAME_PERSON');
    await house.as(head).give('rosters', ROSTER, 'ConfirmRemoval', confirm);
    const at = new Date(`${TODAY}T23:00:00.000Z`).toISOString();
    const { state } = await house
      .as(auditor)
      .read<{ state: { institutions: Record<string, object> } }>(`/api/v1/rosters/${ROSTER}/as-known?at=${at}`);
    expect(state.institutions['lf-01']).toMatchObject({
      particulars: { name: '测试第1律师事务所' },
      removal: { reason: removal.reason, proposedBy: officer, confirmedBy: head },
    });
  });

  it('trap 14 R101 a case opened by mistake is ended by a second person; the mistake and its end are both read', async () => {
    await house.as(leader).give('cases', CASE, 'OpenForCause', {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: 'lf-02',
      ground: 'complaint',
      source: { reference: '投诉〔2023〕17号', receivedOn: TODAY },
      method: 'onSite',
      window: { from: TODAY, to: '2023-12-20' },
      proposedBy: officer,
      occurredOn: TODAY,
    });
    const end = (requestedBy: string) => ({ reason: '投诉针对另一机构，误立本案', requestedBy });
    expect(await refused(head, 'cases', CASE, 'VoidCase', end(head))).toBe('403 SELF_APPROVED');
    await house.as(head).give('cases', CASE, 'VoidCase', end(officer));
    expect((await caseOf(house, CASE)).stage.code).toBe('voided');
    const events = await eventsOf(CASE);
    expect(events.map(({ type }) => type)).toEqual(['CaseOpened', 'ObjectNamed', 'CaseVoided']);
    expect(events.at(-1)).toMatchObject({ actor: head, data: end(officer) });
  });

  it('trap 14 R64 a draw frozen with a fault is voided by a second person, and stands in public', async () => {
    await freeze(house, { officer, plan: PLAN, series: task(4) });
    const fault = { code: 'request-wrong', reason: '名录尚未核对' };
    await house.as(officer).give('selections', task(4), 'ProposeVoid', fault);
    expect(await refused(officer, 'selections', task(4), 'ApproveVoid')).toBe('403 ROLE_MISSING');
    await house.as(head).give('selections', task(4), 'ApproveVoid');
    const [draw] = await house.anybody.list<{ phase: string }>(`/api/v1/public/draws?series=${task(4)}`);
    expect(draw?.phase).toBe('voided');
    const seen = await house.as(auditor).list<{ series: string; phase: string }>('/api/v1/draws');
    expect(seen).toMatchObject([{ series: task(4), phase: 'voided' }]);
  });

  it('trap 14 trap 15 the database itself takes no edit', async () => {
    const before = await recorded(house);
    const database = new DatabaseSync(recordFile(house.place));
    try {
      const edit = "UPDATE events SET data = '{}' WHERE position = 3";
      expect(() => database.exec(edit)).toThrow('事件只增不改');
      expect(() => database.exec('DELETE FROM events WHERE position > 3')).toThrow('事件只增不删');
    } finally {
      database.close();
    }
    expect(await recorded(house)).toBe(before);
  });
});
