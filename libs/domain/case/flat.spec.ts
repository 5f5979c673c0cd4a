import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalize, Refusal } from '@srd/kernel';
import { getAdjacencyMap } from 'xstate/graph';
import { arrangedFor } from './arranged';
import { disposition, lives } from './disposition';
import type { CaseFact } from './events';
import { caseEventTypes } from './facts';
import { thirdNotes } from './facts-3';
import { fourthNotes } from './facts-4';
import { fifthNotes } from './facts-5';
import { configurationOf, flatOf } from './flat';
import { evolveFlat, expectedTypes, replayFlat } from './replay-flat';
import { fact, finding, publishedWith } from './sample';
import { candidates, openings } from './sample-walk';
import { type CaseState, evolve, type OpenCase, nodesOf, openedBy, procedures, replay } from './state';
import { caseVersions, isSince } from './vocabulary';

const versions = caseVersions;
const thirdTypes = Object.keys(thirdNotes);
const fourthTypes = Object.keys(fourthNotes);
const fifthTypes = Object.keys(fifthNotes);
const openedAs = (index: number): CaseFact =>
  fact({ type: 'CaseOpened', data: openings[index % openings.length] as never });

function attempt(
  step: (state: CaseState, fact: CaseFact) => OpenCase,
  state: CaseState,
  next: CaseFact,
): OpenCase | 'refused' {
  try {
    return step(state, next);
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

const digest = (version: (typeof versions)[number]): string =>
  createHash('sha256')
    .update(canonicalize(flatOf(version).table))
    .digest('hex');

describe('the flat table', () => {
  it('is pinned: a published chart does not change under its number', () => {
    expect(versions.map((version) => [version, digest(version)])).toEqual([
      ['case/1', '10aab26bd227292a2398cb184dc76a96e8a2f0e454ed6ea393d97f9fbb84b743'],
      ['case/2', '056a8a1eec9404e0cdd4048718187f6cedd83cc89735b6670976bd3c0fdfd1ea'],
      ['case/3', '856395e1395ba50d108a2f75d4c34f58e97a7d60d94fe43e6aed25b68cbeff15'],
      ['case/4', '8b224f360a0ab06d7323e1d782148ae13337196d9a3ce5e5517e6663a5dce44d'],
      ['case/5', '112578d4ba791c5a0a8fae86419a38049d4319c7d1b9b8883e318f9f9081d5e7'],
    ]);
  });

  it('answers as the machine does, for any row of facts, legal or not', () => {
    const walk = fc.tuple(fc.nat(openings.length - 1), fc.array(fc.nat(99_999), { minLength: 10, maxLength: 60 }));
    fc.assert(
      fc.property(walk, ([first, choices]) => {
        let byChart: OpenCase = openedBy(openedAs(first));
        let byTable: OpenCase = byChart;
        const taken = [openedAs(first)];
        for (const choice of choices) {
          const all = candidates(byTable);
          const legal = choice % 4 === 0 ? all : all.filter((one) => attempt(evolveFlat, byTable, one) !== 'refused');
          const pool = legal.length > 0 ? legal : all;
          const next = pool[choice % pool.length] as CaseFact;
          const chart = attempt(evolve, byChart, next);
          const table = attempt(evolveFlat, byTable, next);
          expect(table).toEqual(chart);
          if (chart === 'refused' || table === 'refused') continue;
          expect(expectedTypes(byChart)).toContain(next.type);
          taken.push(next);
          byChart = chart;
          byTable = table;
        }
        expect(replayFlat(taken)).toEqual(byChart);
      }),
      { numRuns: 120 },
    );
  });

  it('what it leaves out is refused whatever the data', () => {
    const state = replay(publishedWith([finding('f1', 'risk')])) as OpenCase;
    const expected = expectedTypes(state);
    for (const next of candidates(state)) {
      if (!expected.includes(next.type))
        expect([next.type, attempt(evolve, state, next)]).toEqual([next.type, 'refused']);
    }
  });

  it('refuses a record out of order, as the chart does', () => {
    const facts = publishedWith([finding('f1', 'risk')]);
    expect(() => replayFlat(facts.toSpliced(1, 1))).toThrow(Refusal);
    expect(() => replayFlat(facts.slice(1))).toThrow(Refusal);
    expect(replayFlat([])).toBeNull();
  });
});

type Node = (typeof procedures)['case/1']['root'];
const nodesIn = (node: Node): readonly Node[] => [
  node,
  ...Object.values(node.states).flatMap((inner) => nodesIn(inner as Node)),
];
describe.each(versions)('the chart of %s', (version) => {
  const nodes = nodesIn(procedures[version].root).filter((node) => node.parent);

  it('cites an article and has a name in every state', () => {
    for (const node of nodes)
      expect([node.id, node.meta]).toEqual([
        node.id,
        { basis: expect.stringMatching(/./), label: expect.stringMatching(/./) },
      ]);
  });

  it('expects only facts that it knows, each somewhere', () => {
    const expected = new Set(
      nodes.flatMap((node) => node.ownEvents as string[]).concat(procedures[version].root.ownEvents),
    );
    const unknown = [...expected].filter((type) => !(caseEventTypes as readonly string[]).includes(type));
    expect(unknown).toEqual([]);
    const left = caseEventTypes.filter((type) => !expected.has(type));
    const unknownTo = {
      'case/1': ['SelfInspectionReported', 'SelfInspectionLapsed', ...thirdTypes, ...fourthTypes, ...fifthTypes],
      'case/2': [...thirdTypes, ...fourthTypes, ...fifthTypes],
      'case/3': [...fourthTypes, ...fifthTypes],
      'case/4': fifthTypes,
      'case/5': [],
    };
    expect(left).toEqual(['CaseOpened', ...unknownTo[version]]);
  });

  it('reaches every state and takes every edge with real facts', () => {
    const seen = new Map<string, OpenCase>();
    const taken = new Set<string>();
    const keyOf = ({ value, context }: OpenCase): string =>
      canonicalize([
        configurationOf(value),
        context.opened.purpose,
        context.opened.departments.length,
        context.opened.selfInspection,
        context.findings.map((one) => [one.resultClass, one.withdrawn]),
        context.sections.map((one) => one.status),
        context.debts.map((one) => one.status),
        context.dispositions.map((one) => one.state),
        context.unannounced,
        context.selfInspection,
        // Since case/3 a recusal is told after the visit too and leads nowhere new: it needn't multiply what there is to walk.
        (version === 'case/1' || version === 'case/2' || context.visits.length === 0) &&
          context.recusals.map((one) => one.status).slice(0, 1),
        context.amendment !== null,
        context.passed.length > 0,
        // What case/4 notes beside the way: whether there is any of it is all that a guard can tell.
        isSince(version, 'case/4') && [
          context.debts.map((one) => one.review !== null),
          context.dispositions.map((one) => [one.notice !== null, one.statement !== null]),
          context.escalations.map((one) => one.answer !== null).slice(0, 1),
          context.grave.length,
          context.dispositions.map((one) => arrangedFor(context, one) !== null),
        ],
      ]);
    const queue = openings
      .filter((one) => one.procedure === version)
      .map((one) => openedBy(openedAs(openings.indexOf(one))));
    const edges = nodes.flatMap((node) => node.ownEvents.map((type) => `${node.id} ${type}`));
    const configurations = Object.keys(flatOf(version).table).filter((one) => one !== 'planned');
    const missed = (): readonly string[] => [...edges, ...configurations].filter((one) => !taken.has(one));
    for (let state = queue.shift(); state && seen.size < 6000 && missed().length > 0; state = queue.shift()) {
      if (state.context.debts.length > 3 || state.context.visits.length > 2 || state.context.amendments.length > 1)
        continue;
      for (const next of candidates(state, ['d1'])) {
        if (attempt(evolveFlat, state, next) === 'refused') continue;
        const after = evolve(state, next);
        const owned = nodesOf(state).flatMap((node) =>
          node.ownEvents.includes(next.type) ? [`${node.id} ${next.type}`] : [],
        );
        const target = configurationOf(after.value);
        const isNews = [...owned, target].some((one) => !taken.has(one));
        for (const one of [...owned, target]) taken.add(one);
        const key = keyOf(after);
        if (seen.has(key)) continue;
        seen.set(key, after);
        if (isNews) queue.unshift(after);
        else queue.push(after);
      }
    }
    expect(missed()).toEqual([]);
  });
});

it('B三(三) a walk through the disposition’s machine reaches every state by every edge', () => {
  const map = getAdjacencyMap(disposition, { events: caseEventTypes.map((type) => ({ type }) as never) });
  const reached = new Set(Object.values(map).map((entry) => entry.state.value));
  expect(reached).toEqual(new Set(Object.keys(lives)));
});
