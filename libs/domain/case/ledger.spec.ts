import type { CaseFact } from './events';
import { ledgerOf } from './ledger';
import { finding, played, publishedWith, stateOf } from './sample';
import { orderWith, paper, publishedFourth, REMEDIES, serve, urge } from './sample-4';
import { at, followUp, furtherOrder, order, rectified, remind, spot } from './sample-measures';

const ledger = (facts: readonly CaseFact[]) => ledgerOf(stateOf(facts).context);

describe('the follow-up ledger', () => {
  it('R79 what was corrected on the spot is open, as a breach, until it was looked at again', () => {
    const noted = played(at('2023-10-02', spot('d1', 'f1')), publishedWith([finding('f1', 'corrected-on-spot')]));
    expect(ledger(noted)).toMatchObject([
      { disposition: 'd1', ladder: 'breach', stateLabel: '已当场纠正，待复核', due: { kind: 'revisit' } },
    ]);
    expect(ledger(played(at('2023-10-12', followUp('d1', 'f1', '2023-10-12', true)), noted))).toEqual([]);
  });
  it('R85 a reminder is open, as a risk, until it is heeded', () => {
    const reminded = played(at('2023-10-02', remind('d1', 'f1', '2023-10-02')), publishedWith([finding('f1', 'risk')]));
    expect(ledger(reminded)).toMatchObject([{ ladder: 'risk', state: 'reminded', due: { kind: 'revisit' } }]);
    expect(ledger(played(at('2023-10-12', followUp('d1', 'f1', '2023-10-12', true)), reminded))).toEqual([]);
  });
  it('R84 an order is open with what it waits for next, round by round', () => {
    const ordered = played(
      at('2023-10-02', order('d1', 'f1')),
      publishedWith([finding('f1', 'correction-ordered', { text: '收费未公示' })]),
    );
    expect(ledger(ordered)).toMatchObject([
      { text: '收费未公示', round: 1, reported: null, due: { kind: 'correction', on: '2023-10-17' } },
    ]);
    const reported = played(at('2023-10-16', rectified('d1', 'f1', '2023-10-16')), ordered);
    expect(ledger(reported)).toMatchObject([
      { round: 1, reported: true, due: { kind: 'revisit', on: '2023-10-31', basis: 'B三(三)' } },
    ]);
    const again = played(
      [
        ...at('2023-10-20', followUp('d1', 'f1', '2023-10-20', false)),
        ...at('2023-10-21', furtherOrder('d1', 'f1', '2023-10-21', '2023-11-05')),
      ],
      reported,
    );
    expect(ledger(again)).toMatchObject([{ round: 2, reported: null, due: { kind: 'correction', on: '2023-11-05' } }]);
  });
  it('R84 counts how often it was urged, each measure for itself', () => {
    const both = publishedFourth([finding('f1', 'correction-ordered'), finding('f2', 'risk', { item: 'item-2' })]);
    const urged = played(
      [
        ...at('2023-10-08', orderWith(REMEDIES), paper('e'), remind('d2', 'f2', '2023-10-08')),
        ...at('2023-10-09', serve('2023-10-09')),
        ...at('2023-10-12', urge('2023-10-12'), urge('2023-10-12')),
      ],
      both,
    );
    expect(ledger(urged).map(({ disposition, urged: times }) => [disposition, times])).toEqual([
      ['d1', 2],
      ['d2', 0],
    ]);
  });
  it('R84 has no line where nothing is to be followed up', () =>
    expect(ledger(publishedWith([finding('f1', 'nothing-found')]))).toEqual([]));
});
