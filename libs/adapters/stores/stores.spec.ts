import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@srd/kernel';
import { StandingClock } from '@srd/runtime';
import { closeStores, DEMONSTRATION, openStores, type Place } from './index';

function place(mode: Place['mode']): Place {
  const folder = mkdtempSync(join(tmpdir(), 'srd-stores-'));
  return { mode, dataDir: join(folder, 'data'), keyDir: join(folder, 'keys') };
}

describe('the stores of a data folder', () => {
  it('belong to one process', async () => {
    const real = place('serve');
    const stores = openStores(real);
    expect(() => openStores(real)).toThrow(/events\.sqlite/);
    await closeStores(stores);
    await closeStores(openStores(real));
  });

  it("keep the demonstration's clock over a restart, and never turn it back", async () => {
    const demo = place('demo');
    const stores = openStores(demo);
    expect(stores.clock).toBeInstanceOf(StandingClock);
    (stores.clock as StandingClock).moveTo('2024-08-20T01:00:00.000Z' as Instant);
    (stores.clock as StandingClock).moveTo('2024-01-01T01:00:00.000Z' as Instant);
    await closeStores(stores);
    const again = openStores(demo);
    expect(again.clock.now()).toBe('2024-08-20T01:00:00.000Z');
    await closeStores(again);
  });

  it('refuse real use of a demonstration, and a demonstration on real data', async () => {
    const demo = place('demo');
    const stores = openStores(demo);
    (stores.clock as StandingClock).moveTo('2024-08-20T01:00:00.000Z' as Instant);
    await closeStores(stores);
    expect(() => openStores({ ...demo, mode: 'serve' })).toThrow('演示');

    const real = place('serve');
    await closeStores(openStores(real));
    expect(() => openStores({ ...real, mode: 'demo' })).toThrow('DATA_DIR');
    writeFileSync(join(real.dataDir, DEMONSTRATION), '{}');
    expect(() => openStores(real)).toThrow('演示');
  });
});
