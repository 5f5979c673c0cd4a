import type { Fact } from '@srd/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentExit, integrity, unsent, type IntegrityEvent } from './index';

const folder = join(__dirname, '../../../test/histories');
const names = readdirSync(folder).filter((name) => /^integrity-\d+\..*\.json$/.test(name));
const factsOf = (name: string): readonly Fact<IntegrityEvent>[] =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as readonly Fact<IntegrityEvent>[];
const replay = (facts: readonly Fact<IntegrityEvent>[]) => facts.reduce(integrity.evolve, integrity.initial);

/** Where each recorded file ended: what still holds in it, its batches, how many entries weren't sent, and the exit that stands. A history is added, never edited. */
const ends: {
  readonly [history: string]: readonly [holds: string, batches: string, unsent: number, exit: string | null];
} = {
  'integrity-1.exit-withdrawn-then-again': ['', '', 0, 'licence-cancelled'],
  'integrity-1.penalty-annulled': ['result, penalty-annulled, listing-withdrawn', '', 5, null],
  'integrity-1.practitioner-barred': ['listed', '', 0, 'barred'],
  'integrity-1.sent-failed-sent-again': ['result, circular-withdrawn', 'b1 failed 1, b2 received 2', 1, null],
};

it('trap 15 every golden history of a file has its end on record', () =>
  expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(ends).sort()));

it.each(Object.entries(ends))(
  'R30 R88 R96 trap 15 %s replays to the same end',
  (name, [holds, batches, open, exit]) => {
    const state = replay(factsOf(name));
    const standing = state.entries.filter(({ overtakenBy }) => overtakenBy === null);
    expect(standing.map(({ entry }) => entry).join(', ')).toBe(holds);
    const told = state.batches.map(({ batch, status, entries }) => `${batch} ${status} ${entries.length}`);
    expect(told.join(', ')).toBe(batches);
    expect(unsent(state)).toHaveLength(open);
    expect(currentExit(state)?.ground ?? null).toBe(exit);
  },
);

it('trap 15 a file’s history with an event left out does not replay', () => {
  const without = factsOf('integrity-1.exit-withdrawn-then-again').filter(({ type }) => type !== 'SectorExitWithdrawn');
  expect(() => replay(without)).toThrow('OUT_OF_TURN');
});
