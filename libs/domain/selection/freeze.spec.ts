import { createHash } from 'node:crypto';
import { instant } from '@srd/kernel';
import { latest, objectsInForce, type SelectionCommand, type SelectionState } from './index';
import { at, drawsWith, firm, firms, nine, task, ten } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, end, reveal, givenDraw, commit } = drawsWith(hash);

const freeze = freezeObjects();
const { request } = freeze.data;
const changed = (change: Partial<typeof freeze.data>): SelectionCommand => ({
  ...freeze,
  data: { ...freeze.data, ...change },
});
const last = (state: SelectionState) => latest(state)!;

describe('freeze', () => {
  it('R55 R58 records request, hash and commitment in one event', () => {
    const [event] = givenDraw().when(freeze, nine).recorded;
    expect(event).toMatchObject({
      type: 'DrawFrozen',
      data: {
        procedure: 'selection/1',
        kind: 'objects',
        series: 'task-4',
        attempt: 1,
        request,
        commitment: commit(request),
        lot: 'drawn',
        differences: [],
      },
    });
    expect((event!.data as { requestHash: string }).requestHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('R32 R58 refuses a draw before the task is allotted', () =>
    givenDraw()
      .when(changed({ task: { ...task, allotted: false } }), nine)
      .refused('TASK_NOT_ALLOTTED'));
  it('R64 trap 3 refuses size, pool or rule that is changed after the freeze', () => {
    const given = givenDraw([freeze, nine]);
    given.when(freezeObjects({ roster: firms(47) }), nine).refused('ALREADY_FROZEN');
    given
      .when(
        freezeObjects({ attempt: 2, task: { ...task, rules: { open: { ...ten, basisPoints: 2000 }, listed: null } } }),
        nine,
      )
      .refused('ALREADY_FROZEN');
  });
  it('R64 trap 3 refuses a size that is not by the plan’s rule', () => {
    const other = { ...task, rules: { open: { ...ten, basisPoints: 2000 }, listed: null } };
    givenDraw()
      .when(changed({ task: other }), nine)
      .refused('SIZE_NOT_THE_PLANS');
    for (const rule of [{ rounding: 'floor' as const }, { atLeast: 2 }]) {
      const open = { ...ten, ...rule };
      givenDraw()
        .when(changed({ task: { ...task, rules: { open, listed: null } } }), nine)
        .refused('SIZE_NOT_THE_PLANS');
    }
    const quotas = request.quotas.map((quota) => ({ ...quota, size: 6 }));
    givenDraw()
      .when(changed({ request: { ...request, quotas } }), nine)
      .refused('REQUEST_INVALID');
  });
  it('R11 refuses fewer contributors than the organ’s rule asks for', () => {
    givenDraw()
      .when(freezeObjects({ contributors: [] }), nine)
      .refused('TOO_FEW_CONTRIBUTORS');
    givenDraw()
      .when(freezeObjects({ contributorsPerDraw: 3 }), nine)
      .refused('TOO_FEW_CONTRIBUTORS');
    expect(givenDraw().when(freezeObjects({ contributors: [], contributorsPerDraw: 0 }), nine).recorded).toHaveLength(
      1,
    );
  });
  it('trap 1 refuses an empty pool with the reason of each excluded body', () => {
    const outcome = givenDraw().when(freezeObjects({ roster: [firm(1, { status: 'cancelled' })] }), nine);
    outcome.refused('POOL_EMPTY');
    expect(outcome.refusal?.detail).toContain('律师事务所01（已注销）');
  });
  it('trap 4 a row with a wrong check digit blocks until it is fixed or answered for; rows elsewhere do not', () => {
    const outcome = givenDraw().when(changed({ faultyRows: [{ id: 'firm-07', name: '律师事务所07' }] }), nine);
    outcome.refused('ROSTER_ROW_INVALID');
    expect(outcome.refusal?.detail).toContain('律师事务所07');
    expect(givenDraw().when(changed({ faultyRows: [{ id: 'notary-1', name: '公证处' }] }), nine).recorded).toHaveLength(
      1,
    );
  });
  it('R11 R64 trap 3 refuses a reveal time that is past, a freeze from the future, an attempt out of line', () => {
    givenDraw().when(freeze, at('03:00')).refused('REVEAL_TIME_PASSED');
    givenDraw().when(freeze, at('00:59')).refused('FROZEN_IN_FUTURE');
    givenDraw()
      .when(freezeObjects({ attempt: 2 }), nine)
      .refused('ATTEMPT_MISNUMBERED');
    givenDraw()
      .when(changed({ commitment: 'none' }), nine)
      .refused('COMMITMENT_INVALID');
    givenDraw()
      .when(changed({ request: { ...request, series: 'task-5' } }), nine)
      .refused('SERIES_MISMATCH');
  });
  it('C12 a pool of one needs no lot and no witness, and is said to be one', () => {
    const single = freezeObjects({ roster: [firm(1)], contributors: [] });
    const noSeals: SelectionCommand = {
      type: 'CloseSealing',
      data: { openUntil: instant('2023-07-10T01:30:00.000Z') },
    };
    const given = givenDraw([single, nine], [noSeals, at('01:30')], end, reveal);
    expect(last(given.state)).toMatchObject({ lot: 'pool-of-one', phase: 'revealed' });
    expect(objectsInForce(last(given.state))).toEqual(['firm-01']);
    const all = freezeObjects({
      roster: firms(3),
      task: { ...task, rules: { open: { ...ten, basisPoints: 10000 }, listed: null } },
    });
    expect(givenDraw().when(all, nine).recorded).toMatchObject([{ data: { lot: 'whole-pool' } }]);
  });
});
