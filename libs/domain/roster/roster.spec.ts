import { context, day, given, type Day } from '@srd/kernel';
import {
  completeUscc,
  freezeBlockers,
  institutionOf,
  poolOf,
  priorVisits,
  roster,
  statusOn,
  type GivenParticulars,
  type RosterCommand,
  type RosterEvent,
} from './index';

const particulars = (change: Partial<GivenParticulars> = {}): GivenParticulars => ({
  name: '虚构甲律师事务所',
  uscc: '31445100MD00000165',
  registrationNumber: '24405200010000001',
  licensingAuthority: '广东省司法厅',
  registeredPremises: '潮州市虚构路1号',
  divisionCode: '445102',
  practising: 9,
  dataSource: '虚构数据',
  fictional: true,
  ...change,
});
const on: Day = day('2024-06-01');
const register = (
  change: Partial<GivenParticulars> = {},
  institution = 'firm-1',
): RosterCommand & { type: 'RegisterInstitution' } => ({
  type: 'RegisterInstitution',
  data: { institution, organ: 'chaozhou', sector: 'law-firm', particulars: particulars(change), occurredOn: on },
});
const second = {
  uscc: completeUscc('31445100MD000002'),
  registrationNumber: '24405200010000002',
  name: '虚构乙律师事务所',
};
const taken = (...commands: RosterCommand[]): RosterEvent[] => {
  const facts: RosterEvent[] = [];
  for (const command of commands) facts.push(...given(roster, facts).when(command).recorded);
  return facts;
};
const wrong = { uscc: '31445100MD00000166' };
const about = (institution = 'firm-1') => ({ institution, reason: '工作需要', occurredOn: on });

describe('taking an institution in', () => {
  it('R15 R18 R20 records it in the roster of its organ and sector, in order and without faults', () => {
    const outcome = given(roster, []).when(register());
    expect(outcome.recorded[0]).toMatchObject({
      type: 'InstitutionRegistered',
      data: { usccFault: null, organ: 'chaozhou' },
    });
    expect(poolOf(outcome.state)).toMatchObject([
      { institution: 'firm-1', status: 'active', statusSince: on, usccFault: null },
    ]);
  });
  it('R20 refuses another sector, another organ and a second entry of the same id', () => {
    const { when } = given(roster, taken(register()));
    when({
      ...register(second, 'firm-2'),
      data: { ...register(second, 'firm-2').data, sector: 'notary-office' },
    }).refused('ROSTER_MISMATCH');
    when({ ...register(second, 'firm-2'), data: { ...register(second, 'firm-2').data, organ: 'kazuo' } }).refused(
      'ROSTER_MISMATCH',
    );
    when(register(second)).refused('INSTITUTION_KNOWN');
  });
  it('trap 4: refuses a code that is already there, typed full-width, small and with blanks', () => {
    const { when } = given(roster, taken(register()));
    when(register({ ...second, uscc: '３１４４５１００ md 00000165' }, 'firm-2')).refused('USCC_DUPLICATE');
    when(register({ ...second, registrationNumber: ' 24405200010000001 ' }, 'firm-2')).refused(
      'REGISTRATION_DUPLICATE',
    );
    when({
      ...register(second, 'firm-2'),
      data: { ...register(second, 'firm-2').data, elsewhere: 'roster-kazuo-law-firm' },
    }).refused('INSTITUTION_ELSEWHERE');
  });
  it('trap 4: keeps rare characters in NFC and refuses hidden ones', () => {
    expect(poolOf(given(roster, []).when(register({ name: ' 𠮷䶮律师事务所' })).state)[0]?.name).toBe('𠮷䶮律师事务所');
    given(roster, [])
      .when(register({ name: '甲\u202e律师事务所' }))
      .refused('TEXT_FORBIDDEN');
    given(roster, [])
      .when(register({ registeredPremises: '潮州\u0007' }))
      .refused('TEXT_FORBIDDEN');
  });
  it('refuses what cannot be: a day to come, a count below nought, a column that does not exist, one that is missing', () => {
    const { when } = given(roster, []);
    when({ ...register(), data: { ...register().data, occurredOn: day('2024-06-04') } }).refused('ROSTER_DAY_INVALID');
    when(register({ practising: -1 })).refused('INSTITUTION_INVALID');
    when(register({ telephone: '138' } as Partial<GivenParticulars>)).refused('INSTITUTION_INVALID');
    when(register({ branchOf: 'firm-1' })).refused('INSTITUTION_INVALID');
    const { name: _left, ...nameless } = particulars();
    when({ ...register(), data: { ...register().data, particulars: nameless as GivenParticulars } }).refused(
      'INSTITUTION_INVALID',
    );
  });
  it('R55 leaves two firms with nearly equal names in the pool, by id whatever the order in which they came', () => {
    const facts = taken(register({ ...second, name: '虚构甲（潮州）律师事务所' }, 'firm-2'), register());
    expect(poolOf(given(roster, facts).state).map(({ institution }) => institution)).toEqual(['firm-1', 'firm-2']);
  });
});

describe('a code that does not check', () => {
  it('trap 4: is recorded with a flag that blocks a freeze', () => {
    const { state } = given(roster, taken(register(wrong)));
    expect(freezeBlockers(state)).toMatchObject([
      { institution: 'firm-1', usccFault: 'whole-check', faultWaived: false },
    ]);
  });
  it('trap 4: blocks no more once it is put right', () => {
    const fix: RosterCommand = {
      type: 'ReviseInstitution',
      data: { ...about(), changes: { uscc: '31445100MD00000165' } },
    };
    expect(freezeBlockers(given(roster, taken(register(wrong), fix)).state)).toEqual([]);
  });
  it('trap 4: blocks no more once somebody waives it by name, with a reason', () => {
    const { state, when } = given(roster, taken(register(wrong)));
    when({ type: 'WaiveFault', data: { institution: 'firm-1', reason: ' ' } }).refused('ROSTER_REASON_MISSING');
    const waived = when(
      { type: 'WaiveFault', data: { institution: 'firm-1', reason: '证照原件如此' } },
      context('leader-1'),
    );
    expect(freezeBlockers(waived.state)).toEqual([]);
    expect(institutionOf(waived.state, 'firm-1')?.faultWaiver?.waivedBy).toBe('leader-1');
    expect(freezeBlockers(state)).toHaveLength(1);
  });
  it('trap 4: a waiver ends with the code it was for, and there is none for a code that checks', () => {
    const waive: RosterCommand = { type: 'WaiveFault', data: { institution: 'firm-1', reason: '证照原件如此' } };
    const change: RosterCommand = {
      type: 'ReviseInstitution',
      data: { ...about(), changes: { uscc: '31445100MD00000167' } },
    };
    expect(freezeBlockers(given(roster, taken(register(wrong), waive, change)).state)).toHaveLength(1);
    given(roster, taken(register())).when(waive).refused('NO_USCC_FAULT');
    given(roster, taken(register(wrong), waive))
      .when(waive)
      .refused('NO_USCC_FAULT');
  });
});

describe('keeping the roster up to date', () => {
  it('R20 records only what changed, with its reason and day', () => {
    const outcome = given(roster, taken(register())).when({
      type: 'ReviseInstitution',
      data: { ...about(), changes: { practising: 11, name: '虚构甲律师事务所' } },
    });
    expect(outcome.recorded[0]?.data).toEqual({ ...about(), changes: { practising: 11 }, usccFault: null });
  });
  it('R20 refuses a change of an unknown institution, to another one’s code, or of nothing', () => {
    const { when } = given(roster, taken(register(), register(second, 'firm-2')));
    when({ type: 'ReviseInstitution', data: { ...about('firm-9'), changes: { practising: 1 } } }).refused(
      'INSTITUTION_UNKNOWN',
    );
    when({ type: 'ReviseInstitution', data: { ...about(), changes: { uscc: second.uscc } } }).refused('USCC_DUPLICATE');
    when({ type: 'ReviseInstitution', data: { ...about(), changes: { practising: 9 } } }).refused('ROSTER_UNCHANGED');
  });
  it('C28 trap 4: a cancelled firm stays in the pool with its status and the day it began', () => {
    const cancel: RosterCommand = {
      type: 'ChangeInstitutionStatus',
      data: { ...about(), status: 'cancelled', occurredOn: day('2024-06-02') },
    };
    const { state } = given(roster, taken(register(), cancel));
    expect(poolOf(state)).toMatchObject([{ status: 'cancelled', statusSince: '2024-06-02' }]);
    const entry = institutionOf(state, 'firm-1')!;
    expect(['2024-05-31', '2024-06-01', '2024-06-03'].map((at) => statusOn(entry, day(at)))).toEqual([
      undefined,
      'active',
      'cancelled',
    ]);
  });
  it('C28 refuses the status it has, a day before the last change, a day to come, no reason', () => {
    const { when } = given(roster, taken(register()));
    const change = (data: object): RosterCommand => ({
      type: 'ChangeInstitutionStatus',
      data: { ...about(), status: 'suspended', ...data },
    });
    when(change({ status: 'active' })).refused('ROSTER_UNCHANGED');
    when(change({ status: 'asleep' })).refused('INSTITUTION_INVALID');
    when(change({ occurredOn: '2024-05-31' })).refused('STATUS_BEFORE_LAST');
    when(change({ occurredOn: '2024-07-01' })).refused('ROSTER_DAY_INVALID');
    when(change({ reason: '' })).refused('ROSTER_REASON_MISSING');
  });
});

describe('taking an institution out', () => {
  const propose: RosterCommand = { type: 'ProposeRemoval', data: { institution: 'firm-1', reason: '重复录入' } };
  const confirm: RosterCommand = { type: 'ConfirmRemoval', data: { institution: 'firm-1' } };
  it('R13 R104 records the removal by two people; its code may be entered anew', () => {
    const outcome = given(roster, taken(register(), propose)).when(confirm, context('officer-2'));
    expect(outcome.recorded).toEqual([
      { type: 'RemovalConfirmed', data: { institution: 'firm-1', proposedBy: 'officer-1' } },
    ]);
    expect(poolOf(outcome.state)).toEqual([]);
    const facts = [...taken(register(), propose), { ...outcome.recorded[0]!, actor: 'officer-2' }];
    expect(given(roster, facts).when(register({}, 'firm-2')).recorded).toHaveLength(1);
    given(roster, facts).when(propose).refused('INSTITUTION_UNKNOWN');
  });
  it('R13 R104 refuses the proposer as the second person, and a confirmation of nothing', () => {
    given(roster, taken(register(), propose)).when(confirm).refused('REMOVAL_SAME_PERSON');
    given(roster, taken(register(), propose)).when(propose).refused('REMOVAL_PENDING');
    given(roster, taken(register())).when(confirm).refused('NO_REMOVAL_PROPOSED');
  });
  it('R13 leaves the entry in the pool while removal is only proposed, or declined', () => {
    const facts = taken(register(), propose);
    expect(poolOf(given(roster, facts).state)).toMatchObject([{ removalProposed: true }]);
    const declined = given(roster, facts).when({
      type: 'DeclineRemoval',
      data: { institution: 'firm-1', reason: '并非重复' },
    });
    expect(poolOf(declined.state)).toMatchObject([{ removalProposed: false }]);
  });
});

describe('inspections from before', () => {
  const prior: RosterCommand = {
    type: 'ImportPriorInspection',
    data: {
      institution: 'firm-1',
      inspectedOn: day('2023-08-01'),
      inspectingBody: '潮州市司法局',
      method: 'onSite',
      random: true,
      inspectors: ['p-1', 'p-2'],
      result: '未发现问题',
      dataSource: '省级平台导出',
    },
  };
  it('R59 are found by institution and inspector', () => {
    const { state } = given(roster, taken(register(), prior));
    expect(priorVisits(state, 'firm-1', 'p-1')).toEqual(['2023-08-01']);
    expect(priorVisits(state, 'firm-1', 'p-3')).toEqual([]);
  });
  it('R59 come oldest first, whatever the order in which they were taken over, and without those of others', () => {
    const before = (inspectedOn: string, inspectors: readonly string[]): RosterCommand => ({
      ...prior,
      data: { ...prior.data, inspectedOn: day(inspectedOn), inspectors },
    });
    const facts = taken(register(), prior, before('2021-05-06', ['p-1', 'p-3']), before('2022-05-06', ['p-2', 'p-3']));
    const { state } = given(roster, facts);
    expect(priorVisits(state, 'firm-1', 'p-1')).toEqual(['2021-05-06', '2023-08-01']);
    expect(priorVisits(state, 'firm-2', 'p-1')).toEqual([]);
  });
  it('R59 refuses the same twice, a day to come and people by name', () => {
    const { when } = given(roster, taken(register(), prior));
    when(prior).refused('PRIOR_INSPECTION_KNOWN');
    when({ ...prior, data: { ...prior.data, inspectedOn: day('2025-01-01') } }).refused('ROSTER_DAY_INVALID');
    when({ ...prior, data: { ...prior.data, inspectedOn: day('2023-09-01'), inspectors: ['张三'] } }).refused(
      'INSTITUTION_INVALID',
    );
  });
  it('leaves other institutions be', () => {
    const { state } = given(roster, taken(register(), register(second, 'firm-2'), prior));
    expect(institutionOf(state, 'firm-2')?.priorInspections).toEqual([]);
  });
});
