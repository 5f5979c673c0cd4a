import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { flagsOf } from './flags';
import { inspectionCase } from './rules';
import { approveFindings, by, finding, notified, on, played, recordFindings, stateOf, visited } from './sample';
import { askRecusal, decideRecusal, ownRule, thirdNotified, thirdVisited, visitBy } from './sample-3';

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
    inCase(arrived({}))
      .when(visitBy(['i1', 'i2']), onTheDay)
      .refused('RECUSAL_UNDECIDED');
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
    const recorded = played([[recordFindings([finding('f1', 'risk')]), 'inspector-1', '2023-09-29']], thirdVisited());
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
    inCase(thirdNotified(needed))
      .when(visitBy(['i1', 'i2']), onTheDay)
      .refused('STATEMENT_MISSING');
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
