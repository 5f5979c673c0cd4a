import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import { by, finding, on, planned, played, stateOf } from './sample';
import {
  decide,
  guide,
  heard,
  noticed,
  openFourth,
  orderWith,
  out,
  paper,
  pass,
  publishedFourth,
  REMEDIES,
  serve,
  urge,
  visitedFourth,
} from './sample-4';
import { end, followUp, forgo, investigate, rectified } from './sample-measures';
import { deadlines, stage } from './state';
import { guidanceKinds } from './vocabulary-4';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = (day: string) => by('officer-1', day);
const kinds = (facts: readonly CaseFact[]) => deadlines(stateOf(facts)).map((one) => [one.kind, one.on]);
const onDay = (day: string, ...commands: readonly CaseCommand[]) =>
  commands.map((command) => [command, 'officer-1', day] as const);

const wrong = publishedFourth([finding('f1', 'correction-ordered')]);
const ordered = played(onDay('2023-10-08', orderWith(REMEDIES), paper('e')), wrong);

describe('R78 an order to correct', () => {
  it('R78 tells the remedies', () => {
    inCase(wrong).when(orderWith(' '), officer('2023-10-08')).refused('REMEDIES_MISSING');
    const [event] = inCase(wrong).when(orderWith(REMEDIES), officer('2023-10-08')).recorded;
    expect(event?.data).toMatchObject({ remedies: REMEDIES, dueOn: '2023-10-23' });
  });
  it('R78 binds from its service: before, its day passes without the rectification lapsing', () => {
    expect(kinds(ordered)).toContainEqual(['service', '2023-10-23']);
    expect(kinds(ordered).some(([kind]) => kind === 'correction')).toBe(false);
    const passed = played([[pass('service:d1:2023-10-23'), 'system:daily', '2023-10-24']], ordered);
    expect(stateOf(passed).context.dispositions[0]?.state).toBe('rectifying');
    expect(stateOf(passed).context.escalations).toMatchObject([{ kind: 'service', proposal: 'serve' }]);
    const served = played(onDay('2023-10-09', serve('2023-10-09')), ordered);
    expect(kinds(served)).toContainEqual(['correction', '2023-10-23']);
    const lapsed = played([[pass('correction:d1:2023-10-23'), 'system:daily', '2023-10-24']], served);
    expect(stateOf(lapsed).context.dispositions[0]).toMatchObject({ state: 'revisiting' });
  });
  it('R78 that arrives after its own last day has a later one, and the revisit moves with it', () => {
    inCase(ordered).when(serve('2023-10-25'), officer('2023-10-25')).refused('SERVED_TOO_LATE');
    inCase(ordered)
      .when(serve('2023-10-25', { dueOn: on('2023-10-24') }), officer('2023-10-25'))
      .refused('DUE_BEFORE_ORDER');
    const late = stateOf(played(onDay('2023-10-25', serve('2023-10-25', { dueOn: on('2023-11-10') })), ordered));
    expect(late.context.dispositions[0]?.rounds[0]).toMatchObject({
      dueOn: '2023-11-10',
      revisit: { on: '2023-11-24' },
      served: { how: 'in-person', on: '2023-10-25' },
    });
  });
  it('R78 is served once, with its proof on file', () => {
    inCase(ordered)
      .when(serve('2023-10-09', { evidence: [] }), officer('2023-10-09'))
      .refused('SERVICE_UNPROVEN');
    inCase(ordered)
      .when(serve('2023-10-09', { evidence: ['f'.repeat(64)] }), officer('2023-10-09'))
      .refused('EVIDENCE_UNKNOWN');
    inCase(ordered).when(serve('2023-10-09'), officer('2023-10-08')).refused('DAY_IN_FUTURE');
    const served = played(onDay('2023-10-09', serve('2023-10-09')), ordered);
    inCase(served).when(serve('2023-10-10'), officer('2023-10-10')).refused('OUT_OF_TURN');
    inCase(ordered)
      .when(serve('2023-10-09', { disposition: 'd9' }), officer('2023-10-09'))
      .refused('DISPOSITION_UNKNOWN');
  });
});

describe('R78 guidance and penalty', () => {
  const breach = publishedFourth([finding('f1', 'breach-investigation')]);
  const opened = played(onDay('2023-10-08', investigate('d1', 'f1', '2023-10-08'), paper('e')), breach);
  const told = played(onDay('2023-10-20', noticed('2023-10-20', '2023-10-25')), opened);
  const listened = played(onDay('2023-10-24', heard('2023-10-24')), told);
  const guided = played(onDay('2023-10-24', guide('g1', '2023-10-24')), listened);

  it('R78 refuses a penalty that nobody was told of beforehand', () => {
    inCase(opened).when(decide('2023-10-26'), officer('2023-10-26')).refused('PENALTY_NOTICE_MISSING');
    inCase(opened).when(heard('2023-10-20'), officer('2023-10-20')).refused('PENALTY_NOTICE_MISSING');
    inCase(opened).when(noticed('2023-10-20', '2023-10-19'), officer('2023-10-20')).refused('HEARING_REVERSED');
    inCase(opened)
      .when(noticed('2023-10-07', '2023-10-07'), officer('2023-10-20'))
      .refused('NOTICE_BEFORE_INVESTIGATION');
  });
  it('R81 no step is dated before the one that it follows, nor before the inspection began', () => {
    inCase(guided).when(decide('2023-10-19'), officer('2023-10-26')).refused('DAY_BEFORE_STEP');
    inCase(breach)
      .when(investigate('d1', 'f1', '2023-08-01'), officer('2023-10-08'))
      .refused('DAY_BEFORE_STEP');
  });
  it('R78 waits for the statement or the end of its days', () => {
    inCase(told).when(decide('2023-10-25'), officer('2023-10-25')).refused('HEARING_OPEN');
    const silent = played(onDay('2023-10-24', guide('g1', '2023-10-24')), told);
    expect(inCase(silent).when(decide('2023-10-26'), officer('2023-10-26')).recorded).toHaveLength(1);
    expect(inCase(guided).when(decide('2023-10-25'), officer('2023-10-25')).recorded).toHaveLength(1);
    const waived = played(onDay('2023-10-21', heard('2023-10-21', true), guide('g1', '2023-10-21')), told);
    expect(stateOf(waived).context.dispositions[0]?.statement).toMatchObject({ waived: true, on: '2023-10-21' });
    inCase(listened).when(heard('2023-10-25'), officer('2023-10-25')).refused('OUT_OF_TURN');
  });
  it('R78 combines it with guidance, and tells the remedies', () => {
    inCase(listened).when(decide('2023-10-26'), officer('2023-10-26')).refused('GUIDANCE_MISSING');
    inCase(guided).when(decide('2023-10-26', ''), officer('2023-10-26')).refused('REMEDIES_MISSING');
    const [event] = inCase(guided).when(decide('2023-10-26'), officer('2023-10-26')).recorded;
    expect(event).toMatchObject({ type: 'PenaltyDecided', data: { remedies: REMEDIES } });
  });
  it('R78 R87 serves the decision within seven days, with proof', () => {
    const decided = played([...onDay('2023-10-26', decide('2023-10-26')), ...out('outcome-2', '2023-10-27')], guided);
    expect(kinds(decided)).toContainEqual(['service', '2023-11-02']);
    const given3 = serve('2023-10-30', { paper: 'penalty-decision' });
    inCase(decided)
      .when(serve('2023-10-25', { paper: 'penalty-decision' }), officer('2023-10-30'))
      .refused('SERVED_BEFORE_DECISION');
    const served = played(onDay('2023-10-30', given3, forgo('d1', 'f1')), decided);
    expect(stateOf(served).context.dispositions[0]?.penalty?.served).toEqual({
      paper: 'penalty-decision',
      how: 'in-person',
      on: '2023-10-30',
    });
    expect(kinds(served).some(([kind]) => kind === 'service')).toBe(false);
    expect(stage(stateOf(served)).code).toBe('closed');
  });
  it('R81 an investigation ends within ninety days, else the leader is told', () => {
    expect(kinds(opened)).toContainEqual(['investigation', '2024-01-06']);
    const passed = played([[pass('investigation:d1:2024-01-06'), 'system:daily', '2024-01-07']], opened);
    expect(stateOf(passed).context.escalations).toMatchObject([{ kind: 'investigation', proposal: 'hasten' }]);
  });
  it('R78 leaves the life of the measure as it was', () => {
    expect(stateOf(guided).context.dispositions[0]).toMatchObject({
      state: 'investigating',
      steps: ['InvestigationOpened'],
    });
    expect(() => played(onDay('2023-10-26', end('NoteListingDeclined', 'd1', 'f1', '2023-10-26')), guided)).toThrow();
  });
});

describe('R77 行政指导 all along', () => {
  it('R77 is given from the draw to the close, five kinds of it, on a finding or on the case', () => {
    const early = played(onDay('2023-09-21', guide('g1', '2023-09-21', null)), visitedFourth().slice(0, 5));
    expect(stateOf(early).context.guidance).toMatchObject([{ guidance: 'g1', kind: 'advice', by: 'officer-1' }]);
    const all = guidanceKinds.map((kind, index): CaseCommand => ({
      type: 'GiveGuidance',
      data: { guidance: `g${index}`, finding: 'f1', kind, text: '指导', occurredOn: on('2023-10-09') },
    }));
    const { guidance } = stateOf(played(onDay('2023-10-09', ...all), wrong)).context;
    expect(guidance.map(({ kind }) => kind)).toEqual([
      'advice',
      'reminder',
      'persuasion',
      'demonstration',
      'publicity',
    ]);
    const closed = publishedFourth([finding('f1', 'nothing-found')]);
    const after = stateOf(played(onDay('2023-10-09', guide('g1', '2023-10-09', null)), closed));
    expect(stage(after).code).toBe('closed');
  });
  it('R77 refuses an empty one, one twice, one on a finding that is not there, one before there is an object', () => {
    const once = played(onDay('2023-10-09', guide('g1', '2023-10-09')), wrong);
    inCase(once).when(guide('g1', '2023-10-09'), officer('2023-10-09')).refused('GUIDANCE_TWICE');
    inCase(once)
      .when(guide('g2', '2023-10-09', 'f9'), officer('2023-10-09'))
      .refused('FINDING_UNKNOWN');
    inCase(once).when(guide('g2', '2023-10-10'), officer('2023-10-09')).refused('DAY_IN_FUTURE');
    inCase(openFourth)
      .when(guide('g1', '2023-09-02', null), officer('2023-09-02'))
      .refused('OUT_OF_TURN');
    inCase(planned)
      .when(guide('g1', '2023-09-02', null), officer('2023-09-02'))
      .refused('OUT_OF_TURN');
  });
});

describe('R84 催办', () => {
  it('R84 is recorded for what is open, as often as it is done, and moves nothing', () => {
    const urged = played(
      [...onDay('2023-10-12', urge('2023-10-12')), ...onDay('2023-10-20', urge('2023-10-20'))],
      ordered,
    );
    expect(stateOf(urged).context.urgings.map(({ occurredOn, by: who }) => [occurredOn, who])).toEqual([
      ['2023-10-12', 'officer-1'],
      ['2023-10-20', 'officer-1'],
    ]);
    expect(stateOf(urged).context.dispositions).toEqual(stateOf(ordered).context.dispositions);
  });
  it('R84 refuses what is settled or not there', () => {
    inCase(wrong).when(urge('2023-10-12'), officer('2023-10-12')).refused('DISPOSITION_UNKNOWN');
    const done = played(
      onDay(
        '2023-10-20',
        serve('2023-10-09'),
        rectified('d1', 'f1', '2023-10-20'),
        followUp('d1', 'f1', '2023-10-20', true),
      ),
      ordered,
    );
    inCase(done).when(urge('2023-10-21'), officer('2023-10-21')).refused('OUT_OF_TURN');
  });
});
