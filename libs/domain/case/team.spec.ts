import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { visitsCounting } from './counting';
import type { CaseFact } from './events';
import { replacementsAwaited } from './flags';
import { inspectionCase } from './rules';
import {
  approveFindings,
  attendance,
  by,
  calendar,
  finding,
  hash,
  member,
  on,
  openVisit,
  played,
  recordFindings,
  stateOf,
  takeObject,
} from './sample';
import {
  appointTeam,
  askRecusal,
  decideRecusal,
  lent,
  loan,
  nameObject,
  openThird,
  signedEnd,
  teamOf,
  thirdNotified,
  thirdStaffed,
  thirdVisited,
  thirdVisiting,
  visitBy,
} from './sample-3';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const onTheDay = by('inspector-1', '2023-09-27');
const head = by('head-1', '2023-09-22');

describe('replacement', () => {
  const replace = (more: object = {}): CaseCommand => ({
    type: 'ReplaceInspector',
    data: {
      outgoing: 'i2',
      incoming: member('i3'),
      reason: '回避',
      draw: 'draw-3',
      transcriptHash: hash('c'),
      ...more,
    },
  });
  const ask = (more: object = {}): CaseCommand => ({
    type: 'RequestReplacement',
    data: { request: 'q1', outgoing: 'i2', ground: 'recusal', recusal: 'r1', reason: '已决定回避', ...more },
  });
  const granted = played(
    [
      [askRecusal(), 'officer-1', '2023-09-21'],
      [decideRecusal(true), 'head-1', '2023-09-22'],
    ],
    thirdNotified(),
  );

  it('R61 trap 6 is asked for with the decision’s id and recorded with it', () => {
    expect(replacementsAwaited(stateOf(granted))).toEqual([
      { inspector: 'i2', recusal: 'r1', request: null, reason: '已决定回避' },
    ]);
    const asked = played([[ask(), 'head-1', '2023-09-22']], granted);
    expect(replacementsAwaited(stateOf(asked))[0]).toMatchObject({ request: 'q1', recusal: 'r1' });
    const { recorded, state } = inCase(asked).when(replace(), head);
    expect(recorded[0]).toMatchObject({ data: { recusal: 'r1' } });
    expect(state?.context.replacements[0]?.incoming).toBe('i3');
    expect(replacementsAwaited(state as never)).toEqual([]);
  });
  it('R61 refuses a request without its decision, twice, or about a stranger', () => {
    inCase(granted)
      .when(ask({ recusal: 'r7' }), head)
      .refused('RECUSAL_UNKNOWN');
    inCase(granted)
      .when(ask({ recusal: null }), head)
      .refused('RECUSAL_UNKNOWN');
    inCase(thirdNotified()).when(ask(), head).refused('RECUSAL_UNKNOWN');
    inCase(played([[ask(), 'head-1', '2023-09-22']], granted))
      .when(ask({ request: 'q2' }), head)
      .refused('REPLACEMENT_ASKED');
    inCase(granted)
      .when(ask({ outgoing: 'i9', ground: 'absence', recusal: null }), head)
      .refused('NOT_IN_TEAM');
    inCase(thirdNotified())
      .when(replace({ recusal: 'r1' }), head)
      .refused('RECUSAL_UNKNOWN');
  });
  it('R56 without a decision another ground and its reason are enough', () =>
    expect(
      inCase(thirdNotified()).when(ask({ ground: 'absence', recusal: null, reason: '病假' }), head).recorded,
    ).toHaveLength(1));

  it('R59 trap 6 rotation counts who was there, in drawn and for-cause cases, and nobody who was replaced before', () => {
    const replaced = played(
      [
        [replace({ reason: '病假' }), 'system:selection', '2023-09-22'],
        [visitBy(['i1', 'i3']), 'inspector-1', '2023-09-27'],
      ],
      thirdNotified(),
    );
    expect(visitsCounting(stateOf(replaced)).map(({ person }) => person)).toEqual(['i1', 'i3']);
    const forCause = played([
      openThird({ purpose: 'for-cause' }),
      [nameObject(), 'officer-1', '2023-09-04'],
      [appointTeam(), 'head-1', '2023-09-05'],
      [{ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '防止转移' } }, 'head-1'],
      [visitBy(['i1', 'i2']), 'inspector-1', '2023-09-27'],
      [
        { type: 'ServeNotice', data: { occurredOn: on('2023-09-27'), document: '通知', selfInspectionDueOn: null } },
        'inspector-1',
      ],
      [signedEnd, 'inspector-1', '2023-09-28'],
    ]);
    expect(visitsCounting(stateOf(forCause))).toEqual([
      { person: 'i1', object: 'firm-1', visitedOn: '2023-09-28' },
      { person: 'i2', object: 'firm-1', visitedOn: '2023-09-28' },
    ]);
    expect(visitsCounting(stateOf(thirdStaffed()))).toEqual([]);
  });
  it('R59 trap 6 a revisit is not counted', () => {
    const approved = played(
      [
        [recordFindings([finding('f1', 'correction-ordered')]), 'inspector-1', '2023-09-29'],
        [approveFindings, 'head-1', '2023-09-30'],
      ],
      thirdVisited(),
    );
    const told = { disposition: 'd1', finding: 'f1', occurredOn: on('2023-10-02') };
    const revisited = played(
      [
        [
          { type: 'OrderCorrection', data: { ...told, text: '改正', dueOn: on('2023-10-03'), calendar } },
          'officer-1',
          '2023-10-02',
        ],
        [{ type: 'ReportRectification', data: { ...told, text: '已改', evidence: [] } }, 'officer-1', '2023-10-02'],
        [
          {
            type: 'RecordFollowUp',
            data: { ...told, passed: true, method: 'onSite', text: '已改正', evidence: [], asInspector: 'i3' },
          },
          'inspector-3',
          '2023-10-02',
        ],
      ],
      approved,
    );
    expect(stateOf(revisited).context.dispositions[0]?.state).toBe('corrected');
    expect(visitsCounting(stateOf(revisited))).toEqual(visitsCounting(stateOf(approved)));
  });
});

describe('lent inspectors and certificates', () => {
  const team = teamOf([member('i1'), lent]);
  const drawn = played([openThird(), takeObject]);

  it('R21 trap 5 one lent by another organ fills the borrower’s seat and writes for it', () => {
    expect(inCase(drawn).when(team, by('system:selection', '2023-09-05')).recorded).toHaveLength(1);
    inCase(drawn)
      .when(teamOf([member('i1'), member('b1', 'raoping')]), head)
      .refused('NOT_A_DEPARTMENT');
    const written = played(
      [
        [team, 'system:selection', '2023-09-05'],
        [{ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '临时' } }, 'head-1'],
        [visitBy(['b1', 'i1']), 'inspector-b', '2023-09-27'],
        [
          { type: 'ServeNotice', data: { occurredOn: on('2023-09-27'), document: '通知', selfInspectionDueOn: null } },
          'inspector-b',
        ],
        [{ ...signedEnd, data: { ...signedEnd.data, asInspector: 'b1' } }, 'inspector-b', '2023-09-28'],
      ],
      drawn,
    );
    const result = recordFindings([finding('f1', 'nothing-found')], { asInspector: 'b1' });
    expect(inCase(written).when(result, by('inspector-b', '2023-09-28')).refusal?.code).toBe('DAY_IN_FUTURE');
    expect(inCase(written).when(result, by('inspector-b', '2023-09-29')).recorded).toHaveLength(1);
  });
  it('R21 refuses a loan that is over, at the draw and on the day', () => {
    inCase(drawn).when(team, by('system:selection', '2023-09-29')).refused('LOAN_NOT_IN_FORCE');
    const unannounced = played(
      [
        [team, 'system:selection', '2023-09-05'],
        [{ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '临时' } }, 'head-1'],
      ],
      drawn,
    );
    const returned = { ...attendance('b1'), loan: { ...loan, until: on('2023-09-26') } };
    const visit: CaseCommand = {
      ...openVisit,
      data: { ...openVisit.data, present: [attendance('i1'), returned] },
    };
    inCase(unannounced).when(visit, onTheDay).refused('LOAN_NOT_IN_FORCE');
  });
  it('R22 certificates are looked at again on each day of visiting', () => {
    const again = visitBy(['i1', 'i2'], {
      visit: 'v2',
      occurredOn: on('2023-09-29'),
      present: [attendance('i1'), { inspector: 'i2', certificateValidUntil: on('2023-09-28') }],
    });
    inCase(thirdVisited()).when(again, by('inspector-1', '2023-09-29')).refused('CERTIFICATE_INVALID');
    expect(stateOf(thirdVisiting()).context.visits).toHaveLength(1);
  });
});
