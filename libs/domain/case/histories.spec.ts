import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFact } from './events';
import { caseEventTypes } from './facts';
import { replayFlat } from './replay-flat';
import { type OpenCase, replay, stage } from './state';

const folder = join(__dirname, '../../../test/histories');
const names = readdirSync(folder).filter((name) => /^case-\d+\..*\.json$/.test(name));
const factsOf = (name: string): readonly CaseFact[] =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFact[];

/** Where each recorded case ended: stage, dispositions, publications. A history is added, never edited (trap 15). */
const ends: { readonly [history: string]: readonly [stage: string, dispositions: string, debts: string] } = {
  'case-1.nothing-found': ['closed', '', 'discharged'],
  'case-1.corrected-on-spot': ['closed', 'corrected', 'discharged'],
  'case-1.three-measures-in-parallel': ['closed', 'corrected corrected corrected licensingInformed', 'discharged'],
  'case-1.correction-lapsed-then-made': ['closed', 'corrected', 'discharged'],
  'case-1.two-failed-revisits-then-penalty': ['closed', 'penaltyStands', 'discharged'],
  'case-1.penalty-listed': ['blacklisted', 'listedCredit', 'discharged discharged'],
  'case-1.penalty-annulled-after-close': ['closed', 'annulled', 'discharged discharged discharged'],
  'case-1.listed-penalty-annulled': ['closed', 'annulled', 'discharged discharged discharged'],
  'case-1.investigation-dropped': ['closed', 'dropped', 'discharged discharged'],
  'case-1.unreachable-listed': ['abnormal', 'listedAbnormal', 'discharged'],
  'case-1.unreachable-declined': ['closed', 'unlisted', 'discharged'],
  'case-1.crime-referred': ['closed', 'referralReceived', 'discharged'],
  'case-1.deregistered-by-record': ['closed', '', 'discharged'],
  'case-1.voided': ['voided', '', ''],
  'case-1.returned-then-second-visit': ['closed', '', 'discharged'],
  'case-1.amended-after-close': ['closed', '', 'discharged discharged'],
  'case-1.for-cause-urgent': ['closed', 'heeded', 'discharged'],
  'case-1.joint-partner-absent': ['closed', '', 'discharged'],
  'case-1.recusal-and-replacement': ['closed', '', 'discharged'],
  'case-2.self-inspection-first': ['closed', '', 'discharged'],
  'case-2.self-inspection-lapsed-risk-listed': ['abnormal', 'listedAbnormal', 'discharged'],
  'case-2.self-inspection-alongside': ['closed', 'corrected', 'discharged'],
  'case-3.moved-recusal-checklist': ['closed', 'corrected', 'discharged'],
  'case-3.entrusted-merged-late-recusal': ['closed', '', 'discharged'],
  'case-3.urgent-late-approval-partner-absent': ['closed', '', 'discharged'],
  'case-4.returned-late-silent-channel-corrected': ['closed', '', 'discharged discharged'],
  'case-4.grave-non-cooperation': ['closed', 'corrected', 'discharged discharged'],
  'case-4.licensing-informed': ['closed', 'licensingInformed', 'discharged'],
  'case-4.crime-referred': ['closed', 'referralReceived', 'discharged'],
  'case-4.unheeded-listed-repaired': ['closed', 'unlisted', 'discharged'],
  'case-4.on-spot-amended-waived': ['closed', 'corrected', 'discharged waived'],
  'case-4.two-failed-revisits-dropped': ['closed', 'dropped', 'discharged discharged'],
  'case-4.guided-recusal-and-amendment-declined': ['closed', 'guided', 'discharged'],
  'case-4.guided-heard-penalized-annulled': ['closed', 'annulled heeded', 'discharged discharged discharged'],
  'case-5.revisit-arranged-moved-differs-then-passed': ['closed', 'corrected', 'discharged'],
};

it('trap 15 every golden history has its end on record', () =>
  expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(ends).sort()));

it('trap 15 every kind of fact that a case can tell of stands in some golden history', () => {
  const told = new Set(names.flatMap(factsOf).map(({ type }) => type));
  expect(caseEventTypes.filter((type) => !told.has(type))).toEqual([]);
});

it.each(Object.entries(ends))('trap 15 %s replays to the same end', (name, [code, dispositions, debts]) => {
  const facts = factsOf(`${name}.json`);
  const state = replay(facts) as OpenCase;
  expect(state.procedure).toBe(name.slice(0, 6).replace('-', '/'));
  expect(stage(state).code).toBe(code);
  expect(state.context.dispositions.map((one) => one.state).join(' ')).toBe(dispositions);
  expect(state.context.debts.map((one) => one.status).join(' ')).toBe(debts);
  expect(replayFlat(facts)).toEqual(state);
});

it('trap 15 a history with an event left out does not replay', () => {
  const facts = factsOf('case-1.penalty-listed.json');
  const without = facts.filter((one) => one.type !== 'InvestigationOpened');
  expect(() => replay(without)).toThrow(/不接受 PenaltyDecided/);
});
