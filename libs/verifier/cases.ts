import { evolve, evolveFlat, type CaseEvent, type CaseState } from '@srd/domain/case';
import { replayed } from './replay';
import type { Strand } from './streams';
import { firstWrong, type Said } from './verdict';

/** From so many events on by the flat table, which is the chart's equal and many times as fast. */
const MANY = 2_000;

/** Which shortfall a stream that couldn't be folded to its end leaves. */
export function sayOpen(open: 'withheld' | 'version' | null, stream: string, withheld: number, said: Said): void {
  if (open === 'withheld')
    said.shortfalls.push({ code: 'WITHHELD', finding: `证明成立，流程未判（${withheld} 条未披露）` });
  if (open === 'version')
    said.shortfalls.push({ code: 'VERSION_UNKNOWN', finding: `${stream} 由更新的程序记录，本程序不能判断其流程` });
}

/** Folds every whole case through the chart of its version; gives how many reached their last event. @throws Wrong */
export function judgeCases(strands: readonly Strand[], withheld: number, said: Said): number {
  let judged = 0;
  const files = strands.filter(({ stream }) => stream.startsWith('case-'));
  const events = files.reduce((sum, { entries }) => sum + entries.length, 0);
  const fold = events > MANY ? evolveFlat : evolve;
  firstWrong(
    files.map((strand) => () => {
      if (!strand.whole) {
        said.notes.push(`${strand.stream} 只有部分事件，未判其流程`);
        return;
      }
      const { open } = replayed<CaseState, CaseEvent>(strand, null, fold);
      sayOpen(open, strand.stream, withheld, said);
      if (!open) judged += 1;
    }),
  );
  return judged;
}
