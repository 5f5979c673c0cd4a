import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, RecordedEvent } from '@srd/kernel';
import {
  encodeBase64,
  formatCheckpoint,
  formatVerifierKey,
  Frontier,
  leafBytes,
  leafHash,
  MemoryHashStore,
  newVerifierKey,
  openNote,
  parseVerifierKey,
  proveConsistency,
  proveInclusion,
  signNote,
  verifyEd25519,
} from '@srd/proof/log';
import { aFolder } from '../cli.fixture';
import { hash } from '../witness/key';

/** A log of numbered leaves that shows whatever it likes, under one key. */
class Showing {
  secret = generateKeyPairSync('ed25519').privateKey;
  key = newVerifierKey(
    'srd/test',
    new Uint8Array(createPublicKey(this.secret).export({ format: 'der', type: 'spki' }).subarray(-32)),
    hash,
  );
  leaves: (string | RecordedEvent)[] = [];
  readonly handedBack: string[] = [];
  knows = true;
  rotations: object[] = [];
  private server: Server | undefined;

  private built() {
    const store = new MemoryHashStore();
    const frontier = Frontier.empty(hash);
    for (const leaf of this.leaves)
      store.put(
        frontier.append(typeof leaf === 'string' ? hash(Buffer.from(leaf)) : leafHash(leafBytes(leaf, hash), hash)),
      );
    return { store, root: frontier.root() };
  }

  get note(): string {
    const text = formatCheckpoint(this.key.name, this.leaves.length, this.built().root);
    const secret = createPrivateKey(this.secret.export({ format: 'pem', type: 'pkcs8' }));
    return signNote(text, [{ key: this.key, sign: (message) => new Uint8Array(sign(null, message, secret)) }]);
  }

  /** Announces another key under the present one, which it is from then on. */
  rotate(next: Showing): void {
    this.leaves.push({
      id: '00000000-0000-4000-8000-000000000001',
      stream: 'log',
      revision: 0,
      type: 'KeyRotated',
      version: 1,
      at: '2024-01-02T01:00:00.000Z' as Instant,
      actor: 'system:keys',
      meta: { correlation: 'rotation', causation: null, basedOn: [] },
      salt: '00'.repeat(16),
      data: { from: formatVerifierKey(this.key), to: formatVerifierKey(next.key), reason: '年度更换' },
    });
    const index = this.leaves.length - 1;
    const proof = proveInclusion(index, index + 1, this.built().store, hash).map(encodeBase64);
    this.rotations.push({ checkpoint: this.note, entry: { index, event: this.leaves[index], proof } });
    this.key = next.key;
    this.secret = next.secret;
  }

  async listen(): Promise<string> {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://log');
      const number = (name: string): number => Number(url.searchParams.get(name));
      if (url.pathname.endsWith('/keys')) response.end(JSON.stringify({ items: [formatVerifierKey(this.key)] }));
      else if (url.pathname.endsWith('/rotations')) response.end(JSON.stringify({ items: this.rotations }));
      else if (url.pathname.endsWith('/checkpoint')) response.end(this.note);
      else if (url.pathname.endsWith('/consistency')) {
        const proof = proveConsistency(number('from'), number('to'), this.built().store, hash).map(encodeBase64);
        response.end(JSON.stringify({ proof }));
      } else {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          this.handedBack.push((JSON.parse(body) as { note: string }).note);
          response.statusCode = this.knows ? 200 : 403;
          response.end('{}');
        });
      }
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server?.close();
  }
}

describe('srd witness', () => {
  const { srd } = aFolder();
  const log = new Showing();
  const folder = mkdtempSync(join(tmpdir(), 'srd-witness-'));
  const key = join(folder, 'witness.key');
  let url: string;
  beforeAll(async () => {
    url = await log.listen();
    log.leaves = ['a', 'b', 'c'];
  });
  afterAll(() => log.close());

  const look = async (state = 'state', ...more: string[]) => {
    const said = await srd('witness', '--log', url, '--key', key, '--state', join(folder, state), '--json', ...more);
    return { ...said, seen: said.out.startsWith('{') ? (JSON.parse(said.out) as Record<string, unknown>) : {} };
  };

  it('asks for a name when it makes its key, and keeps it from others', async () => {
    expect(await look()).toMatchObject({ code: 1, err: expect.stringContaining('--name') });
    expect((await look('state', '--name', 'jijian')).code).toBe(0);
  });

  it('co-signs what has grown out of what it signed, and remembers it first', async () => {
    log.leaves.push('d', 'e');
    const { code, seen } = await look();
    expect([code, seen['outcome'], seen['before'], seen['size'], seen['handedBack']]).toEqual([
      0,
      'cosigned',
      3,
      5,
      true,
    ]);
    const witness = parseVerifierKey(seen['key'] as string, hash);
    const { signatures } = openNote(log.handedBack.at(-1)!, [log.key, witness], verifyEd25519);
    expect(signatures.map(({ key: { name, type } }) => `${name} ${type}`)).toEqual([
      'srd/test ed25519',
      'jijian cosignature',
    ]);
    expect(signatures[1]!.at).toBeGreaterThan(1_700_000_000);
    expect(readFileSync(join(folder, 'state', 'checkpoint.note'), 'utf8')).toBe(log.note);
  });

  it('says so when the log does not know it', async () => {
    log.knows = false;
    const { code, seen } = await look('unknown', '--log-key', formatVerifierKey(log.key));
    expect([code, seen['handedBack']]).toEqual([0, false]);
    log.knows = true;
  });

  it('T14 T16 refuses a split view of one size, keeps both notes and ends with 1', async () => {
    await look('split');
    const held = log.note;
    log.leaves[4] = 'another';
    const { code, seen } = await look('split');
    expect([code, seen['outcome'], seen['finding']]).toEqual([1, 'split-view', expect.stringContaining('SPLIT VIEW')]);
    const evidence = seen['evidence'] as string;
    expect(readdirSync(evidence).sort()).toEqual(['held.note', 'proof.json', 'shown.note']);
    expect(readFileSync(join(evidence, 'held.note'), 'utf8')).toBe(held);
    expect(readFileSync(join(evidence, 'shown.note'), 'utf8')).toBe(log.note);
    // And it goes on refusing: what it signed stays what it signed.
    expect((await look('split')).code).toBe(1);
    log.leaves[4] = 'e';
  });

  it('T16 refuses a longer log that did not grow out of the signed one', async () => {
    await look('forked');
    const before = log.handedBack.length;
    log.leaves = ['x', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { code, seen } = await look('forked');
    expect([code, seen['outcome']]).toEqual([1, 'inconsistent']);
    expect(log.handedBack).toHaveLength(before);
    log.leaves = ['a', 'b', 'c', 'd', 'e'];
  });

  it('T12 T13 refuses a log that became shorter', async () => {
    await look('shrunk');
    log.leaves = ['a', 'b', 'c'];
    const { code, seen } = await look('shrunk');
    expect([code, seen['outcome'], seen['finding']]).toEqual([1, 'shrunk', expect.stringMatching(/5 条.*3 条/)]);
    expect(existsSync(join(seen['evidence'] as string, 'held.note'))).toBe(true);
    log.leaves = ['a', 'b', 'c', 'd', 'e'];
  });

  describe('T14 a key that was changed', () => {
    const pinned = (state: string) => readFileSync(join(folder, state, 'log.vkey'), 'utf8').trim();
    beforeEach(() => {
      log.rotations = [];
      log.leaves = ['a', 'b', 'c'];
    });

    it('is learned from its announcement, and the old one signs nothing any more', async () => {
      await look('rotated');
      const thief = new Showing();
      thief.key = log.key;
      thief.secret = log.secret;
      log.rotate(new Showing());
      log.leaves.push('e');
      const { code, seen } = await look('rotated');
      expect([code, seen['outcome'], seen['before'], seen['size']]).toEqual([0, 'cosigned', 3, 5]);
      expect(pinned('rotated')).toBe(formatVerifierKey(log.key));
      const present = { key: log.key, secret: log.secret };
      Object.assign(log, { key: thief.key, secret: thief.secret });
      log.leaves.push('f');
      expect(await look('rotated')).toMatchObject({
        code: 1,
        err: expect.stringContaining('NO_KNOWN_SIGNER') as string,
      });
      // Its operator still names the old key at every start: it is led on again.
      Object.assign(log, present);
      const again = await look('rotated', '--log-key', formatVerifierKey(thief.key));
      expect([again.code, again.seen['outcome'], pinned('rotated')]).toEqual([
        0,
        'cosigned',
        formatVerifierKey(log.key),
      ]);
    });

    it('is not believed where the announcement isn’t proven under the key before', async () => {
      await look('unproven');
      log.rotate(new Showing());
      const [rotation] = log.rotations as { checkpoint: string }[];
      log.rotations = [{ ...rotation, checkpoint: log.note }];
      expect(await look('unproven')).toMatchObject({ code: 1, err: expect.stringContaining('换钥') as string });
      log.rotations = [{}];
      expect(await look('unproven')).toMatchObject({ code: 1, err: expect.stringContaining('换钥') as string });
    });

    it('T16 leads to no other history: the note that announced it is kept as evidence', async () => {
      await look('led');
      log.rotate(new Showing());
      const { checkpoint } = log.rotations[0] as { checkpoint: string };
      log.leaves = ['a', 'b', 'c', 'another', 'e'];
      const { code, seen } = await look('led');
      expect([code, seen['outcome']]).toEqual([1, 'inconsistent']);
      expect(readFileSync(join(seen['evidence'] as string, 'held.note'), 'utf8')).toBe(checkpoint);
      expect(pinned('led')).not.toBe(formatVerifierKey(log.key));
    });
  });

  it('T15 trusts the key that it was given, and no other that the log shows', async () => {
    const other = new Showing();
    const said = await look('pinned', '--log-key', formatVerifierKey(other.key));
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('NO_KNOWN_SIGNER')]);
  });
});
