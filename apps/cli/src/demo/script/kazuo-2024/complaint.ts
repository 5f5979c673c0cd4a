import { accountOf } from '../../cast/accounts';
import type { Stage } from '../stage';
import { openForCause } from './cause';
import { bureau, inspector, offices } from './tasks';

const CASE = 'fc-kazuo-2024-1';
const { officer, head } = bureau;

/** Before the forensic draw the county's inspectors state the year's interests, one of them with an interest; one still owes it (R13, R61). */
export async function stateInterests(stage: Stage): Promise<void> {
  await stage.on('2024-08-16', '15:00');
  await stage.as('kazuo-inspector-5').give('inspectors', 'kazuo', 'DeclareInterest', {
    interest: 'kazuo-interest-1',
    person: inspector(5),
    institution: 'kz-fi-1',
    relation: 'teacher-student',
    weight: 'hard',
    source: 'self',
    from: '2024-01-01',
  });
  for (const [number, interests] of [
    [1, []],
    [2, []],
    [3, []],
    [5, ['kazuo-interest-1']],
  ] as const) {
    const statement = { person: inspector(number), year: 2024, interests, occurredOn: stage.today };
    await stage.as(accountOf(inspector(number)).login).give('inspectors', 'kazuo', 'StateYearlyInterests', statement);
  }
}

/** August: a complaint about an office that wasn't drawn, outside the lot (B二(九)1; R89): a member has to stand back and is replaced (R61). */
export async function followComplaint(stage: Stage): Promise<void> {
  await stage.on('2024-08-19', '09:30');
  const occurredOn = stage.today;
  await openForCause(stage, CASE, {
    sector: 'grassroots-office',
    drawn: offices,
    among: [1, 2, 3, 4].map((number) => `kz-go-${number}`),
    ground: 'complaint',
    reference: '演示投诉〔2024〕3号（虚构）',
    receivedOn: '2024-08-16',
    until: '2024-09-30',
    inspectors: [inspector(1), inspector(2)],
    reason: '投诉核查（演示虚构）',
  });
  await stage.at('14:00');
  await stage.as(officer).give('case', CASE, 'RequestRecusal', {
    recusal: 'r1',
    inspector: inspector(2),
    ground: '机构称其与投诉人系近亲属（演示虚构）',
    origin: 'institution',
    occurredOn,
  });
  await stage.at('15:00');
  await stage
    .as(head)
    .give('case', CASE, 'DecideRecusal', { recusal: 'r1', granted: true, reason: '查证属实（演示虚构）' });
  await stage.as(head).give('case', CASE, 'ReplaceInspector', {
    outgoing: inspector(2),
    incoming: inspector(3),
    reason: '原人员应当回避',
    draw: null,
    transcriptHash: null,
  });
  stage.report('喀左 2024：投诉核查一件，不经抽取；一名检查人员回避，已更换');
}
