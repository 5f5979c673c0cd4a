import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openSigner } from '@srd/adapters/keys';
import { nodeHash } from '@srd/adapters/stores';
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
  proveInclusion,
  signNote,
  treeRoot,
} from '@srd/proof/log';
import { verifyBundle, verifyEd25519 } from '@srd/verifier';
import type { Area } from './contest';
import { histories, recorded } from './histories';

const AT = '2024-01-02T01:00:00.000Z' as Instant;
const TASK = 'chaozhou-2023-4';

/** Whole cases one after the other, then the event that says where their streams end. */
function eventsOf(count: number): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  const heads: { stream: string; revision: number }[] = [];
  for (let number = 1; events.length < count - 1; number++) {
    const stream = `case-${TASK}-${number}`;
    const facts = histories[number % histories.length]!.slice(0, count - 1 - events.length);
    facts.forEach((fact, revision) => {
      // Days are counted from when a fact was recorded.
      const event = recorded(fact, fact.at, fact.actor);
      events.push({ ...event, meta: { ...event.meta, basedOn: [] }, stream, revision });
    });
    heads.push({ stream, revision: facts.length - 1 });
  }
  const data = { subject: { kind: 'task', id: TASK }, organ: 'chaozhou', purpose: 'bench', checkpoint: 0, heads };
  const issued = recorded({ type: 'BundleIssued', data }, AT);
  events.push({ ...issued, meta: { ...issued.meta, basedOn: [] }, stream: 'access-2024-01-02', revision: 0 });
  return events;
}

/** An audit bundle of so many events, judged from its text as `srd verify` does. */
export const verify: Area = {
  name: 'verify',
  async open(folder, { quick }) {
    const count = quick ? 2_000 : 100_000;
    const signer = openSigner(join(folder, 'log.key'), 'bench');
    const key = newVerifierKey(signer.name, signer.publicKey, nodeHash);
    const events = eventsOf(count);
    const store = new MemoryHashStore();
    const frontier = Frontier.empty(nodeHash);
    for (const event of events) store.put(frontier.append(leafHash(leafBytes(event, nodeHash), nodeHash)));
    const note = formatCheckpoint(signer.name, count, treeRoot(count, store, nodeHash));
    const text = JSON.stringify({
      bundle: 'srd-bundle/1',
      subject: { kind: 'task', id: TASK },
      checkpoint: signNote(note, [{ key, sign: (message) => signer.sign(message) }]),
      rotations: [],
      entries: events.map((event, index) => ({
        index,
        event,
        proof: proveInclusion(index, count, store, nodeHash).map(encodeBase64),
      })),
      draws: [],
      attachments: [],
    });
    return {
      title: '核验审计包',
      unit: 'ms',
      contestants: [
        {
          name: 'bundle',
          label: `核验 ${count} 条事件的审计包`,
          measure() {
            const begun = performance.now();
            const { verdict, finding } = verifyBundle(text, {
              keys: [formatVerifierKey(key)],
              hash: (bytes) => createHash('sha256').update(bytes).digest(),
              verifySignature: verifyEd25519,
            });
            if (verdict !== 'yes') throw new Error(finding);
            return performance.now() - begun;
          },
        },
      ],
      goals: [{ kind: 'time', of: 'bundle', below: 30_000 }],
      notes: [
        `审计包 ${Math.round(text.length / 1_000_000)} MB：逐条证明、各流完整、案件按程序重放；由 JSON 文本起算。`,
      ],
      close: () => {},
    };
  },
};
