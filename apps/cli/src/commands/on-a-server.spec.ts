import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventStoreDouble } from '../../../../test/esdb/double';
import { aFolder } from '../cli.fixture';

jest.setTimeout(60_000);

describe('srd where EVENT_STORE names a server', () => {
  let server: EventStoreDouble;
  beforeEach(async () => {
    server = new EventStoreDouble();
    await server.start();
  });
  afterEach(() => server.stop());

  it('replays the mirror, and finds what differs in the node’s own read models', async () => {
    const { env, srd } = aFolder();
    Object.assign(env, { EVENT_STORE: server.url });
    expect(await srd('replay')).toMatchObject({ code: 1, err: expect.stringContaining('还没有事件的镜像') });
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
    expect(await srd('replay', '--check')).toMatchObject({ code: 0, out: expect.stringContaining('一致') });
    const views = new DatabaseSync(join(env.DATA_DIR, 'views.sqlite'));
    views.exec(`UPDATE v_organs SET row = json_set(row, '$.name', '另一机关')`);
    views.close();
    expect(await srd('replay', '--check')).toMatchObject({ code: 1, out: expect.stringContaining('/row/name') });
  });

  it.each([
    [['rebuild'], '重建一个节点'],
    [['backup', '--all', 'copy'], '备份与恢复'],
  ])('refuses %s and says what to do instead, and where it is written', async (words, section) => {
    const { env, srd } = aFolder();
    Object.assign(env, { EVENT_STORE: server.url });
    const said = await srd(...words);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('docs/operations.md') });
    expect(said.err).toContain(section);
  });
});
