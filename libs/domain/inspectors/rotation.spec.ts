import { context, given } from '@srd/kernel';
import { inspectors, waiversFor, type InspectorsCommand } from './index';

const waive = (data: object = {}): InspectorsCommand => ({
  type: 'WaiveRotation',
  data: {
    person: 'p-1',
    institution: 'firm-1',
    task: 'chaozhou-2024-1',
    reason: '本县仅三名持证人员',
    asPerson: 'p-leader',
    ...data,
  },
});
const leader = context('leader-1', '2024-06-03T01:00:00.000Z');

describe('rotation waived', () => {
  const { when } = given(inspectors, []);

  it('R59 trap 5 records one person, one institution, one task, and the reason; it holds in no other task', () => {
    const { recorded, state } = when(waive(), leader);
    const waived = { person: 'p-1', institution: 'firm-1', task: 'chaozhou-2024-1', reason: '本县仅三名持证人员' };
    expect(recorded).toEqual([{ type: 'RotationWaived', data: waived }]);
    expect(waiversFor(state, 'chaozhou-2024-1')).toMatchObject([{ ...waived, by: 'leader-1' }]);
    expect(waiversFor(state, 'chaozhou-2024-2')).toEqual([]);
  });
  it('R59 refuses it for oneself, without a reason, of nobody and nothing, and twice', () => {
    when(waive({ asPerson: 'p-1' }), leader).refused('ROTATION_WAIVER_OWN');
    when(waive({ reason: ' ' }), leader).refused('INSPECTORS_REASON_MISSING');
    when(waive({ institution: '某所' }), leader).refused('ROTATION_WAIVER_INVALID');
    given(
      inspectors,
      when(waive(), leader).recorded.map(({ type, data }) => ({ type, data }) as never),
    )
      .when(waive({ reason: '再次' }), leader)
      .refused('ROTATION_WAIVED');
  });
});
