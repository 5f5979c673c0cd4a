import type { Fact } from '@srd/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standing, type StandingEvent } from './index';

const folder = join(__dirname, '../../../test/histories');
const names = readdirSync(folder).filter((name) => /^standing-\d+\..*\.json$/.test(name));
const factsOf = (name: string): readonly Fact<StandingEvent>[] =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as readonly Fact<StandingEvent>[];
const replay = (facts: readonly Fact<StandingEvent>[]) =>
  facts.reduce((state, fact) => standing.evolve(state, fact), standing.initial);

/** Where each recorded standing ended: rounds, stage, publications. A history is added, never edited (trap 15). */
const ends: { readonly [history: string]: readonly [rounds: number, stage: string, publications: string] } = {
  'standing-1.penalty-withdrawn': [1, 'withdrawn', ''],
  'standing-1.unreachable-listed': [1, 'listed', ''],
  'standing-2.abnormal-removed-after-refusal': [1, 'removed', 'listing overtaken'],
  'standing-2.channel-refused-then-repaired': [1, 'repaired', 'listing discharged, end owed'],
  'standing-2.practitioner-listed': [1, 'listed', ''],
  'standing-2.published-then-expired': [1, 'expired', 'listing discharged, end owed'],
  'standing-2.repaired-then-proposed-again': [2, 'declined', 'listing discharged, end owed'],
  'standing-2.withdrawn-with-notice': [1, 'withdrawn', 'listing discharged, withdrawal discharged'],
};

it('trap 15 every golden history has its end on record', () =>
  expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(ends).sort()));

it.each(Object.entries(ends))('trap 15 C20 %s replays to the same end', (name, [rounds, stage, publications]) => {
  const state = replay(factsOf(name));
  expect(state.procedure).toBe(name.slice(0, 10).replace('-1', '/1').replace('-2', '/2'));
  expect([state.round, state.stage]).toEqual([rounds, stage]);
  expect(state.publications.map(({ kind, status }) => `${kind} ${status}`).join(', ')).toBe(publications);
});

it('trap 15 a history with an event left out does not replay', () => {
  const without = factsOf('standing-2.withdrawn-with-notice').filter(({ type }) => type !== 'ListingHeard');
  expect(() => replay(without)).toThrow('OUT_OF_TURN');
});
