import { NoteRefused, encodeBase64, type Checkpoint } from '@srd/proof/log';
import { judgeAttachments } from './attachments';
import { judgeCases } from './cases';
import { judgeCommitments } from './commitments';
import { readBundle, type Bundle, type Entry } from './document';
import { judgeDraws } from './draws';
import { demandProven } from './entries';
import { compareWithHeld } from './held';
import { demandStreams } from './streams';
import { timeInChina } from './time';
import { keysFrom, sayRetired, trustedCheckpoint } from './trust';
import {
  Wrong,
  type BundleOptions,
  type BundleVerdict,
  type JudgedDraw,
  type Said,
  type TimelineEntry,
} from './verdict';

type Gathered = Omit<BundleVerdict, 'verdict' | 'code' | 'finding' | 'notes'>;

const nothing: Gathered = {
  subject: null,
  checkpoint: null,
  timeline: [],
  draws: [],
  counts: { entries: 0, withheld: 0, streams: 0, cases: 0, draws: 0, attachments: 0 },
};

function told({ index, event }: Entry): TimelineEntry {
  const { at, actor, type, stream, revision } = event;
  const entry = { index, at, actor, type, stream, revision };
  return event.data === undefined ? { ...entry, withheld: true } : entry;
}

/** Times never decrease along the log; where they seem to, it is said, for a clock is no proof. */
function sayTimes(entries: readonly Entry[], said: Said): void {
  const back = entries.find(({ event }, at) => event.at < (entries[at - 1]?.event.at ?? ''));
  if (back) said.notes.push(`第 ${back.index} 号叶的记录时间早于前一条`);
}

class Judgement {
  private gathered: Gathered = nothing;
  private readonly said: Said = { notes: [], shortfalls: [] };

  constructor(private readonly options: BundleOptions) {}

  of(text: string): BundleVerdict {
    try {
      const bundle = readBundle(text);
      if ('finding' in bundle) this.said.shortfalls.push(bundle);
      else this.judge(bundle);
    } catch (error) {
      if (error instanceof Wrong) return this.answer('wrong', error.code, error.finding);
      if (!(error instanceof NoteRefused)) return this.answer('wrong', 'BUNDLE_INVALID', '文件内容不成形');
      this.said.shortfalls.unshift({ code: 'KEY_REFUSED', finding: '所给的公钥不可用：格式不符或不是有效的公钥' });
    }
    const [first, ...rest] = this.said.shortfalls;
    if (!first) return this.answer('yes', 'VERIFIED', '证明成立，流程与抽取均与重算一致');
    const more = new Set(rest.map(({ finding }) => finding).filter((finding) => finding !== first.finding));
    this.said.notes.unshift(...more);
    return this.answer('cannot-judge', first.code, first.finding);
  }

  /** Everything in the order of the specification. @throws Wrong, NoteRefused for a key that was given */
  private judge(bundle: Bundle): void {
    const { options, said } = this;
    const { hash } = options;
    const { entries, attachments, foreign } = bundle;
    const withheld = entries.filter(({ event }) => event.data === undefined).length;
    const streams = new Set(entries.map(({ event }) => event.stream)).size;
    const counts = { ...nothing.counts, entries: entries.length, withheld, streams, attachments: attachments.length };
    this.gathered = { ...nothing, subject: bundle.subject, timeline: entries.map(told), counts };

    const trusted = trustedCheckpoint(bundle, keysFrom(options.keys, hash), options, said, timeInChina);
    this.note(trusted.checkpoint);
    sayRetired(trusted, compareWithHeld(trusted, options, said), said);
    demandProven(entries, trusted.checkpoint, options);
    const strands = demandStreams(bundle, said);
    const cases = judgeCases([...strands.values()], withheld, said);
    const draws = judgeDraws(bundle, strands, withheld, options, said);
    this.draw(draws, cases);
    judgeCommitments(bundle, trusted, options, said);
    judgeAttachments(bundle, hash, said);

    sayTimes(entries, said);
    if (withheld > 0) said.notes.push(`${withheld} 条事件的内容未披露`);
    if (foreign.length > 0) said.notes.push(`文件另有未知成员，未予理会：${foreign.slice(0, 5).join('、')}`);
  }

  private note({ origin, size, root }: Checkpoint): void {
    this.gathered = { ...this.gathered, checkpoint: { origin, size, root: encodeBase64(root) } };
  }

  private draw(draws: readonly JudgedDraw[], cases: number): void {
    this.gathered = { ...this.gathered, draws, counts: { ...this.gathered.counts, cases, draws: draws.length } };
  }

  private answer(verdict: BundleVerdict['verdict'], code: BundleVerdict['code'], finding: string): BundleVerdict {
    return { verdict, code, finding, notes: [...new Set(this.said.notes)], ...this.gathered };
  }
}

/**
 * Judges an audit bundle (JSON text) with nothing but itself and the keys that the reader trusts: yes, the first thing that is wrong by
 * name, or that it can't be judged (srd-log/1, "What the verifier must say"). Reads no network, no database, no clock.
 */
export function verifyBundle(text: string, options: BundleOptions): BundleVerdict {
  return new Judgement(options).of(text);
}
