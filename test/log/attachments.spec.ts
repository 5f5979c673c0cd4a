import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHash } from '@srd/adapters/stores';
import { nodeVerify, type Bundle } from '@srd/application';
import { verifyBundle } from '@srd/verifier';
import { openFullHouse, CASE, SERIES } from '../edge/full-house';
import { fingerprintOf, type Problem } from '../journeys/client';
import { approveAndNotify, caseOf, lawyers, visit } from '../journeys/inspection';
import { loginOf } from '../journeys/people';
import { loseAndRestore } from '../journeys/restore';
import type { House } from '../journeys/server';

/** Files that are being taken in, by whichever server. */
function onTheWay(folder: string): readonly string[] {
  const entries = readdirSync(join(folder, 'incoming'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const HOSTILE = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

interface Listed {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly kept: boolean;
}

describe('attachments', () => {
  let house: House;
  let inspector: string;
  const folder = () => join(house.place.dataDir, 'attachments');
  const fileOf = (sha256: string) => join(folder(), sha256.slice(0, 2), sha256);
  const path = (sha256 = '') => `/api/v1/cases/${CASE}/attachments${sha256 && '/'}${sha256}`;
  const listed = async (login: string) => (await house.as(login).read<{ items: Listed[] }>(path())).items;
  const saying = async (name: string, content: Uint8Array | ReadableStream, login = inspector) => {
    const { status, body } = await house.as(login).upload(name, content);
    return status === 201 ? `201 ${body.mediaType}` : `${status} ${body.code}`;
  };

  beforeAll(async () => {
    house = await openFullHouse();
    await approveAndNotify(house, lawyers, CASE, '2023-07-10');
    await visit(house, lawyers, CASE, '2023-07-10');
    const { team } = await caseOf(house, CASE);
    inspector = loginOf(team[0]?.inspector ?? '');
  });
  afterAll(() => house.close());

  it('are received with the hash that the server computes, durable and readable by their owner alone', async () => {
    const { status, body } = await house.as(inspector).upload('2023.7.10 现场.png', PNG);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        sha256: hashOf(PNG),
        size: PNG.length,
        name: '2023.7.10 现场.png',
        mediaType: 'image/png',
      }),
    ]);
    expect(readFileSync(fileOf(hashOf(PNG)))).toEqual(PNG);
    expect(statSync(fileOf(hashOf(PNG))).mode & 0o777).toBe(0o600);
  });

  it('come into the file by their hash, with the name, size and type of the receipt, and are saved as they were sent', async () => {
    await house.as(inspector).give('cases', CASE, 'AddEvidence', { sha256: hashOf(PNG) });
    const file = (await listed(lawyers.officer)).at(-1);
    const known = {
      sha256: hashOf(PNG),
      name: '2023.7.10 现场.png',
      size: PNG.length,
      mediaType: 'image/png',
      kept: true,
    };
    expect(file).toMatchObject(known);
    const { status, headers, body } = await house.as(lawyers.officer).download(path(hashOf(PNG)));
    expect([status, Buffer.from(body)]).toEqual([200, PNG]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename*=UTF-8''2023.7.10%20${encodeURIComponent('现场')}.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['the test virus', '说明.txt', Buffer.from(`x${HOSTILE}`), '422 ATTACHMENT_HARMFUL'],
    ['a page', '说明.txt', Buffer.from('\n <html><script>alert(1)</script>'), '422 ATTACHMENT_TYPE_REFUSED'],
    [
      'a drawing with a script',
      '图.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      '422 ATTACHMENT_TYPE_REFUSED',
    ],
    ['a program', '照片.exe', Buffer.from('MZ\u0000\u0001'), '422 ATTACHMENT_TYPE_REFUSED'],
    ['two endings', '照片.exe.png', PNG, '422 ATTACHMENT_NAME_INVALID'],
    ['an ending that isn’t the content’s', '照片.pdf', PNG, '422 ATTACHMENT_TYPE_REFUSED'],
    ['nothing', '空.txt', Buffer.alloc(0), '422 ATTACHMENT_TYPE_REFUSED'],
    ['a folder in its name', '../x.png', PNG, '422 ATTACHMENT_NAME_INVALID'],
    ['a turned name', 'a\u202egpj.png', PNG, '422 VALIDATION_FAILED'],
    ['binary as text', '数据.txt', Buffer.from([65, 0, 66]), '422 ATTACHMENT_TYPE_REFUSED'],
    ['too much', '大.pdf', Buffer.alloc(20 * 1_048_576 + 1, 'x'), '413 TOO_LARGE'],
  ])('T21 refuse %s, and keep nothing of it', async (_, name, content, answer) => {
    expect(await saying(name, content)).toBe(answer);
    expect(existsSync(fileOf(hashOf(content)))).toBe(content === PNG);
    expect(onTheWay(folder())).toEqual([]);
  });

  it('T21 refuse too much that comes without saying how much it is', async () => {
    const pieces = Array.from({ length: 22 }, () => new Uint8Array(1_048_576).fill(37));
    expect(await saying('大.pdf', ReadableStream.from(pieces))).toBe('413 TOO_LARGE');
    expect(onTheWay(folder())).toEqual([]);
  });

  it('take text as text, and a polyglot as what it is: saved, never shown', async () => {
    expect(await saying('笔录.txt', Buffer.from('问：……\n答：……'))).toBe('201 text/plain');
    expect(await saying('材料.pdf', Buffer.from('%PDF-1.4\n<script>alert(1)</script>'))).toBe('201 application/pdf');
  });

  it('are sent by those who put files in, to their own route, and by nobody else', async () => {
    expect(await saying('x.png', PNG, 'chaozhou-auditor')).toBe('403 ROLE_MISSING');
    expect(await saying('x.png', PNG, 'chaozhou-admin-1')).toBe('403 ROLE_MISSING');
    expect((await house.anybody.upload('x.png', PNG)).status).toBe(401);
    const json = await house.as(inspector).send<Problem>('POST', '/api/v1/attachments?name=x.png', { a: 1 });
    expect(json.status).toBe(415);
    const header = { 'content-type': 'application/octet-stream' };
    const elsewhere = await house.as(inspector).send('POST', `/api/v1/cases/${CASE}/add-evidence`, 'x', header);
    expect(elsewhere.status).toBe(415);
  });

  it('can’t be quoted before they are received, nor on another organ’s receipt', async () => {
    const refused = (login: string, data: object) => house.as(login).refused('cases', CASE, 'AddEvidence', data);
    const unknown = { sha256: fingerprintOf('never sent'), name: '笔录.pdf', size: 9 };
    expect(await refused(inspector, unknown)).toBe('422 ATTACHMENT_NOT_RECEIVED');
    const theirs = await house.as('raoping-officer').paper('县局材料.pdf', '县局材料');
    expect(await refused(inspector, { sha256: theirs })).toBe('422 ATTACHMENT_NOT_RECEIVED');
    const ours = await house.as(inspector).paper('笔录.pdf', '笔录');
    expect(await refused(inspector, { sha256: ours, size: 1 })).toBe('422 ATTACHMENT_SIZE_DIFFERS');
    expect(await refused(inspector, { sha256: ours, name: '笔录.png' })).toBe('422 ATTACHMENT_TYPE_REFUSED');
    const signature = { kind: 'signed', evidence: theirs };
    const findings = { findings: [], signature, evidence: [], occurredOn: '2023-07-10' };
    expect(await house.as(inspector).refused('cases', CASE, 'RecordFindings', findings)).toMatch(/^4/);
  });

  it('are read by those who see the file, through the file alone', async () => {
    const get = async (login: string, of: string) => (await house.as(login).download(of)).status;
    expect(await get('raoping-leader', path(hashOf(PNG)))).toBe(404);
    expect(await get(lawyers.officer, `/api/v1/cases/${SERIES}-2/attachments/${hashOf(PNG)}`)).toBe(404);
    expect(await get(lawyers.officer, path(fingerprintOf('笔录')))).toBe(404);
    expect(await get(lawyers.officer, path('x'))).toBe(404);
    expect(await get('chaozhou-auditor', `${path(hashOf(PNG))}?purpose=${encodeURIComponent('核对证据')}`)).toBe(200);
    const { items } = await house
      .as('chaozhou-leader')
      .read<{ items: { by: string; purpose: string }[] }>('/api/v1/accesses?day=2023-07-10');
    expect(items).toContainEqual(expect.objectContaining({ by: 'chaozhou-auditor', purpose: '核对证据' }));
  });

  const judge = async () => {
    const bundle = await house
      .as('chaozhou-auditor')
      .read<Bundle>(`/api/v1/cases/${CASE}/bundle?purpose=${encodeURIComponent('核对证据')}`);
    const { items: keys } = await house.anybody.read<{ items: string[] }>('/api/v1/public/log/keys');
    const options = { keys, hash: nodeHash, verifySignature: nodeVerify };
    return { bundle, verdict: verifyBundle(JSON.stringify(bundle), options) };
  };

  it('go along with the bundle, to the byte', async () => {
    const { bundle, verdict } = await judge();
    expect([verdict.finding, verdict.code]).toEqual([verdict.finding, 'VERIFIED']);
    expect(bundle.attachments).toContainEqual({
      sha256: hashOf(PNG),
      name: '2023.7.10 现场.png',
      size: PNG.length,
      content: PNG.toString('base64'),
    });
    const named = bundle.entries.filter(({ event }) => event.type === 'EvidenceAdded').length;
    expect([verdict.counts.attachments, verdict.notes.join()]).toEqual([named, expect.not.stringContaining('未披露')]);
  });

  it('T11 show one changed byte: to the reader, the daily check and the bundle’s judge, by name', async () => {
    const check = async () =>
      (
        await house
          .as('chaozhou-supervision')
          .send<{ ok: boolean; attachments: number; findings: object[] }>('POST', '/api/v1/log/self-checks', {})
      ).body;
    expect(await check()).toMatchObject({ ok: true, attachments: (await listed(lawyers.officer)).length });
    const changed = Buffer.from(PNG);
    changed[40]! ^= 1;
    writeFileSync(fileOf(hashOf(PNG)), changed);
    const { status, body } = await house.as(lawyers.officer).get<Problem>(path(hashOf(PNG)));
    expect([status, body.code, body.detail]).toEqual([409, 'ATTACHMENT_DAMAGED', expect.stringContaining('现场.png')]);
    const where = expect.stringContaining('2023.7.10 现场.png') as string;
    expect(await check()).toMatchObject({ ok: false, findings: [{ kind: 'attachment', where }] });
    const { verdict } = await judge();
    expect([verdict.code, verdict.finding]).toEqual([
      'ATTACHMENT_DIFFERS',
      expect.stringContaining('2023.7.10 现场.png'),
    ]);
    // Sent once more, it is whole again, and nothing that was found is forgotten.
    await house.as(inspector).upload('2023.7.10 现场.png', PNG);
    expect(await check()).toMatchObject({ ok: true });
  });

  it('T12 come back with a restored backup, which the signer’s memory and the bundle’s judge accept', async () => {
    const signed = () => house.anybody.read<string>('/api/v1/public/log/checkpoint');
    let before = '';
    const said = await loseAndRestore(house, '2023-07-10', async () => {
      before = await signed();
    });
    expect(said).toMatch(/附件 \d+ 个/);

    expect(await signed()).toBe(before);
    const { status, body } = await house.as(lawyers.officer).download(path(hashOf(PNG)));
    expect([status, Buffer.from(body)]).toEqual([200, PNG]);
    const { verdict } = await judge();
    expect([verdict.code, verdict.notes.join()]).toEqual(['VERIFIED', expect.not.stringContaining('未披露')]);
  });
});
