import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { flagsOf } from './flags';
import { inspectionCase } from './rules';
import { by, finding, on, played, recordFindings, stateOf } from './sample';
import { approvedFourth, orderWith, paper, pass, publishedFourth, recordedFourth, REMEDIES, serve } from './sample-4';
import { followUp, furtherOrder } from './sample-measures';
import { deadlines } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const daily = (facts: readonly CaseFact[], deadline: string, day: string) =>
  played([[pass(deadline), 'system:daily', day]], facts);
const sendBack: CaseCommand = {
  type: 'ReturnFindings',
  data: { department: 'chaozhou', reason: '事实不清', asInspector: null },
};
const answer = (escalation: string, instruction = '三日内办结'): CaseCommand => ({
  type: 'AnswerEscalation',
  data: { escalation, instruction },
});
const recorded = recordedFourth([finding('f1', 'correction-ordered')]);

describe('trap 9 a result that is sent back', () => {
  it('trap 9 on D+4 the clock goes on and the leader is told', () => {
    const back = played([[sendBack, 'head-1', '2023-10-02']], recorded);
    expect(deadlines(stateOf(back)).find(({ kind }) => kind === 'publication')?.on).toBe('2023-10-03');
    expect(stateOf(back).context.escalations).toEqual([
      {
        escalation: 'returned:chaozhou:1',
        cause: 'returned-late',
        kind: 'approve',
        subject: 'chaozhou',
        dueOn: '2023-10-03',
        proposal: 'hasten',
        on: '2023-10-02',
        answer: null,
      },
    ]);
    expect(flagsOf(stateOf(back))).toMatchObject([
      { code: 'escalated', role: 'leader', subject: 'returned:chaozhou:1', on: '2023-10-03' },
    ]);
  });
  it('trap 9 in good time nobody above has to know', () => {
    const back = played([[sendBack, 'head-1', '2023-10-01']], recorded);
    expect(stateOf(back).context.escalations).toEqual([]);
    expect(flagsOf(stateOf(back))).toEqual([]);
  });
  it('trap 9 each time that it is sent back too late is told of', () => {
    const back = played([[sendBack, 'head-1', '2023-10-02']], recorded);
    const again = played(
      [
        [
          recordFindings([finding('f2', 'nothing-found')], { occurredOn: on('2023-10-02') }),
          'inspector-1',
          '2023-10-02',
        ],
        [sendBack, 'head-1', '2023-10-03'],
      ],
      back,
    );
    expect(stateOf(again).context.escalations.map(({ escalation }) => escalation)).toEqual([
      'returned:chaozhou:1',
      'returned:chaozhou:2',
    ]);
  });
});

describe('a day that passes', () => {
  const published = publishedFourth([finding('f1', 'correction-ordered')]);
  const served = played(
    [
      [orderWith(REMEDIES), 'officer-1', '2023-10-08'],
      [paper('e'), 'officer-1', '2023-10-08'],
      [serve('2023-10-09'), 'officer-1', '2023-10-09'],
    ],
    published,
  );
  const lapsed = daily(served, 'correction:d1:2023-10-23', '2023-10-24');

  it('R73 trap 9 tells the leader once, whether the job runs twice or not', () => {
    const late = daily(approvedFourth([finding('f1', 'risk')]), 'publication:result-1:2023-10-03', '2023-10-04');
    expect(late.slice(-2).map(({ type }) => type)).toEqual(['DeadlinePassed', 'CaseEscalated']);
    expect(
      inCase(late).when(pass('publication:result-1:2023-10-03'), by('system:daily', '2023-10-05')).recorded,
    ).toEqual([]);
  });
  it('R84 without a report proposes the revisit, and without the revisit a further order', () => {
    expect(stateOf(lapsed).context.dispositions[0]).toMatchObject({ state: 'revisiting' });
    const missed = daily(lapsed, 'revisit:d1:2023-11-06', '2023-11-07');
    expect(stateOf(missed).context.escalations.map(({ kind, proposal }) => [kind, proposal])).toEqual([
      ['correction', 'revisit'],
      ['revisit', 'further-order'],
    ]);
    expect(flagsOf(stateOf(missed)).map(({ label }) => label)).toEqual([
      '整改期满未报，建议立即回访',
      '回访期满未办，建议再次责令改正或者立案',
    ]);
  });
  it('R84 is off the leader’s list when the matter went on, or when the leader has answered', () => {
    const revisited = played(
      [
        [followUp('d1', 'f1', '2023-10-26', false), 'rect-1', '2023-10-26'],
        [furtherOrder('d1', 'f1', '2023-10-27', '2023-11-20'), 'officer-1', '2023-10-27'],
      ],
      lapsed,
    );
    expect(flagsOf(stateOf(revisited))).toEqual([]);
    const told = played([[answer('correction:d1:2023-10-23'), 'leader-1', '2023-10-24']], lapsed);
    expect(flagsOf(stateOf(told))).toEqual([]);
    expect(stateOf(told).context.escalations[0]?.answer).toMatchObject({ instruction: '三日内办结', by: 'leader-1' });
  });
  it('R8 refuses an answer without words, to nothing, or twice', () => {
    const leader = by('leader-1', '2023-10-25');
    inCase(lapsed).when(answer('correction:d1:2023-10-23', ' '), leader).refused('REASON_MISSING');
    inCase(lapsed).when(answer('copy:case:2023-10-03'), leader).refused('ESCALATION_UNKNOWN');
    const told = played([[answer('correction:d1:2023-10-23'), 'leader-1', '2023-10-24']], lapsed);
    inCase(told).when(answer('correction:d1:2023-10-23'), leader).refused('ESCALATION_ANSWERED');
  });
  it('trap 10 a receipt that doesn’t come concerns the channel and not the leader', () => {
    const silent = approvedFourth([finding('f1', 'nothing-found')]);
    expect(deadlines(stateOf(silent)).some(({ kind }) => kind === 'receipt')).toBe(false);
    expect(stateOf(silent).context.escalations).toEqual([]);
  });
});
