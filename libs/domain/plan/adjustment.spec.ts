import { day } from '@srd/kernel';
import type { PlanCommand, PlanEvent } from './index';
import {
  givenPlan,
  head,
  itemFacts,
  officer,
  planWith,
  released,
  rosters,
  row,
  submitted,
  supervision,
} from './plan.fixture';

const window = { from: day('2023-08-01'), to: day('2023-09-30'), text: '2023年8-9月' };
const request = (change: Extract<PlanCommand, { type: 'RequestAdjustment' }>['data']['change']): PlanCommand => ({
  type: 'RequestAdjustment',
  data: { task: 'task-4', change, reason: '七月全市统一培训' },
});
const adjust: PlanCommand = { type: 'AdjustTask', data: { task: 'task-4', rosters } };
const allot: PlanCommand = {
  type: 'AllotTask',
  data: { task: 'task-4', pool: [{ sector: 'law-firm', listed: false, of: 48, excluded: [] }], items: itemFacts },
};
const types = (events: readonly PlanEvent[]): readonly string[] => events.map((event) => event.type);

describe('申请调整 of a released row', () => {
  const ready = givenPlan(...planWith(4), submitted, released);
  const asked = givenPlan(...planWith(4), submitted, released, [request({ window }), officer]);

  it('R31 R32 the section asks, and the row stands as it is until that is decided', () => {
    expect(asked.state.tasks['task-4']).toMatchObject({
      content: { window: row(4).window },
      adjustment: { change: { window }, by: 'officer-1' },
    });
  });
  it('R32 R50 the supervision section takes it: both windows, the reason and who asked stand in the event', () => {
    const outcome = asked.when(adjust, supervision);
    expect(outcome.recorded).toMatchObject([
      {
        type: 'TaskAdjusted',
        data: {
          before: { window: row(4).window },
          change: { window },
          content: { window, number: 4 },
          requestedBy: 'officer-1',
          reason: '七月全市统一培训',
        },
      },
    ]);
    expect(outcome.state.tasks['task-4']).toMatchObject({ status: 'released', content: { window }, adjustment: null });
  });
  it('R32 refuses the decision of who asked, a decision without a request, a second request', () => {
    asked.when(adjust, officer).refused('REQUESTER_DECIDES');
    ready.when(adjust, supervision).refused('ADJUSTMENT_NONE');
    asked.when(request({ window }), head).refused('ADJUSTMENT_PENDING');
  });
  it('R32 is turned down with a reason, and the row is as before', () => {
    const decline = (reason: string): PlanCommand => ({ type: 'DeclineAdjustment', data: { task: 'task-4', reason } });
    asked.when(decline(''), supervision).refused('REASON_MISSING');
    const { state } = asked.when(decline('时间不变'), supervision);
    expect(state.tasks['task-4']).toMatchObject({ content: row(4), adjustment: null });
  });
  it('R34 R50 refuses what the row could not say, nothing new, and what makes another task of it', () => {
    ready.when(request({ window: { ...window, to: day('2023-07-01') } })).refused('WINDOW_INVALID');
    ready.when(request({ window: row(4).window })).refused('ADJUSTMENT_EMPTY');
    ready.when(request({})).refused('ADJUSTMENT_EMPTY');
    ready.when(request({ objects: { sectors: ['notary-office'] } } as never)).refused('ADJUSTMENT_EMPTY');
    givenPlan(...planWith(4), submitted)
      .when(request({ window }))
      .refused('TASK_OUT_OF_TURN');
  });
  it('C1 trap 2 a ratio that is changed raises its contradiction anew, and the allotment waits for the choice', () => {
    const table = { ...row(4).ratios.table!, basisPoints: 2000 };
    const ratios = { ...row(4).ratios, table };
    const outcome = givenPlan(...planWith(4), submitted, released, [request({ ratios }), officer]).when(
      adjust,
      supervision,
    );
    expect(types(outcome.recorded)).toEqual(['TaskAdjusted', 'ConflictRaised']);
    givenPlan(...planWith(4), submitted, released, [request({ ratios }), officer], [adjust, supervision])
      .when(allot, supervision)
      .refused('CONFLICT_OPEN');
  });
  it('R64 trap 3 after the allotment only time and manner can be asked for', () => {
    const allotted = givenPlan(...planWith(4), submitted, released, [allot, supervision]);
    allotted.when(request({ atLeast: { ...row(4).atLeast, value: 2 } })).refused('ADJUSTMENT_TOO_LATE');
    expect(types(allotted.when(request({ window })).recorded)).toEqual(['AdjustmentRequested']);
    const overtaken = [request({ atLeast: { ...row(4).atLeast, value: 2 } }), officer] as const;
    givenPlan(...planWith(4), submitted, released, overtaken, [allot, supervision])
      .when(adjust, supervision)
      .refused('ADJUSTMENT_TOO_LATE');
  });
});
