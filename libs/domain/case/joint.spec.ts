import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { countOf } from './counting';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approveFindings,
  approveInspection,
  by,
  finding,
  member,
  on,
  played,
  recordFindings,
  serveNotice,
  stateOf,
  takeObject,
} from './sample';
import { joint, openThird, ownRule, signedEnd, teamOf, visitBy } from './sample-3';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const inspector = by('inspector-1', '2023-09-29');

describe('a joint visit', () => {
  const team = [member('i1'), member('i2'), member('p1', 'ndrc')];
  const staffed = (more: object = {}) =>
    played([
      openThird({ departments: joint, ...more }),
      takeObject,
      [teamOf(team), 'system:selection', '2023-09-05'],
      approveInspection,
      serveNotice,
    ]);
  const absent: CaseCommand = {
    type: 'NoteDepartmentAbsence',
    data: { department: 'ndrc', reason: '未派员到场', occurredOn: on('2023-09-27') },
  };
  const without = visitBy(['i1', 'i2']);

  it('R68 trap 12 without the partner the visit goes on, its section ends 未参加 and the clock starts', () => {
    const done = played(
      [
        [without, 'inspector-1', '2023-09-27'],
        [absent, 'inspector-1', '2023-09-27'],
        [signedEnd, 'inspector-1', '2023-09-28'],
        [recordFindings([finding('f1', 'nothing-found')]), 'inspector-1', '2023-09-29'],
        [approveFindings, 'head-1', '2023-09-30'],
      ],
      staffed(),
    );
    expect(stateOf(done).context.sections.map(({ status }) => status)).toEqual(['approved', 'absent']);
    expect(stateOf(done).context.dues?.publication.on).toBe('2023-10-03');
    expect(countOf(stateOf(done))).toMatchObject({ joint: true, towardsCap: 1 });
  });
  it('trap 12 or is moved, where the organ’s rule says so', () => {
    const moves = { practice: { partnerAbsent: ownRule('moved' as const) } };
    const day = by('inspector-1', '2023-09-27');
    inCase(staffed(moves)).when(without, day).refused('PARTNER_NOT_THERE');
    expect(inCase(staffed(moves)).when(visitBy(['i1', 'i2', 'p1']), day).recorded).toHaveLength(1);
  });
  describe('whose people are there on different days', () => {
    const dated = (jointClock: 'last-department' | 'each') =>
      played(
        [
          [visitBy(['i1', 'i2', 'p1'], { occurredOn: on('2023-09-20') }), 'inspector-1', '2023-09-20'],
          [{ ...signedEnd, data: { ...signedEnd.data, occurredOn: on('2023-09-20') } }, 'inspector-1', '2023-09-20'],
          [visitBy(['i1', 'i2'], { visit: 'visit-2', occurredOn: on('2023-09-26') }), 'inspector-1', '2023-09-26'],
          [
            { ...signedEnd, data: { ...signedEnd.data, visit: 'visit-2', occurredOn: on('2023-09-26') } },
            'inspector-1',
            '2023-09-26',
          ],
        ],
        staffed({ practice: { jointClock: ownRule(jointClock) } }),
      );
    const clocks = (facts: readonly CaseFact[]) =>
      deadlines(stateOf(facts))
        .filter(({ kind }) => kind === 'record' || kind === 'approve' || kind === 'publication')
        .map(({ kind, subject, on: day }) => [kind, subject, day]);

    it('trap 9 trap 12 C9 the clock starts when the last has left', () =>
      expect(clocks(dated('last-department'))).toEqual([
        ['record', null, '2023-09-28'],
        ['approve', null, '2023-09-30'],
        ['publication', 'result-1', '2023-10-01'],
      ]));
    it('trap 9 trap 12 C9 or each department’s on its own last day, where the organ’s rule says so; they publish together', () => {
      const facts = dated('each');
      expect(clocks(facts)).toEqual([
        ['record', 'ndrc', '2023-09-22'],
        ['approve', 'ndrc', '2023-09-24'],
        ['record', 'chaozhou', '2023-09-28'],
        ['approve', 'chaozhou', '2023-09-30'],
        ['publication', 'result-1', '2023-10-01'],
      ]);
      const partner = recordFindings([finding('p1', 'risk')], { department: 'ndrc', asInspector: 'p1' });
      const written = played([[partner, 'inspector-p', '2023-09-29']], facts);
      expect(clocks(written).map(([kind, subject]) => `${kind} ${subject}`)).toEqual([
        'approve ndrc',
        'record chaozhou',
        'approve chaozhou',
        'publication result-1',
      ]);
      const passed = { type: 'PassCaseDeadline', data: { deadline: 'record:ndrc:2023-09-22' } } as const;
      expect(inCase(facts).when(passed, by('system:clock', '2023-09-27')).recorded).toHaveLength(1);
      inCase(written).when(passed, by('system:clock', '2023-09-30')).refused('DEADLINE_UNKNOWN');
    });
  });
  it('R68 trap 12 each department writes and approves its own section', () => {
    const both = played(
      [
        [visitBy(['i1', 'i2', 'p1']), 'inspector-1', '2023-09-27'],
        [signedEnd, 'inspector-1', '2023-09-28'],
        [recordFindings([finding('f1', 'nothing-found')]), 'inspector-1', '2023-09-29'],
      ],
      staffed(),
    );
    const partner = recordFindings([finding('p1', 'risk')], { department: 'ndrc', asInspector: 'p1' });
    inCase(both)
      .when(recordFindings([finding('p1', 'risk')], { department: 'ndrc', asInspector: 'i2' }), inspector)
      .refused('NOT_IN_TEAM');
    const recorded = played([[partner, 'inspector-p', '2023-09-29']], both);
    const approve = (byOrgan: string, department: string): CaseCommand => ({
      type: 'ApproveFindings',
      data: { department, asInspector: null, byOrgan },
    });
    inCase(recorded).when(approve('ndrc', 'chaozhou'), by('ndrc-officer', '2023-09-30')).refused('OTHER_UNIT_DECIDES');
    const own = played([[approve('ndrc', 'ndrc'), 'ndrc-officer', '2023-09-30']], recorded);
    expect(stage(stateOf(own)).code).toBe('awaiting-approval');
  });
  it('R61 R4 each department’s head decides on its own people, the case’s organ on everybody', () => {
    const order = (inspector: string, byOrgan: string): CaseCommand => ({
      type: 'OrderRecusal',
      data: { recusal: 'r1', inspector, reason: '查明', occurredOn: on('2023-09-21'), asInspector: null, byOrgan },
    });
    const { when } = inCase(staffed());
    const head = by('head-1', '2023-09-21');
    expect(when(order('p1', 'ndrc'), head).recorded).toHaveLength(2);
    expect(when(order('p1', 'chaozhou'), head).recorded).toHaveLength(2);
    when(order('i1', 'ndrc'), head).refused('OTHER_UNIT_DECIDES');
    when(order('p1', 'raoping'), head).refused('OTHER_UNIT_DECIDES');
  });
  it('trap 12 the least number counts for the whole team, or for each department by the organ’s rule', () => {
    const each = { practice: { teamCounts: ownRule('per-department' as const) } };
    const opened = played([openThird({ departments: joint, ...each }), takeObject]);
    inCase(opened).when(teamOf(team), by('system:selection', '2023-09-05')).refused('SEATS_NOT_FILLED');
    const four = teamOf([...team, member('p2', 'ndrc')]);
    expect(inCase(opened).when(four, by('system:selection', '2023-09-05')).recorded).toHaveLength(1);
  });
});
