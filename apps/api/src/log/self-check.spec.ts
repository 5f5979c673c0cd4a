import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import type { SelfCheck } from '@srd/domain/log';
import { Served } from '../commands/served.fixture';

describe('the self-check', () => {
  let served: Served;
  const make = async (as = 'auditor') =>
    (await served.post(as, 'log/self-checks')).body as unknown as SelfCheck & { code?: string };

  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.open('auditor', 'chaozhou', 'auditor');
    await served.open('leader', 'chaozhou', 'leader');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    await served.settled();
  });
  afterAll(() => served.stop());

  it('T30 finds everything in order, and its outcome is on record and in the metrics', async () => {
    const made = await make();
    expect(made).toMatchObject({ ok: true, findings: [], more: 0 });
    expect(made.events).toBe(made.size);
    expect(made.rows).toBeGreaterThan(3);
    const { body } = await served.get('leader', 'log/self-checks');
    expect((body['items'] as SelfCheck[])[0]).toEqual(made);
    const { body: metrics } = await served.server.app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics).toMatch(/^srd_self_check_findings 0$/m);
    expect(metrics).toMatch(/^srd_log_signed_events \d+$/m);
  });

  it('T30 names a row of a read model that somebody changed, and stops nothing', async () => {
    const { views } = served.stores;
    const { row } = views.get('organs', 'chaozhou')!;
    const changed = { ...(row as object), name: '另一个司法局' };
    const change = { organ: 'chaozhou', columns: { name: '另一个司法局' }, row: changed };
    views.apply('organs', new Map([['chaozhou', change]]), views.checkpoint('organs')!);
    const made = await make();
    expect(made.ok).toBe(false);
    expect(made.findings).toEqual([
      { kind: 'view', where: 'organs chaozhou', what: expect.stringContaining('/name：读模型为 "另一个司法局"') },
    ]);
    const { body: metrics } = await served.server.app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics).toMatch(/^srd_self_check_findings 1$/m);
    await served.open('another', 'chaozhou', 'inspector');
  });

  it('T11 T30 names the checkpoint from which the events differ', async () => {
    const { dataDir } = served.place;
    // What nobody signed for yet can't be told from what was always so.
    const signed = (): number => served.stores.ledger.tree.latest()?.size ?? 0;
    for (let tries = 0; signed() < 2 && tries < 600; tries++) await setTimeout(100);
    expect(signed()).toBeGreaterThanOrEqual(2);
    const database = new DatabaseSync(join(dataDir, 'events.sqlite'));
    database.exec('DROP TRIGGER events_are_not_changed');
    database.exec(`UPDATE events SET actor = 'nobody' WHERE position = 1`);
    database.close();
    const made = await make();
    expect(made.findings.map(({ kind }) => kind)).toContain('tree');
    expect(made.findings.find(({ kind }) => kind === 'tree')?.where).toMatch(/^\d+ 条的检查点$/);
  });

  it('is read by those who oversee only', async () => {
    expect((await served.get('officer', 'log/self-checks')).body.code).toBe('ROLE_MISSING');
    expect((await make('officer')).code).toBe('ROLE_MISSING');
  });
});
