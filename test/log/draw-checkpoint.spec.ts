import { DrawCheckpoints, LogKeeper } from '@srd/application';
import { closeStores, openStores } from '@srd/adapters/stores';
import { anEvent, newPlace, withKeeper } from './ledger';

const frozen = (draw: string) => ({
  ...anEvent('selection-task', 0, { request: { draw }, commitment: 'ab' }),
  type: 'DrawFrozen',
});

describe('the checkpoint behind a draw', () => {
  it('R11 is signed when the first seal asks for it, and named with the leaf of the commitment', async () => {
    await withKeeper(newPlace(), async ({ stores, keeper }) => {
      const checkpoints = new DrawCheckpoints(stores, keeper);
      await stores.log.append('case-1', 'none', [anEvent('case-1', 0)]);
      await stores.log.append('selection-task', 'none', [frozen('task.1')]);
      expect(await checkpoints.of('task.1')).toBeNull();
      expect(await checkpoints.await('task.1')).toEqual({ leaf: 1, size: 2 });
      expect(await checkpoints.of('task.1')).toEqual({ leaf: 1, size: 2 });
    });
  });

  it('R11 isn’t there while nothing is signed: no seal is taken then', async () => {
    const stores = openStores(newPlace());
    const checkpoints = new DrawCheckpoints(stores, new LogKeeper(stores.log, stores.ledger, stores.hash));
    await stores.log.append('selection-task', 'none', [frozen('task.1')]);
    expect(await checkpoints.await('task.1')).toBeUndefined();
    await closeStores(stores);
  });

  it('is none of a draw that there isn’t', async () => {
    await withKeeper(newPlace(), async ({ stores, keeper }) => {
      const checkpoints = new DrawCheckpoints(stores, keeper);
      for (const draw of ['task.1', 'task', '']) expect(await checkpoints.of(draw)).toBeNull();
    });
  });
});
