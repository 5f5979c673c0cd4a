import { HttpException, Inject, Injectable } from '@nestjs/common';
import type { Head, Subject } from '@srd/domain/access';
import type { Role } from '@srd/domain/account';
import type { RecordedEvent } from '@srd/kernel';
import { encodeBase64, withhold, type EventOrWithheld } from '@srd/proof/log';
import { AttachmentDamaged, CommandRunner, type Checkpoint } from '@srd/runtime';
import { Readings } from './access';
import { attachmentsNamed } from './attachments/named';
import { BundleStreams, organOf, sealedDraws, transcriptsIn } from './bundle-streams';
import { admitAs } from './desk';
import { LogKeeper } from './log-keeper';
import { LogRotation, type AnnouncedKey } from './log-rotation';
import { LongWork, type Part } from './long-work';
import { STORES, type Stores } from './ports';
import { checkSees, visibleOrgans } from './queries';
import { refuse } from './refusals';
import type { Who } from './who';

/** Who may take a bundle out of the house. */
const EXPORTERS: readonly Role[] = ['auditor', 'leader', 'supervision-officer', 'section-head', 'section-officer'];

/** So many bytes of contents go into one bundle, which is held in memory here and where it is judged; further ones count as withheld. */
const MOST_CONTENT = 128 * 1_048_576;

interface Entry {
  readonly index: number;
  readonly event: EventOrWithheld;
  readonly proof: readonly string[];
}

interface Attachment {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly content: string | null;
}

/** An audit bundle (srd-log/1): one subject, proved to somebody with no network. */
export interface Bundle {
  readonly bundle: 'srd-bundle/1';
  readonly subject: Subject;
  readonly checkpoint: string;
  readonly rotations: readonly AnnouncedKey[];
  readonly entries: readonly Entry[];
  readonly draws: readonly unknown[];
  /** Of each sealed draw: the checkpoint that covered its commitment when sealing began, and the freeze's path in it. */
  readonly commitments: readonly {
    readonly index: number;
    readonly checkpoint: string;
    readonly proof: readonly string[];
  }[];
  readonly attachments: readonly Attachment[];
}

/** Makes audit bundles. Each one is an event of the day, so no two are the same. */
@Injectable()
export class Bundles {
  private readonly streams: BundleStreams;

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly readings: Readings,
    private readonly keeper: LogKeeper,
    private readonly rotation: LogRotation,
    private readonly work: LongWork,
  ) {
    this.streams = new BundleStreams(this.runner, stores.hash);
  }

  /** Records the issue, waits for the checkpoint that covers it, and gives the bundle. @throws Refusal */
  async issue(who: Who, asked: Subject, purpose: string | undefined, correlation: string): Promise<Bundle> {
    const { subject, organ, partners, heads } = await this.streams.resolve(asked);
    checkSees(this.stores, who, organ, 'cases', partners);
    const role = admitAs(who, EXPORTERS, { organ: who.organ });
    if (purpose === undefined) refuse('PURPOSE_REQUIRED', '导出审计包须在 purpose 中说明用途');
    const data = { subject, organ, purpose, checkpoint: this.keeper.latest()?.size ?? 0, heads };
    const { recorded } = await this.readings.record(who, role, { type: 'IssueBundle', data }, correlation);
    const issued = recorded[0];
    const covering = issued && (await this.keeper.covering(issued.stream, issued.revision));
    if (!issued || !covering) throw new HttpException('检查点尚未签署，请稍后重试', 503);
    const work = { kind: 'bundle', by: who.account, about: subject } as const;
    return this.work.run(work, (part) => this.made(who, subject, heads, issued, covering, part));
  }

  private async made(
    who: Who,
    subject: Subject,
    heads: readonly Head[],
    issued: RecordedEvent,
    covering: Checkpoint,
    part: Part,
  ): Promise<Bundle> {
    const events = await this.restingOn(heads, part);
    const seen = visibleOrgans(this.stores, who);
    const firsts = new Map(events.filter(({ revision }) => revision === 0).map((event) => [event.stream, event]));
    const own = new Set(heads.map(({ stream }) => stream));
    const disclosed = ({ stream }: RecordedEvent): boolean => {
      const owner = organOf(stream, firsts.get(stream));
      return own.has(stream) || owner === null || seen.includes(owner);
    };
    const entries: Entry[] = [];
    for (const event of [...events, issued]) {
      entries.push(this.entry(event, covering.size, event === issued || disclosed(event)));
      await part('proofs', entries.length, events.length + 1);
    }
    entries.sort((a, b) => a.index - b.index);
    const shown = events.filter(disclosed);
    return {
      bundle: 'srd-bundle/1',
      subject,
      checkpoint: covering.note,
      rotations: await this.rotation.announced(),
      entries,
      draws: transcriptsIn(shown),
      commitments: this.commitments(events),
      attachments: await this.attachments(
        shown.filter(({ stream }) => own.has(stream)),
        part,
      ),
    };
  }

  /** The files that the subject's events name, with what is kept of them: what was damaged goes out as it is, for the verifier to find. */
  private async attachments(events: readonly RecordedEvent[], part: Part): Promise<readonly Attachment[]> {
    const found: Attachment[] = [];
    let room = MOST_CONTENT;
    const all = attachmentsNamed(events);
    for (const [index, named] of all.entries()) {
      const { sha256 } = named;
      await part('attachments', index, all.length);
      const { name, size } = { name: sha256, ...(await this.stores.attachments.receipt(sha256)), ...named };
      if (size === undefined) continue;
      const content = size <= room ? await this.stored(sha256) : undefined;
      room -= content?.length ?? 0;
      found.push({ sha256, name, size, content: content ? Buffer.from(content).toString('base64') : null });
    }
    return found;
  }

  private async stored(sha256: string): Promise<Uint8Array | undefined> {
    try {
      return await this.stores.attachments.read(sha256);
    } catch (error) {
      if (error instanceof AttachmentDamaged) return error.bytes;
      throw error;
    }
  }

  /** The subject's streams up to their heads, and every stream up to where something of it was rested on, as far as that leads. */
  private async restingOn(heads: readonly Head[], part: Part): Promise<readonly RecordedEvent[]> {
    const upTo = new Map<string, number>();
    const found: RecordedEvent[] = [];
    const open = [...heads];
    for (let next = open.pop(); next; next = open.pop()) {
      const from = (upTo.get(next.stream) ?? -1) + 1;
      if (next.revision < from) continue;
      upTo.set(next.stream, next.revision);
      const events = await this.stores.log.read(next.stream, { from, limit: next.revision - from + 1 });
      for (const event of events) {
        found.push(event);
        open.push(...event.meta.basedOn);
      }
      await part('events', found.length, null);
    }
    return found;
  }

  private entry(event: RecordedEvent, size: number, disclosed: boolean): Entry {
    const index = this.keeper.indexOf(event.stream, event.revision);
    if (index === undefined) throw new HttpException('检查点尚未签署，请稍后重试', 503);
    return {
      index,
      event: disclosed ? event : withhold(event, this.stores.hash),
      proof: this.keeper.inclusion(index, size).map(encodeBase64),
    };
  }

  /** The checkpoints behind the draws that were sealed (srd-draw/1): published before the first seal came. */
  private commitments(events: readonly RecordedEvent[]): Bundle['commitments'] {
    const { tree } = this.stores.ledger;
    return sealedDraws(events).flatMap(({ freeze, seal }) => {
      const [index, sealed] = [freeze, seal].map(({ stream, revision }) => this.keeper.indexOf(stream, revision));
      const covering = index === undefined ? undefined : tree.covering(index);
      if (index === undefined || !covering || covering.size > (sealed ?? 0)) return [];
      const proof = this.keeper.inclusion(index, covering.size).map(encodeBase64);
      return [{ index, checkpoint: covering.note, proof }];
    });
  }
}
