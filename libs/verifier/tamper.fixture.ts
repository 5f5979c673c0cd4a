import { sha256, utf8 } from '@srd/kernel';
import { signNote, type NoteSigner } from '@srd/proof/log';
import { attachmentOf, retold, type ForgedBundle, type ForgedEntry, type World } from './forge.fixture';
import type { BundleCode } from './verdict';

/** What a forgery must be found by: the code, and what the finding has to name. */
export type Expected = { readonly codes: readonly BundleCode[]; readonly names?: string };
type Below = (below: number) => number;
export type Tampering = (bundle: ForgedBundle, world: World, below: Below, other: NoteSigner) => Expected;

const leaf = (entry: ForgedEntry): string => `第 ${entry.index} 号叶`;
const pick = <T>(list: readonly T[], below: Below): T => list[below(list.length)]!;
const fails = (entry: ForgedEntry): Expected => ({ codes: ['PROOF_FAILS'], names: leaf(entry) });
const turned = (text: string, at: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);

/** Every place of a value at which a text or number stands, as a way to change it. */
function places(value: unknown, change: (next: unknown) => void): (() => void)[] {
  if (typeof value === 'string')
    return value === '' ? [() => change('x')] : [() => change(turned(value, value.length >> 1))];
  if (typeof value === 'number') return [() => change(value + 1)];
  if (typeof value === 'boolean') return [() => change(!value)];
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((name) => places(owner[name], (next) => (owner[name] = next)));
}

function twoOf(entries: readonly ForgedEntry[], below: Below): readonly [ForgedEntry, ForgedEntry] {
  const first = below(entries.length - 1);
  return [entries[first]!, entries[first + 1 + below(entries.length - 1 - first)]!];
}

/** The classes of reliability 2.8 that must be found. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'a bit of the content': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    const data = entry.event['data'] as Record<string, unknown>;
    const spots = places(data, () => undefined);
    if (spots.length === 0) data['x'] = 1;
    else pick(spots, below)();
    return fails(entry);
  },
  'a bit of the salt': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    const salt = entry.event['salt'] as string;
    entry.event['salt'] = (salt.startsWith('0') ? '1' : '0') + salt.slice(1);
    return fails(entry);
  },
  'a bit of the metadata': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    const meta = entry.event['meta'] as Record<string, unknown>;
    meta['correlation'] = turned(meta['correlation'] as string, 0);
    return fails(entry);
  },
  'the time': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    entry.event['at'] = (entry.event['at'] as string).replace(/\d\dZ$/, '77Z');
    return fails(entry);
  },
  'the actor': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    entry.event['actor'] = 'officer-2';
    return fails(entry);
  },
  'two rows swapped': ({ entries }, _, below) => {
    const [one, two] = twoOf(entries, below);
    [one.event, two.event] = [two.event, one.event];
    return fails(one);
  },
  'two entries swapped': ({ entries }, _, below) => {
    const [one, two] = twoOf(entries, below);
    const at = entries.indexOf(two);
    entries[entries.indexOf(one)] = two;
    entries[at] = one;
    return { codes: ['ENTRIES_UNORDERED'] };
  },
  'a row deleted': ({ entries }, _, below) => {
    const [gone] = entries.splice(below(entries.length), 1);
    const { stream, type } = gone!.event as { stream: string; type: string };
    return type === 'BundleIssued'
      ? { codes: ['BUNDLE_ISSUED_MISSING'] }
      : { codes: ['STREAM_GAP', 'STREAM_END_MISSING', 'BASIS_MISSING'], names: stream };
  },
  'a row inserted': ({ entries }, _, below) => {
    const at = below(entries.length);
    const copy = structuredClone(entries[at]!);
    copy.event['actor'] = 'officer-9';
    copy.index += 1;
    entries.splice(at + 1, 0, copy);
    return fails(copy);
  },
  'the tail cut off': ({ entries }, _, below) => {
    entries.splice(entries.length - 1 - below(entries.length));
    return { codes: ['BUNDLE_ISSUED_MISSING'] };
  },
  'the last leaf doubled': ({ entries }, { log }) => {
    const copy = structuredClone(entries.at(-1)!);
    copy.index = log.size;
    entries.push(copy);
    return fails(copy);
  },
  'an event replaced, its leaf recomputed': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    entry.event['data'] = { replaced: true };
    entry.event['salt'] = '00'.repeat(16);
    return fails(entry);
  },
  'a withheld event’s hash': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    const { salt: _salt, data: _data, ...envelope } = entry.event;
    entry.event = { ...envelope, dataHash: 'ab'.repeat(32) };
    return fails(entry);
  },
  'content beside its hash': (bundle, { log }, below) => {
    const entry = pick(bundle.entries, below);
    entry.event = { ...entry.event, ...log.entry(entry.index, log.size, true).event, data: { changed: true } };
    return { codes: ['CONTENT_DIFFERS'], names: leaf(entry) };
  },
  'the whole tree recomputed without the key': (bundle, { log }, below, other) => {
    const { index } = pick(bundle.entries, below);
    const told = retold(log, index, (event) => ({ ...event, actor: 'officer-3' }), other);
    bundle.entries = bundle.entries.map((entry) => told.entry(entry.index));
    const lines = bundle.checkpoint.split('\n');
    bundle.checkpoint =
      below(2) === 0 ? told.checkpoint() : [...told.text().split('\n').slice(0, 3), ...lines.slice(3)].join('\n');
    return { codes: ['CHECKPOINT_SIGNATURE'] };
  },
  'an old checkpoint with new events': (bundle, { log }, below) => {
    bundle.checkpoint = log.checkpoint(below(bundle.entries.at(-1)!.index + 1));
    return { codes: ['PROOF_FAILS'] };
  },
  'a checkpoint of another log': (bundle, { log }, _below, other) => {
    bundle.checkpoint = log.checkpoint(log.size, other);
    return { codes: ['CHECKPOINT_SIGNATURE'] };
  },
  'a signature of another key': (bundle, { log }, _below, other) => {
    bundle.checkpoint = signNote(log.text(), [{ key: log.signer.key, sign: other.sign }]);
    return { codes: ['CHECKPOINT_SIGNATURE'] };
  },
  'a bit of the checkpoint': (bundle, _, below) => {
    const end = bundle.checkpoint.indexOf('\n\n');
    bundle.checkpoint = turned(bundle.checkpoint, below(end));
    return { codes: ['CHECKPOINT_SIGNATURE', 'CHECKPOINT_INVALID'] };
  },
  'another line in the checkpoint': (bundle) => {
    bundle.checkpoint = bundle.checkpoint.replace('\n\n', '\nextra\n\n');
    return { codes: ['CHECKPOINT_SIGNATURE'] };
  },
  'the proof of another index': ({ entries }, _, below) => {
    const [one, two] = twoOf(entries, below);
    if (one.proof.join() === two.proof.join()) two.proof.push(two.proof[0]!);
    [one.proof, two.proof] = [two.proof, one.proof];
    return fails(one);
  },
  'a hash of a proof': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    const at = below(entry.proof.length);
    entry.proof[at] = entry.proof[at]!.startsWith('A')
      ? `B${entry.proof[at]!.slice(1)}`
      : `A${entry.proof[at]!.slice(1)}`;
    return fails(entry);
  },
  'another index': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    entry.index += 1;
    return { codes: ['PROOF_FAILS', 'ENTRIES_UNORDERED'] };
  },
  'two attachments swapped': ({ attachments: [one, two] }) => {
    [one!.content, two!.content] = [two!.content, one!.content];
    return { codes: ['ATTACHMENT_DIFFERS'], names: one!.name };
  },
  'another attachment': ({ attachments }, _, below) => {
    const at = below(attachments.length);
    attachments[at] = attachmentOf(attachments[at]!.name, utf8(`other ${below(1000)}`), sha256);
    return { codes: ['ATTACHMENT_UNKNOWN'], names: attachments[at]!.name };
  },
  'the roster of a draw, of the same length': ({ draws }, _, below) => {
    const request = draws[0]!['request'] as { candidates: { name: string }[] };
    pick(request.candidates, below).name += '一';
    return { codes: ['DRAW_WRONG'] };
  },
  'another draw': ({ draws }, _, below) => {
    const spots = places(draws[0], () => undefined);
    pick(spots, below)();
    return { codes: ['DRAW_WRONG', 'DRAW_NOT_RECORDED'] };
  },
  'a draw’s checkpoint that came after the first seal': (bundle, { log }, below) => {
    const sealed = log.events.findIndex(({ type }) => type === 'SealReceived');
    const { index } = bundle.commitments[0]!;
    bundle.commitments = [log.commitment(index, sealed + 1 + below(log.size - sealed))];
    return { codes: ['COMMITMENT_NOT_COVERED'], names: `第 ${index} 号叶` };
  },
  'a draw’s checkpoint by another key': (bundle, { log }, _below, other) => {
    const { index } = bundle.commitments[0]!;
    const note = signNote(log.text(index + 1), [{ key: log.signer.key, sign: other.sign }]);
    bundle.commitments[0]!.checkpoint = note;
    return { codes: ['COMMITMENT_NOT_COVERED'], names: `第 ${index} 号叶` };
  },
  'a draw’s checkpoint of a log without its commitment': (bundle, { log }) => {
    const { index } = bundle.commitments[0]!;
    const told = retold(log, index, (event) => ({ ...event, actor: 'officer-3' }));
    bundle.commitments = [told.commitment(index)];
    return { codes: ['COMMITMENT_NOT_COVERED'], names: `第 ${index} 号叶` };
  },
  'Unicode written another way': ({ entries }, _, below) => {
    const entry = pick(entries, below);
    const meta = entry.event['meta'] as Record<string, unknown>;
    meta['place'] = (meta['place'] as string).normalize('NFD');
    return fails(entry);
  },
  'another subject': (bundle) => {
    bundle.subject = { kind: 'task', id: 'chaozhou-2023-5' };
    return { codes: ['SUBJECT_DIFFERS'] };
  },
};
