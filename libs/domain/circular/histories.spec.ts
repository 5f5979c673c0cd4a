import type { Fact } from '@srd/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circular, type CircularEvent } from './index';

const folder = join(__dirname, '../../../test/histories');
const names = readdirSync(folder).filter((name) => /^circular-\d+\..*\.json$/.test(name));
const factsOf = (name: string): readonly Fact<CircularEvent>[] =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as readonly Fact<CircularEvent>[];
const replay = (facts: readonly Fact<CircularEvent>[]) => facts.reduce(circular.evolve, circular.initial);

/** Where each recorded circular ended: its status, whom it names and how, what it says, and why it was withdrawn. A history is added, never edited. */
const ends: {
  readonly [history: string]: readonly [status: string, named: string, text: string, withdrawn: string | null];
} = {
  'circular-1.for-organs-only': ['issued', '', '共检查2家，1家责令整改。', null],
  'circular-1.issued-then-withdrawn': [
    'withdrawn',
    'firm-1 criticised, firm-2 commended',
    '共检查2家，1家责令整改。',
    '所列事实有误',
  ],
  'circular-1.reworded-then-issued': [
    'issued',
    'firm-1 criticised, firm-2 commended',
    '共检查2家，1家责令整改，1家管理规范。',
    null,
  ],
};

it('trap 15 every golden history of a circular has its end on record', () =>
  expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(ends).sort()));

it.each(Object.entries(ends))('R95 trap 15 %s replays to the same end', (name, [status, named, text, withdrawn]) => {
  const state = replay(factsOf(name));
  const told = state.content?.named.map(({ object, stance }) => `${object} ${stance}`).join(', ');
  expect([state.status, told, state.content?.text, state.withdrawn?.reason ?? null]).toEqual([
    status,
    named,
    text,
    withdrawn,
  ]);
  expect([state.draftedBy, state.issuedBy]).toEqual(['officer-1', 'head-1']);
});

it('trap 15 a circular’s history with an event left out does not replay', () => {
  const without = factsOf('circular-1.issued-then-withdrawn').filter(({ type }) => type !== 'CircularIssued');
  expect(() => replay(without)).toThrow('OUT_OF_TURN');
});
