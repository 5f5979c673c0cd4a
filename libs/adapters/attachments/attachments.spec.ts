import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@srd/kernel';
import { AttachmentDamaged, type Receipt } from '@srd/runtime';
import { copyAttachments, openAttachments } from './index';

const bytes = Buffer.from('%PDF-1.4 检查笔录');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const judge = async (): Promise<Omit<Receipt, 'sha256' | 'size'>> => ({
  name: '笔录.pdf',
  mediaType: 'application/pdf',
  organ: 'chaozhou',
  by: 'inspector-1',
  at: '2023-07-10T01:00:00.000Z' as Instant,
});

async function* inPieces(content: Uint8Array, size = 3) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

describe('attachments in a folder', () => {
  let folder: string;
  const content = () => join(folder, sha256.slice(0, 2), sha256);
  const all = async () => {
    const found: Receipt[] = [];
    for await (const receipt of openAttachments(folder).receipts()) found.push(receipt);
    return found;
  };
  beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'srd-attachments-')), 'attachments')));
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  it('keep a content under the hash that they computed, over a restart, for their owner only', async () => {
    const receipt = await openAttachments(folder).receive(inPieces(bytes), judge);
    expect(receipt).toEqual({ ...(await judge()), sha256, size: bytes.length });
    const again = openAttachments(folder);
    expect(await again.read(sha256)).toEqual(bytes);
    expect(await again.receipt(sha256, 'chaozhou')).toEqual(receipt);
    expect(await again.receipt(sha256)).toEqual(receipt);
    expect(await again.receipt(sha256, 'kazuo')).toBeUndefined();
    expect(await again.receipt('0'.repeat(64))).toBeUndefined();
    expect(statSync(content()).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('are taken in by several processes on one folder, and a start of one leaves the other at its work', async () => {
    const one = openAttachments(folder, 'one');
    const halfWay = async function* () {
      yield bytes.subarray(0, 5);
      openAttachments(folder, 'other');
      yield bytes.subarray(5);
    };
    expect(await one.receive(halfWay(), judge)).toMatchObject({ sha256 });
    expect(await openAttachments(folder, 'other').read(sha256)).toEqual(bytes);
  });

  it('keep nothing of what was refused, or broke off on its way', async () => {
    const store = openAttachments(folder);
    const refused = store.receive(inPieces(bytes), () => Promise.reject(new Error('no')));
    await expect(refused).rejects.toThrow('no');
    const broken = async function* () {
      yield bytes;
      throw new Error('aborted');
    };
    await expect(store.receive(broken(), judge)).rejects.toThrow('aborted');
    expect(await store.read(sha256)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['incoming']);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('throw away at the start what a crash left half written', async () => {
    mkdirSync(join(folder, 'incoming'), { recursive: true });
    writeFileSync(join(folder, 'incoming', 'half'), 'half');
    openAttachments(folder);
    expect(existsSync(join(folder, 'incoming', 'half'))).toBe(false);
  });

  it('T11 hash a content anew with each reading: one changed byte is an error by name', async () => {
    const store = openAttachments(folder);
    await store.receive(inPieces(bytes), judge);
    writeFileSync(content(), Buffer.from(bytes).fill('x', 5, 6));
    await expect(store.read(sha256)).rejects.toThrow(AttachmentDamaged);
    // Sent once more, it is whole again.
    await store.receive(inPieces(bytes), judge);
    expect(await store.read(sha256)).toEqual(bytes);
  });

  it('keep a content as long as one organ has a receipt for it', async () => {
    const store = openAttachments(folder);
    await store.receive(inPieces(bytes), judge);
    await store.receive(inPieces(bytes), async () => ({ ...(await judge()), organ: 'kazuo' }));
    expect((await all()).map(({ organ }) => organ).sort()).toEqual(['chaozhou', 'kazuo']);
    expect(await store.discard({ sha256, organ: 'chaozhou' })).toBe(true);
    expect(await store.read(sha256)).toEqual(bytes);
    await store.discard({ sha256, organ: 'kazuo' });
    expect(await store.read(sha256)).toBeUndefined();
    expect(await all()).toEqual([]);
  });

  it('don’t throw away what somebody just asked for, to name it', async () => {
    const store = openAttachments(folder);
    await store.receive(inPieces(bytes), judge);
    await store.receipt(sha256, 'chaozhou');
    expect(await store.discard({ sha256, organ: 'chaozhou' })).toBe(false);
    expect(await store.read(sha256)).toEqual(bytes);
  });

  it('are copied while they are in use, hashed on their way: a damaged one is told, and copied as it is', async () => {
    const store = openAttachments(folder);
    await store.receive(inPieces(bytes), judge);
    const whole = await copyAttachments(folder, `${folder}-1`);
    expect(whole).toEqual({ files: 1, bytes: bytes.length, damaged: [] });
    const copy = openAttachments(`${folder}-1`);
    expect([await copy.read(sha256), await copy.receipt(sha256, 'chaozhou')]).toEqual([
      bytes,
      expect.objectContaining({ name: '笔录.pdf' }),
    ]);
    writeFileSync(content(), 'x');
    expect(await copyAttachments(folder, `${folder}-2`)).toEqual({ files: 1, bytes: 1, damaged: [sha256] });
  });

  it('know nothing by what isn’t a hash', async () => {
    const store = openAttachments(folder);
    expect(await store.read('../../events.sqlite')).toBeUndefined();
    expect(await store.receipt('../x', 'chaozhou')).toBeUndefined();
  });
});
