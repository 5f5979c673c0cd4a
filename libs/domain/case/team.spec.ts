import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { visitsCounting } from './counting';
import type { CaseFact } from './events';
import { flagsOf, replacementsAwaited } from './flags';
import { inspectionCase } from './rules';
import {
  approveFindings,
  attendance,
  by,
  calendar,
  finding,
  hash,
  member,
  notified,
  on,
  openVisit,
  played,
  recordFindings,
  stateOf,
  takeObject,
  visited,
} from './sample';
import {
  appointTeam,
  askRecusal,
  decideRecusal,
  lent,
  loan,
  nameObject,
  openThird,
  ownRule,
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
const goesOn = { practice: { recusalMeanwhile: ownRule('goes-on' as const) } };
const order = (more: object = {}): CaseCommand => ({
  type: 'OrderRecusal',
  data: {
    recusal: 'r9',
    inspector: 'i2',
    reason: '三年前曾任该所律师',
    occurredOn: on('2023-09-21'),
    asInspector: null,
    ...more,
  },
});

describe('recusal', () => {
  it('R61 is ordered by office, under every chart, in one step with its decision', () => {
    for (const facts of [notified, thirdNotified()]) {
      const { recorded, state } = inCase(facts).when(order(), head);
      expect(recorded.map(({ type }) => type)).toEqual(['RecusalRequested', 'RecusalGranted']);
      expect(state?.context.recusals).toEqual([
        expect.objectContaining({ recusal: 'r9', origin: 'office', status: 'granted', decidedBy: 'head-1' }),
      ]);
    }
  });
  it('R61 refuses an order without a reason, about a stranger, by a member, by another unit, under a used number', () => {
    inCase(notified)
      .when(order({ reason: ' ' }), head)
      .refused('REASON_MISSING');
    inCase(notified)
      .when(order({ inspector: 'i9' }), head)
      .refused('NOT_IN_TEAM');
    inCase(notified)
      .when(order({ asInspector: 'i1' }), head)
      .refused('APPROVER_IN_TEAM');
    inCase(notified)
      .when(order({ byOrgan: 'raoping' }), head)
      .refused('OTHER_UNIT_DECIDES');
    inCase(played([[order(), 'head-1', '2023-09-22']], notified))
      .when(order(), head)
      .refused('RECUSAL_TWICE');
  });
  it('R61 trap 6 on arrival the work waits by the one rule and goes on by the other', () => {
    const arrived = (more: object) => played([[askRecusal(), 'officer-1', '2023-09-27']], thirdNotified(more));
    inCase(arrived({})).when(visitBy(['i1', 'i2']), onTheDay).refused('RECUSAL_UNDECIDED');
    expect(inCase(arrived(goesOn)).when(visitBy(['i1', 'i2']), onTheDay).recorded).toHaveLength(1);
  });
  it('R61 while it goes on, nothing is final before the head has decided', () => {
    const recorded = played(
      [
        [askRecusal({ occurredOn: on('2023-09-28') }), 'officer-1', '2023-09-28'],
        [recordFindings([finding('f1', 'nothing-found')]), 'inspector-1', '2023-09-29'],
      ],
      thirdVisited(goesOn),
    );
    inCase(recorded).when(approveFindings, by('head-1', '2023-09-30')).refused('RECUSAL_UNDECIDED');
    const decided = played([[decideRecusal(false), 'head-1', '2023-09-30']], recorded);
    expect(inCase(decided).when(approveFindings, by('head-1', '2023-09-30')).recorded).toHaveLength(1);
    expect(flagsOf(stateOf(decided))).toEqual([]);
  });
  it('R61 trap 6 granted after the visit or after the result: the result stands and the auditor is told', () => {
    const afterVisit = played(
      [
        [askRecusal({ occurredOn: on('2023-09-28') }), 'officer-1', '2023-09-28'],
        [decideRecusal(true), 'head-1', '2023-09-28'],
      ],
      thirdVisited(),
    );
    expect(flagsOf(stateOf(afterVisit))).toEqual([
      expect.objectContaining({ code: 'recusal-after-visit', role: 'auditor', subject: 'r1' }),
    ]);
    const recorded = played(
      [[recordFindings([finding('f1', 'risk')]), 'inspector-1', '2023-09-29']],
      thirdVisited(),
    );
    const late = played(
      [
        [askRecusal({ occurredOn: on('2023-09-30') }), 'officer-1', '2023-09-30'],
        [decideRecusal(true), 'head-1', '2023-09-30'],
        [approveFindings, 'head-1', '2023-09-30'],
      ],
      recorded,
    );
    expect(stateOf(late).context.findings).toEqual(stateOf(recorded).context.findings);
    expect(flagsOf(stateOf(late)).map(({ code }) => code)).toEqual(['recusal-after-result']);
  });
  it('R61 trap 6 an interest told late is the auditor’s, and of somebody of this case', () => {
    const recorded = played([[recordFindings([finding('f1', 'risk')]), 'inspector-1', '2023-09-29']], visited);
    const disclose = (inspector: string, relation = '近亲属'): CaseCommand => ({
      type: 'DiscloseInterest',
      data: { inspector, relation, occurredOn: on('2023-09-29') },
    });
    const officer = by('officer-1', '2023-09-30');
    inCase(recorded).when(disclose('i9'), officer).refused('NOT_IN_TEAM');
    inCase(recorded).when(disclose('i1', ''), officer).refused('REASON_MISSING');
    expect(flagsOf(stateOf(played([[disclose('i1')]], recorded)))).toEqual([
      expect.objectContaining({ code: 'interest-disclosed', role: 'auditor', subject: 'i1' }),
    ]);
  });
});

describe('statements for the case', () => {
  const state = (more: object = {}): CaseCommand => ({
    type: 'StateConflict',
    data: {
      inspector: 'i2',
      conflict: false,
      relation: null,
      recusal: null,
      occurredOn: on('2023-09-21'),
      asInspector: 'i2',
      ...more,
    },
  });
  const needed = { practice: { conflictStatement: ownRule(true) } };

  it('R61 each member states it before the visit where the organ’s rule asks for it', () => {
    inCase(thirdNotified(needed)).when(visitBy(['i1', 'i2']), onTheDay).refused('STATEMENT_MISSING');
    const stated = played(
      [
        [state(), 'inspector-2', '2023-09-21'],
        [state({ inspector: 'i1', asInspector: 'i1' }), 'inspector-1', '2023-09-21'],
      ],
      thirdNotified(needed),
    );
    expect(inCase(stated).when(visitBy(['i1', 'i2']), onTheDay).recorded).toHaveLength(1);
    expect(inCase(thirdNotified()).when(visitBy(['i1', 'i2']), onTheDay).recorded).toHaveLength(1);
  });
  it('R61 a conflict asks for one’s own recusal', () => {
    const { recorded } = inCase(thirdNotified()).when(
      state({ conflict: true, relation: '师生', recusal: 'r1' }),
      by('inspector-2', '2023-09-21'),
    );
    expect(recorded.map(({ type }) => type)).toEqual(['ConflictStated', 'RecusalRequested']);
    expect(recorded[1]).toMatchObject({ data: { origin: 'own', recusal: 'r1' } });
  });
  it('R61 refuses a statement for somebody else and a conflict without relation or number', () => {
    const { when } = inCase(thirdNotified());
    when(state({ asInspector: 'i1' }), head).refused('NOT_OWN_STATEMENT');
    when(state({ conflict: true, recusal: 'r1' }), head).refused('REASON_MISSING');
    when(state({ conflict: true, relation: '师生' }), head).refused('REASON_MISSING');
    inCase(notified).when(state(), head).refused('OUT_OF_TURN');
  });
});

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
      .refused('OUT_OF_TURN');
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
