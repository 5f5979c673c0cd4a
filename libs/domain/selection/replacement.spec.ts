import { createHash } from 'node:crypto';
import type { ObjectTranscript } from '@srd/proof/draw';
import { latest, objectsInForce, type SelectionCommand, type SelectionState } from './index';
import { drawsWith, firms, nine, task, ten } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, whole, givenDraw } = drawsWith(hash);

const freeze = freezeObjects();
const last = (state: SelectionState) => latest(state)!;
const transcriptOf = (state: SelectionState) => last(state).transcript as ObjectTranscript;

describe('reserve', () => {
  const revealed = givenDraw(...whole(freeze));
  const { selected, ranking } = transcriptOf(revealed.state);
  const order = ranking[0]!.order.map(({ id }) => id);
  const call = (
    replaced: string,
    change: Partial<Extract<SelectionCommand, { type: 'CallReserve' }>['data']> = {},
  ): SelectionCommand => ({
    type: 'CallReserve',
    data: { replaced, code: 'ceased-before-draw', reason: '抽取前一日已注销', unavailable: [], ...change },
  });

  it('trap 4 the next of the reserve list takes the place; the others do not change', () => {
    const outcome = revealed.when(call(selected[1]!), nine);
    expect(outcome.recorded).toMatchObject([
      { type: 'ReserveCalled', data: { replaced: selected[1], by: order[5], skipped: [] } },
    ]);
    expect(objectsInForce(last(outcome.state))).toEqual(selected.with(1, order[5]!));
  });
  it('trap 4 skips a reserve that cannot be inspected either, with its reason', () => {
    const unavailable = [{ id: order[5]!, reason: '已注销' }];
    expect(revealed.when(call(selected[0]!, { unavailable }), nine).recorded).toMatchObject([
      { data: { by: order[6], skipped: unavailable } },
    ]);
  });
  it('R64 refuses to replace what was not drawn, or twice', () => {
    revealed.when(call(order[20]!), nine).refused('NOT_SELECTED');
    const called = givenDraw(...whole(freeze), [call(selected[0]!), nine]);
    called.when(call(selected[0]!), nine).refused('ALREADY_REPLACED');
    expect(called.when(call(order[5]!), nine).recorded).toMatchObject([{ data: { by: order[6] } }]);
  });
  it('C28 follows the plan’s rule for objects that ceased after the draw', () => {
    expect(revealed.when(call(selected[0]!, { code: 'ceased-after-draw' }), nine).recorded).toHaveLength(1);
    givenDraw(...whole(freezeObjects({ afterCessation: 'counted' })))
      .when(call(selected[0]!, { code: 'ceased-after-draw' }), nine)
      .refused('RESERVE_NOT_FORESEEN');
  });
  it('says when the reserve is used up', () => {
    const three = freezeObjects({
      roster: firms(3),
      task: { ...task, rules: { open: { ...ten, atLeast: 3 }, listed: null } },
    });
    const { state, when } = givenDraw(...whole(three));
    when(call(transcriptOf(state).selected[0]!), nine).refused('RESERVE_EXHAUSTED');
  });
});
