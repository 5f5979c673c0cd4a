import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { memoryPersons } from '@srd/adapters/memory';
import { PersonForgotten, type Persons } from '@srd/runtime';
import { openPersons } from './register';

const zhang = { name: '张三丰', certificate: '豫A-0099887', phone: '13800001234' };
const li = { name: '李四光' };

function scratch(): { readonly directory: string; readonly data: string; readonly keys: string } {
  const directory = mkdtempSync(path.join(tmpdir(), 'srd-persons-'));
  return { directory, data: path.join(directory, 'persons.db'), keys: path.join(directory, 'persons.keys') };
}

/** All bytes that the register has on disk, of data and keys, journals included. */
function bytesIn(directory: string, prefix: string): string {
  return readdirSync(directory)
    .filter((name) => name.startsWith(prefix))
    .map((name) => readFileSync(path.join(directory, name)).toString('latin1'))
    .join('\n');
}

describe.each<[string, () => { persons: Persons; remove(): void }]>([
  ['in memory', () => ({ persons: memoryPersons(), remove: () => undefined })],
  [
    'in SQLite',
    () => {
      const { directory, data, keys } = scratch();
      return { persons: openPersons(data, keys), remove: () => rmSync(directory, { recursive: true }) };
    },
  ],
])('the register of persons %s', (_, open) => {
  let current: ReturnType<typeof open>;
  beforeEach(() => {
    current = open();
  });
  afterEach(async () => {
    await current.persons.close();
    current.remove();
  });

  it('gives back who was entered, and says nothing of others', async () => {
    await current.persons.put('p-1', zhang);
    await current.persons.put('p-2', li);
    expect(await current.persons.get(['p-2', 'p-1', 'p-3', 'p-1'])).toEqual(
      new Map([
        ['p-2', li],
        ['p-1', zhang],
      ]),
    );
  });
  it('replaces a person', async () => {
    await current.persons.put('p-1', zhang);
    await current.persons.put('p-1', { name: '张三丰', phone: '13900000000' });
    expect((await current.persons.get(['p-1'])).get('p-1')).toEqual({ name: '张三丰', phone: '13900000000' });
  });
  it('finds by a part of name, certificate or phone', async () => {
    await current.persons.put('p-2', li);
    await current.persons.put('p-1', zhang);
    expect(await current.persons.search('四', 10)).toEqual(['p-2']);
    expect(await current.persons.search('0099', 10)).toEqual(['p-1']);
    expect(await current.persons.search('1380', 10)).toEqual(['p-1']);
    expect(await current.persons.search('', 10)).toEqual(['p-1', 'p-2']);
    expect(await current.persons.search('', 1)).toEqual(['p-1']);
    expect(await current.persons.search('王', 10)).toEqual([]);
  });
  it('forgets for ever, once or twice', async () => {
    await current.persons.put('p-1', zhang);
    await current.persons.put('p-2', li);
    await current.persons.forget('p-1');
    await current.persons.forget('p-1');
    expect([...(await current.persons.get(['p-1', 'p-2'])).keys()]).toEqual(['p-2']);
    expect(await current.persons.search('张', 10)).toEqual([]);
    expect(await current.persons.isForgotten('p-1')).toBe(true);
    expect(await current.persons.isForgotten('p-2')).toBe(false);
    await expect(current.persons.put('p-1', zhang)).rejects.toThrow(PersonForgotten);
  });
  it('refuses a person without a name or an id', async () => {
    await expect(current.persons.put('p-1', { name: ' ' })).rejects.toThrow(RangeError);
    await expect(current.persons.put('', zhang)).rejects.toThrow(RangeError);
  });
});

describe('the register of persons on disk', () => {
  let place: ReturnType<typeof scratch>;
  beforeEach(() => {
    place = scratch();
  });
  afterEach(() => rmSync(place.directory, { recursive: true }));

  it('has no name, certificate or phone in any byte, open or closed', async () => {
    const persons = openPersons(place.data, place.keys);
    await persons.put('p-1', zhang);
    const texts = [...Object.values(zhang), JSON.stringify(zhang.name)].map((text) =>
      Buffer.from(text).toString('latin1'),
    );
    for (const text of texts) expect(bytesIn(place.directory, 'persons')).not.toContain(text);
    await persons.close();
    for (const text of texts) expect(bytesIn(place.directory, 'persons')).not.toContain(text);
  });
  it('keeps who was entered over being opened again', async () => {
    const first = openPersons(place.data, place.keys);
    await first.put('p-1', zhang);
    await first.close();
    const second = openPersons(place.data, place.keys);
    expect((await second.get(['p-1'])).get('p-1')).toEqual(zhang);
    await second.close();
  });
  it('forgets a person in older copies of the data too, because the key is gone from every byte of the key file', async () => {
    const persons = openPersons(place.data, place.keys);
    await persons.put('p-1', zhang);
    await persons.put('p-2', li);
    const reader = new DatabaseSync(place.keys, { readOnly: true });
    const key = reader.prepare("SELECT key FROM keys WHERE person = 'p-1'").get()?.['key'] as Uint8Array;
    reader.close();
    const backup = path.join(place.directory, 'old-copy.db');
    new DatabaseSync(place.data).exec(`VACUUM INTO '${backup}'`);
    expect(bytesIn(place.directory, 'persons.keys')).toContain(Buffer.from(key).toString('latin1'));

    await persons.forget('p-1');

    expect(bytesIn(place.directory, 'persons')).not.toContain(Buffer.from(key).toString('latin1'));
    await persons.close();
    rmSync(place.data);
    copyFileSync(backup, place.data);
    const restored = openPersons(place.data, place.keys);
    expect([...(await restored.get(['p-1', 'p-2'])).keys()]).toEqual(['p-2']);
    await restored.close();
  });
  it('keeps one key for each person, and every forgetting, where several processes have the key file', async () => {
    const root = path.join(__dirname, '..', '..', '..');
    const processes = [0, 1, 2].map(async (number) => {
      const script = `
        const { openPersons } = require('./libs/adapters/persons');
        const persons = openPersons(${JSON.stringify(`${place.data}-${number}`)}, ${JSON.stringify(place.keys)});
        (async () => {
          for (let n = 0; n < 30; n++) await persons.put('p-' + n, { name: '张三丰' });
          for (let n = 0; n < 10; n++) await persons.forget('p-' + (3 * n + ${number}));
          await persons.close();
        })();`;
      const run = promisify(execFile);
      await run(process.execPath, ['-r', './scripts/ts-hook.cjs', '-e', script], { cwd: root }).catch(
        (error: Error) => {
          // Whoever comes to a person that another has forgotten is told so.
          if (!error.message.includes('PersonForgotten')) throw error;
        },
      );
    });
    await Promise.all(processes);
    const registers = [0, 1, 2].map((number) => openPersons(`${place.data}-${number}`, place.keys));
    const ids = Array.from({ length: 30 }, (_, n) => `p-${n}`);
    for (const persons of registers) {
      for (const id of ids) {
        const gone = await persons.isForgotten(id);
        // A row under another process's key wouldn't open.
        const found = await persons.get([id]);
        if (gone) expect(found.size).toBe(0);
        else if (found.size > 0) expect(found.get(id)).toEqual({ name: '张三丰' });
      }
      await persons.close();
    }
  });
  it('does not open a row that was changed or put under another id', async () => {
    const persons = openPersons(place.data, place.keys);
    await persons.put('p-1', zhang);
    await persons.put('p-2', li);
    const database = new DatabaseSync(place.data);
    database.exec("UPDATE persons SET sealed = (SELECT sealed FROM persons WHERE id = 'p-1') WHERE id = 'p-2'");
    database.close();
    await expect(persons.get(['p-2'])).rejects.toThrow();
    expect((await persons.get(['p-1'])).get('p-1')).toEqual(zhang);
    await persons.close();
  });
});
