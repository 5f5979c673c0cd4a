import { context } from '@srd/kernel';
import {
  consent,
  decided,
  givenPlan,
  head,
  planWith,
  released,
  roster,
  rosters,
  row,
  submitted,
  supervision,
} from './plan.fixture';

describe('conflicts', () => {
  const all = givenPlan(...planWith(1, 2, 3, 4), submitted);

  it('trap 2 raises the conflicts of A on import: C1, C2, C5, C6', () => {
    expect(Object.keys(all.state.conflicts).sort()).toEqual([
      'task-1:JOINT_PARTNER_MISSING',
      'task-1:PRACTITIONER_TOTAL_MISSING',
      'task-1:RATIO_MISMATCH',
      'task-2:JOINT_PARTNER_MISSING',
      'task-2:RATIO_MISMATCH',
    ]);
  });
  it('C1 C2 shows both ratios with the sample each gives, equal today', () => {
    expect(all.state.conflicts['task-1:RATIO_MISMATCH']?.finding).toMatchObject({
      text: { basisPoints: 5000, sample: { exact: '1', size: 1 } },
      table: { basisPoints: 2000, sample: { exact: '0.4', rounded: 1, size: 1 } },
      differs: false,
    });
    expect(all.state.conflicts['task-2:RATIO_MISMATCH']?.finding).toMatchObject({
      text: { sample: { exact: '0.9', size: 1 } },
      table: { sample: { exact: '0.6', size: 1 } },
      differs: false,
    });
  });
  it('trap 2 says so when the roster has grown and the sample differs', () => {
    const grown = [...rosters.filter((r) => r.sector !== 'notary-office'), roster('notary-office', 8)];
    const ceil = all.when({ type: 'CheckPlan', data: { rosters: grown } }).state.conflicts['task-2:RATIO_MISMATCH'];
    expect(ceil?.finding).toMatchObject({
      differs: true,
      text: { sample: { size: 3 } },
      table: { sample: { size: 2 } },
    });
    const halfUp = { ...row(2), rounding: { ...row(2).rounding, value: 'half-up' as const } };
    const recorded = givenPlan(...planWith(), [{ type: 'DraftTask', data: { task: 't', content: halfUp } }]).when({
      type: 'CheckPlan',
      data: { rosters: grown },
    }).state.conflicts['t:RATIO_MISMATCH'];
    expect(recorded?.finding).toMatchObject({
      differs: false,
      text: { sample: { size: 2 } },
      table: { sample: { size: 2 } },
    });
  });
  describe('trap 1 R42 a least number out of reach', () => {
    const content = { ...row(2), atLeast: { ...row(2).atLeast, value: 4 }, joint: false, partners: [] };
    const steps = [...planWith(), [{ type: 'DraftTask', data: { task: 't', content } }], submitted] as const;
    const short = givenPlan(...steps);
    const conflict = 't:MINIMUM_UNREACHABLE';
    const finding = { code: 'MINIMUM_UNREACHABLE', atLeast: 4, sectors: [{ sector: 'notary-office', active: 3 }] };

    it('is a contradiction of its own, with its numbers', () =>
      expect(short.state.conflicts[conflict]).toMatchObject({ status: 'open', finding }));
    it('is settled by no choice, and keeps nothing from being released', () => {
      const choice = { conflict, choice: 'library', reason: '照旧' };
      short.when({ type: 'DecideConflict', data: choice }, head).refused('MIN_UNREACHABLE');
      const clear = givenPlan(...steps, decided('t:RATIO_MISMATCH', 'text'));
      expect(clear.when({ type: 'ReleasePlan', data: {} }, supervision).recorded).toHaveLength(1);
    });
    it('is settled by a leader’s waiver, by name and with the reason', () => {
      const waive = { type: 'WaiveMinimum', data: { task: 't', reason: '全市仅3家' } } as const;
      const waived = givenPlan(...steps, decided('t:RATIO_MISMATCH', 'text'), released).when(
        waive,
        context('leader-1'),
      );
      expect(waived.recorded.map(({ type }) => type)).toEqual(['MinimumWaived', 'ConflictDecided']);
      expect(waived.state.conflicts[conflict]).toMatchObject({
        status: 'decided',
        decision: { choice: 'waived', reason: '全市仅3家', by: 'leader-1' },
      });
    });
    it('lapses when the roster has grown', () => {
      const grown = [...rosters.filter((each) => each.sector !== 'notary-office'), roster('notary-office', 4)];
      const checked = short.when({ type: 'CheckPlan', data: { rosters: grown } });
      expect(checked.state.conflicts[conflict]?.status).toBe('lapsed');
    });
  });
  it('C1 keeps a decision while the samples stay, and asks again when they change', () => {
    const chosen = givenPlan(...planWith(1, 2, 3, 4), submitted, decided('task-2:RATIO_MISMATCH', 'text'));
    expect(chosen.when({ type: 'CheckPlan', data: { rosters } }).recorded).toEqual([]);
    const grown = [...rosters.filter((r) => r.sector !== 'notary-office'), roster('notary-office', 8)];
    expect(
      chosen.when({ type: 'CheckPlan', data: { rosters: grown } }).state.conflicts['task-2:RATIO_MISMATCH']?.status,
    ).toBe('open');
  });
  it('trap 2 names what the roster lacks of the table total', () => {
    const library = [roster('law-firm', 46, ['明德律师事务所', '韩江律师事务所'])];
    const { state } = givenPlan(...planWith(4)).when({ type: 'SubmitPlan', data: { rosters: library } });
    const finding = state.conflicts['task-4:TOTAL_MISMATCH']?.finding;
    expect(finding).toMatchObject({ table: 48, active: 46 });
    expect(finding?.code === 'TOTAL_MISMATCH' && finding.missing.map((entry) => entry.name)).toEqual([
      '明德律师事务所',
      '韩江律师事务所',
    ]);
  });
  it('trap 2 refuses to submit without the roster of a sector', () =>
    givenPlan(...planWith(4))
      .when({ type: 'SubmitPlan', data: { rosters: [] } })
      .refused('ROSTER_UNKNOWN'));
  it('C2 records the choice between the text’s 30% and the table’s 20% for notaries, and leaves row 1 open', () => {
    const { recorded, state } = all.when(...decided('task-2:RATIO_MISMATCH', 'table'));
    expect(recorded).toMatchObject([
      {
        type: 'ConflictDecided',
        data: {
          task: 'task-2',
          choice: 'table',
          finding: { text: { basisPoints: 3000 }, table: { basisPoints: 2000 } },
        },
      },
    ]);
    expect(state.conflicts['task-1:RATIO_MISMATCH']?.status).toBe('open');
  });
  it('C1 records both values, the person and the reason of the choice', () => {
    const [event] = all.when(...decided('task-1:RATIO_MISMATCH', 'text')).recorded;
    expect(event).toMatchObject({
      type: 'ConflictDecided',
      data: {
        choice: 'text',
        reason: '以名录实际为准，按正文执行',
        by: 'head-1',
        finding: { text: { basisPoints: 5000 }, table: { basisPoints: 2000 } },
      },
    });
  });
  it('C1 R104 refuses a choice without reason, an unknown one, and a second one', () => {
    all
      .when({ type: 'DecideConflict', data: { conflict: 'task-1:RATIO_MISMATCH', choice: 'text', reason: '' } })
      .refused('REASON_MISSING');
    all.when(...decided('task-1:RATIO_MISMATCH', 'mean')).refused('CHOICE_UNKNOWN');
    all.when(...decided('task-9:RATIO_MISMATCH', 'text')).refused('CONFLICT_UNKNOWN');
    givenPlan(...planWith(1), submitted, decided('task-1:RATIO_MISMATCH', 'text'))
      .when(...decided('task-1:RATIO_MISMATCH', 'table'))
      .refused('CONFLICT_SETTLED');
  });
  it('C1 R32 refuses the release while a conflict is open', () =>
    givenPlan(...planWith(1), submitted, consent('task-1'))
      .when({ type: 'ReleasePlan', data: {} }, supervision)
      .refused('CONFLICT_OPEN'));
  it('trap 2 blocks nothing but the rows in conflict: 3 and 4 are released, 1 and 2 held back', () => {
    const { state } = all.when({ type: 'ReleasePlan', data: { heldBack: ['task-1', 'task-2'] } }, supervision);
    expect(['task-1', 'task-2', 'task-3', 'task-4'].map((id) => state.tasks[id]?.status)).toEqual([
      'drafted',
      'drafted',
      'released',
      'released',
    ]);
  });
  it('R4 C6 refuses the release of a joint task without a partner and its consent', () => {
    all.when({ type: 'ReleasePlan', data: { heldBack: ['task-2'] } }, supervision).refused('JOINT_PARTNER_MISSING');
    all.when(...decided('task-1:JOINT_PARTNER_MISSING', 'none')).refused('JOINT_PARTNER_MISSING');
  });
  it('R4 C6 the consent names the partner and mends the conflict; the task follows into the released plan', () => {
    const steps = [
      ...planWith(1, 4),
      submitted,
      [{ type: 'ReleasePlan', data: { heldBack: ['task-1'] } }, supervision],
      consent('task-1'),
      decided('task-1:RATIO_MISMATCH', 'text'),
      decided('task-1:PRACTITIONER_TOTAL_MISSING', 'of-drawn-institutions'),
    ] as const;
    const given = givenPlan(...steps);
    expect(given.state.tasks['task-1']).toMatchObject({
      consents: [{ partner: 'drc' }],
      content: { partners: [{ organ: 'drc' }] },
    });
    expect(given.state.conflicts['task-1:JOINT_PARTNER_MISSING']?.status).toBe('settled');
    expect(
      given.when({ type: 'ReleaseTask', data: { task: 'task-1' } }, supervision).state.tasks['task-1']?.status,
    ).toBe('released');
    given.when(...consent('task-1')).refused('CONSENT_EXISTS');
    given.when({ type: 'ReleaseTask', data: { task: 'task-1' } }, head).refused('SUBMITTER_RELEASES');
  });
  it('R52 refuses consent to a task that is not joint', () =>
    givenPlan(...planWith(4), submitted)
      .when(...consent('task-4'))
      .refused('NOT_JOINT'));
});
