import type { CaseBody } from './bodies';
import { approve, caseOf, file, lawyers, record, visit } from './inspection';
import { prepare } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer, head, leader, rectification } = lawyers;
const [FIRST, SECOND] = ['fc-chaozhou-2023-1', 'fc-chaozhou-2023-2'] as const;
const DAY = '2023-05-08';
const LATER = '2023-06-01';
const inspector = (number: number) => `p-chaozhou-inspector-${number}`;

interface NamedBody extends CaseBody {
  readonly opened: CaseBody['opened'] & { readonly unitName: string };
}

describe('B二(九) 一定周期内不得由同一人员检查：轮换只计到场检查，不计回访和到场前替换下来的人员', () => {
  let house: House;
  const cause = (occurredOn: string) => ({
    section: 'lawyer-administration',
    sector: 'law-firm',
    institution: 'lf-01',
    ground: 'complaint',
    source: { reference: '投诉〔2023〕17号', receivedOn: '2023-05-06' },
    method: 'onSite',
    window: { from: occurredOn, to: '2023-12-20' },
    proposedBy: officer,
    occurredOn,
  });
  const appoint = (numbers: readonly number[]) => ({
    inspectors: numbers.map(inspector),
    reason: '投诉核查',
    occurredOn: LATER,
  });

  /** 2 and 3 are appointed, 4 comes for 3, 2 and 4 go there; 5 makes the revisit. */
  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, DAY, 3);
    await house.as(leader).give('cases', FIRST, 'OpenForCause', cause(DAY));
    await house.as(head).give('cases', FIRST, 'AppointTeam', { ...appoint([2, 3]), occurredOn: DAY });
    const change = { outgoing: inspector(3), incoming: inspector(4), reason: '另有任务' };
    await house.as(head).give('cases', FIRST, 'ReplaceInspector', change);
    await house.as(officer).give('cases', FIRST, 'ServeNotice', { occurredOn: DAY, document: '通知书1号' });
    await visit(house, lawyers, FIRST, DAY);
    await record(house, lawyers, FIRST, DAY, {
      text: '抽查卷宗10件，3件委托手续不全。',
      resultClass: 'correction-ordered',
      severity: 'ordinary',
    });
    await approve(house, lawyers, FIRST);
    const finding = (await caseOf(house, FIRST)).findings[0]?.finding;
    const order = { finding, occurredOn: DAY, text: '责令补齐委托手续', dueOn: '2023-05-22' };
    await house.as(officer).give('cases', FIRST, 'OrderCorrection', order);
    await house.on('2023-05-19');
    const on = { disposition: 'd1', finding, occurredOn: '2023-05-19' };
    const report = [await file(house, FIRST, rectification, '整改报告.pdf', 'd1')];
    await house
      .as(rectification)
      .give('cases', FIRST, 'ReportRectification', { ...on, text: '已补齐', evidence: report });
    const paper = [await file(house, FIRST, 'chaozhou-inspector-5', '回访记录.pdf', 'd1')];
    await house.as('chaozhou-inspector-5').give('cases', FIRST, 'RecordFollowUp', {
      ...on,
      passed: true,
      method: 'onSite',
      text: '现场复核，已全部改正',
      evidence: paper,
    });
    await house.on(LATER);
    await house.as(leader).give('cases', SECOND, 'OpenForCause', cause(LATER));
  });
  afterAll(() => house.close());

  it('R59 trap 6 whoever went there is kept away, also who came in for another', async () => {
    for (const number of [2, 4]) {
      const { status, body } = await house.as(head).ask('cases', SECOND, 'AppointTeam', appoint([number, 6]));
      expect([status, body.code, body.data?.['bar']]).toEqual([409, 'INSPECTOR_BARRED', 'rotation']);
    }
    expect((await caseOf(house, SECOND)).team).toEqual([]);
  });

  it('R59 trap 6 neither a replaced inspector nor who made the revisit is', async () => {
    await house.as(head).give('cases', SECOND, 'AppointTeam', appoint([3, 5]));
    expect((await caseOf(house, SECOND)).team.map((member) => member.inspector)).toEqual([inspector(3), inspector(5)]);
  });

  it('trap 13 an organ that is renamed keeps its old name in the cases that were open', async () => {
    const name = '潮州市新司法局';
    await house.as(leader).give('organs', 'chaozhou', 'RenameOrgan', { name, reason: '机构改革', occurredOn: LATER });
    expect((await house.as(officer).read<{ name: string }>('/api/v1/organs/chaozhou')).name).toBe(name);
    const third = 'fc-chaozhou-2023-3';
    await house.as(leader).give('cases', third, 'OpenForCause', { ...cause(LATER), institution: 'lf-02' });
    const names = [];
    for (const id of [FIRST, SECOND, third]) names.push(((await caseOf(house, id)) as NamedBody).opened.unitName);
    expect(names).toEqual(['潮州市司法局', '潮州市司法局', name]);
  });
});
