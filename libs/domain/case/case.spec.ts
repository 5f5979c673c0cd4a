import { given, Refusal } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { inspectionCase } from './rules';
import {
  approveInspection,
  by,
  calendar,
  endVisit,
  fact,
  on,
  openCase,
  openVisit,
  planned,
  played,
  serveNotice,
  stateOf,
  takeObject,
  takeTeam,
  terms,
  visited,
  visiting,
} from './sample';
import { replay } from './state';

it('a fact that is out of turn or unknown is refused while folding, with the state’s name', () => {
  expect(() =>
    replay([
      ...planned,
      fact({ type: 'CopyFiled', data: { recipient: 'x', receipt: 'r', occurredOn: on('2023-09-01') } }),
    ]),
  ).toThrow(/已计划/);
  expect(() =>
    replay([...planned, { type: 'xstate.done.actor.x', data: {}, actor: 'a', at: planned[0]?.at } as never]),
  ).toThrow(Refusal);
});

it('trap 15 the case replays under the terms it was opened with', () => {
  const state = stateOf(visited);
  expect(state.context.opened.terms).toEqual(terms);
  expect(state.context.dues?.publication).toMatchObject({
    rule: 'publication',
    source: { kind: 'document', document: 'A' },
  });
  expect(replay(visited)).toEqual(state);
});

it('R73 a calendar year that is missing stops a term in working days, and only that', () => {
  const working = { ...terms, publication: { ...terms.publication, value: { days: 5, unit: 'working' as const } } };
  const steps = [
    takeObject,
    takeTeam,
    approveInspection,
    serveNotice,
    [openVisit, 'inspector-1', '2023-09-27'] as const,
  ];
  const bare: CaseCommand = { ...endVisit, data: { ...endVisit.data, calendar: {} } };
  given(inspectionCase, played([openCase({ terms: working }), ...steps]))
    .when(bare, by('i', '2023-09-28'))
    .refused('CALENDAR_YEAR_MISSING');
  const { state } = given(inspectionCase, visiting).when(bare, by('i', '2023-09-28'));
  expect(state?.context.dues?.publication).toMatchObject({ on: '2023-10-03', otherUnitOn: null });
  expect(calendar['2023']).toBeDefined();
});
