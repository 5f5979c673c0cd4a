import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutbox } from '@srd/adapters/outbox';
import { aPublication, describeChannels } from './publication-channels';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'srd-outbox-')), 'outbox');
  folders.push(join(folder, '..'));
  return folder;
}
const placeOf = (folder: string, channel: string): string =>
  join(
    folder,
    encodeURIComponent(channel).replace(/^\.+/, (dots) => '%2E'.repeat(dots.length)),
  );

describeChannels('files', () => {
  const folder = newFolder();
  let answers = 0;
  return {
    channels: openOutbox(folder),
    arrived(channel) {
      const place = placeOf(folder, channel);
      const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.json')) : [];
      return names.sort().map((name) => {
        const { id, ...fields } = JSON.parse(readFileSync(join(place, name), 'utf8')) as Record<string, string>;
        return { id: id ?? '', fields };
      });
    },
    answer(channel, answer) {
      const place = join(placeOf(folder, channel), 'receipts');
      mkdirSync(place, { recursive: true });
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      writeFileSync(join(place, `${String(++answers).padStart(3, '0')}.json`), text);
    },
    breakDown(channel) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(placeOf(folder, channel), '');
    },
  };
});

it('R75 writes the fields under their Chinese headings too, for a spreadsheet, and no formula among them', async () => {
  const folder = newFolder();
  const fields = [...aPublication().fields, { name: 'scope', label: '抽查内容', value: '=HYPERLINK("x")' }];
  await openOutbox(folder).send(aPublication({ fields, notice: '更正公示' }));
  const text = readFileSync(join(folder, 'portal', 'chaozhou-2023-4-1.result-1.csv'), 'utf8');
  expect(text).toBe(
    [
      '\u{feff}"被抽查机构名称","抽查结果","抽查内容","公示编号","关联公示编号","说明"',
      '"示例一律师事务所","未发现问题：“未见异常”，\n无","\'=HYPERLINK(""x"")","chaozhou-2023-4-1.result-1","","更正公示"',
      '',
    ].join('\r\n'),
  );
});
