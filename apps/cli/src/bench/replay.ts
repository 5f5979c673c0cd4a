import { transition } from 'xstate';
import { procedures, replayFlat, type CaseFact, type OpenCase } from '@srd/domain/case';
import { rateOf, type Area } from './contest';
import { histories } from './histories';

/** Cases replayed in memory: through the table derived from the chart, and through the chart itself. */
export const replay: Area = {
  name: 'replay',
  async open(_folder, options) {
    const facts = histories.reduce((sum, history) => sum + history.length, 0);
    const rateOver = (rounds: number, replayOne: (history: readonly CaseFact[]) => unknown) => () =>
      rateOf(rounds * facts, () => {
        for (let round = 0; round < rounds; round++) for (const history of histories) replayOne(history);
      });
    return {
      title: '案件重放',
      unit: '事件/s',
      contestants: [
        { name: 'flat', label: '平表 `replayFlat`', measure: rateOver(options.quick ? 50 : 1_000, replayFlat) },
        { name: 'transition', label: 'XState `transition`', measure: rateOver(options.quick ? 2 : 20, throughChart) },
      ],
      goals: [
        { kind: 'rate', of: 'flat', atLeast: 500_000, by: 'median' },
        { kind: 'ratio', of: 'flat', to: 'transition', atLeast: 20 },
      ],
      notes: [
        `${histories.length} 段完整的案件历程，共 ${facts} 条事件，反复重放。`,
        '`transition` 一栏只走状态图，不含命令和重放时先问的 `can()`，因此比系统实际使用的图更快。',
      ],
      close: () => {},
    };
  },
};

function throughChart([first, ...others]: readonly CaseFact[]): unknown {
  const opened = replayFlat(first ? [first] : []) as OpenCase;
  const machine = procedures[opened.procedure];
  let snapshot = machine.resolveState({ value: 'planned', context: opened.context });
  for (const fact of others) [snapshot] = transition(machine, snapshot, fact) as [typeof snapshot, unknown];
  return snapshot;
}
