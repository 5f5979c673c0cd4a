import { given } from '@srd/kernel';
import { stage } from './state';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approvedWith,
  by,
  finding,
  hash,
  on,
  played,
  published,
  publishedWith,
  recordFindings,
  approveFindings,
  stateOf,
  visited,
} from './sample';
import {
  annul,
  at,
  confirm,
  end,
  followUp,
  forgo,
  furtherOrder,
  investigate,
  order,
  penalize,
  propose,
  rectified,
  remind,
  spot,
  told,
} from './sample-measures';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const later = by('officer-1', '2024-06-01');
const stageAfter = (facts: readonly CaseFact[]) => stage(stateOf(facts)).code;

describe('trap 7 the case is not one line', () => {
  it('trap 7 three dispositions run in parallel; 办结 only when all are finished', () => {
    const facts = publishedWith([
      finding('f1', 'corrected-on-spot'),
      finding('f2', 'corrected-on-spot', { item: 'item-2' }),
      finding('f3', 'correction-ordered'),
      finding('f4', 'licensing', { item: 'item-2' }),
    ]);
    expect(stageAfter(facts)).toBe('awaiting-disposition');
    const report: CaseCommand = {
      type: 'ReportToLicensing',
      data: { ...told('d4', 'f4', '2023-10-02'), recipient: '审批科', documentNumber: '函1号' },
    };
    const begun = played(at('2023-10-02', spot('d1', 'f1'), spot('d2', 'f2'), order('d3', 'f3'), report), facts);
    expect(stageAfter(begun)).toBe('rectifying');
    const spots = played(
      at('2023-10-12', followUp('d1', 'f1', '2023-10-12', true), followUp('d2', 'f2', '2023-10-12', true)),
      begun,
    );
    const receipt: CaseCommand = {
      type: 'FileLicensingReceipt',
      data: { ...told('d4', 'f4', '2023-10-12'), receipt: '收1' },
    };
    const transferred = played(at('2023-10-12', receipt), spots);
    expect(stageAfter(transferred)).toBe('rectifying');
    const reported = played(at('2023-10-16', rectified('d3', 'f3', '2023-10-16')), transferred);
    expect(stageAfter(reported)).toBe('awaiting-revisit');
    const done = played(at('2023-10-20', followUp('d3', 'f3', '2023-10-20', true)), reported);
    expect(stage(stateOf(done))).toEqual({ code: 'closed', label: '已办结' });
    expect(stateOf(done).context.debts[0]?.status).toBe('discharged');
  });

  it('trap 7 nothing found: no rectification, no revisit, closed when published', () => {
    const facts = approvedWith([finding('f1', 'nothing-found')]);
    inCase(facts)
      .when(order('d1', 'f1', '2023-09-30'), later)
      .refused('MEASURE_NOT_FITTING');
    expect(stageAfter(played(published('result-1', '2023-10-02'), facts))).toBe('closed');
  });

  it('trap 7 R86 a revisit that fails twice leads to an order or an investigation, never to the abnormal list', () => {
    const facts = publishedWith([finding('f1', 'correction-ordered', { text: '原文' })]);
    const failed = played(
      [
        ...at('2023-10-02', order('d1', 'f1')),
        ...at('2023-10-16', rectified('d1', 'f1', '2023-10-16')),
        ...at(
          '2023-10-20',
          followUp('d1', 'f1', '2023-10-20', false),
          furtherOrder('d1', 'f1', '2023-10-20', '2023-11-06'),
        ),
        ...at('2023-11-06', rectified('d1', 'f1', '2023-11-06')),
        ...at('2023-11-10', followUp('d1', 'f1', '2023-11-10', false)),
      ],
      facts,
    );
    inCase(failed)
      .when(propose('d1', 'f1', '2023-11-10', 'abnormal', 'unheeded', '仍不改'), later)
      .refused('LADDERS_CROSSED');
    inCase(failed)
      .when(propose('d2', 'f1', '2023-11-10', 'abnormal', 'unheeded', '仍不改'), later)
      .refused('LADDERS_CROSSED');
    inCase(failed)
      .when(remind('d1', 'f1', '2023-11-10'), later)
      .refused('OUT_OF_TURN');
    inCase(failed)
      .when(furtherOrder('d1', 'f1', '2023-11-10', '2023-11-20', ''), later)
      .refused('REASON_MISSING');
    const [one] = stateOf(failed).context.dispositions;
    expect(one?.rounds.map((round) => [round.round, round.outcome])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
    ]);
    expect(stateOf(failed).context.findings[0]).toMatchObject({ text: '原文', earlier: [] });
    expect(stageAfter(played(at('2023-11-12', investigate('d1', 'f1', '2023-11-12')), failed))).toBe('investigating');
  });

  it('trap 7 R87 a penalty annulled two months after 办结: withdrawal owed, posted, closed again', () => {
    const penalized = played(
      [
        ...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')),
        ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01')),
      ],
      publishedWith([finding('f1', 'breach-investigation')]),
    );
    expect(stageAfter(penalized)).toBe('awaiting-publication');
    const closed = played([...published('outcome-2', '2023-11-03'), ...at('2023-11-03', forgo('d1', 'f1'))], penalized);
    expect(stageAfter(closed)).toBe('closed');
    const annulled = played(at('2024-01-05', annul('d1', 'f1', '2024-01-04')), closed);
    expect(stageAfter(annulled)).toBe('awaiting-publication');
    expect(stateOf(annulled).context.debts.at(-1)).toMatchObject({
      debt: 'withdrawal-3',
      kind: 'withdrawal',
      replaces: 'outcome-2',
    });
    const posted = played(published('withdrawal-3', '2024-01-08'), annulled);
    expect(stageAfter(posted)).toBe('closed');
    expect(stateOf(posted).context.debts.map((debt) => debt.kind)).toEqual(['result', 'outcome', 'withdrawal']);
    expect(posted.slice(0, closed.length)).toEqual(closed);
    expect(stageAfter(played(at('2024-02-01', investigate('d1', 'f1', '2024-02-01')), posted))).toBe('investigating');
  });

  it('trap 7 R83 unreachable: the proposal is the disposition, its decision is noted', () => {
    const contact = (day: string) => ({ on: on(day), how: '电话', evidence: hash('d') });
    const evidence: CaseCommand = {
      type: 'AddEvidence',
      data: { sha256: hash('d'), name: '通话记录.pdf', size: 9, disposition: null },
    };
    const unreachable = recordFindings(
      [finding('f1', 'unreachable', { contacts: [contact('2023-09-27'), contact('2023-09-28')] })],
      {
        signature: { kind: 'nobody-there', reason: '人去楼空' },
      },
    );
    const facts = played(
      [
        [evidence, 'inspector-1', '2023-09-28'],
        [unreachable, 'inspector-1', '2023-09-29'],
        [approveFindings, 'head-1', '2023-09-30'],
        ...published('result-1', '2023-10-02'),
      ],
      visited,
    );
    expect(stageAfter(facts)).toBe('awaiting-disposition');
    inCase(facts)
      .when(propose('d1', 'f1', '2023-10-02', 'credit', 'penalty'), later)
      .refused('LISTING_GROUND_WRONG');
    const proposed = played(at('2023-10-02', propose('d1', 'f1', '2023-10-02', 'abnormal', 'unreachable')), facts);
    expect(stageAfter(proposed)).toBe('investigating');
    const listed = played(at('2023-10-20', confirm('d1', 'f1', '2023-10-20', 'abnormal')), proposed);
    expect(stage(stateOf(listed))).toEqual({ code: 'abnormal', label: '执业异常' });
    expect(
      stageAfter(played(at('2024-10-20', end('NoteListingEnded', 'd1', 'f1', '2024-10-20', 'abnormal')), listed)),
    ).toBe('closed');
    expect(
      stageAfter(played(at('2023-10-20', end('NoteListingDeclined', 'd1', 'f1', '2023-10-20', 'abnormal')), proposed)),
    ).toBe('closed');
  });
});
