import { SelfChecks } from '@srd/application';
import { derivedId } from '@srd/runtime';
import type { Instant } from '@srd/kernel';
import { Served } from '../commands/served.fixture';

describe('files that nobody names', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'rectification-officer');
    await served.settled();
  });
  afterAll(() => served.stop());

  const sent = async (text: string): Promise<string> => {
    const url = `attachments?name=${encodeURIComponent('材料.txt')}`;
    const { status, body } = await served.post('officer', url, Buffer.from(text), {
      'content-type': 'application/octet-stream',
    });
    expect(status).toBe(201);
    return String(body['sha256']);
  };

  it('go with the daily check after a week; those that an event names stay, and so do the newer ones', async () => {
    const [named, unnamed] = [await sent('引用'), await sent('未引用')];
    await served.stores.log.append('note-1', 'none', [
      {
        id: derivedId('note'),
        type: 'SomethingNoted',
        version: 1,
        at: served.stores.clock.now(),
        actor: 'officer',
        meta: { correlation: 'test', causation: null, basedOn: [] },
        salt: '0'.repeat(32),
        data: { evidence: [named] },
      },
    ]);
    const held = async (hash: string) => (await served.stores.attachments.read(hash)) !== undefined;
    const checks = served.server.app.get(SelfChecks);
    await served.on('2023-01-10');
    await checks.daily();
    expect([await held(named), await held(unnamed)]).toEqual([true, true]);
    await served.on('2023-01-11');
    const newer = await sent('新来');
    await checks.daily();
    expect([await held(named), await held(unnamed), await held(newer)]).toEqual([true, false, true]);
    expect(served.stores.clock.now()).toBe('2023-01-11T01:00:00.000Z' as Instant);
  });
});
