import { HttpException, Inject, Injectable, Logger } from '@nestjs/common';
import { mayCommand, type Role } from '@srd/domain/account';
import { latest, selectionWith } from '@srd/domain/selection';
import { standing } from '@srd/domain/standing';
import { addDays, dayOf, type Id, type RecordedEvent } from '@srd/kernel';
import { AttachmentDamaged, CommandRunner, type Position, type Receipt } from '@srd/runtime';
import { attachmentName, AttachmentInspection, MOST_BYTES } from './types';
import { attachmentsNamed, filesIn, type NamedAttachment } from './named';
import { CaseFiles, type Visit } from '../case-files';
import { selectionStream } from '../desks/selections';
import { standingDesk } from '../desks/standings';
import { STORES, type Stores } from '../ports';
import { checkSees, demandRole } from '../queries';
import { refuse } from '../refusals';
import type { Who } from '../who';

/** The commands that bring files in, and so the roles that may send some. */
const FILING = ['AddEvidence', 'ProposeListing', 'RecordHearing', 'RecordPhysicalLot', 'ImportPlatformDraw'];
const SENDERS: readonly Role[] = [...new Set(FILING.flatMap((command) => mayCommand[command] ?? []))];
/** A file that no event names is thrown away after so many days. */
const WAITS_DAYS = 7;
const PAGE = 1_000;

/** What files can belong to. */
export type Filed = 'case' | 'selection' | 'standing';

/** A file on the list of a subject. */
export interface ListedAttachment extends NamedAttachment {
  readonly name: string;
  /** Whether the content is kept here; files named before contents were kept have none. */
  readonly kept: boolean;
}

/** A content as it was received. */
export interface Content {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Files that people send, which events then name by their hash (T21; 法发〔2016〕22号: the integrity check value comes with the receipt). */
@Injectable()
export class Attachments {
  private readonly logger = new Logger('attachments');

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly cases: CaseFiles,
  ) {}

  /** Takes a file in for the sender's organ; it is durable when this settles. @throws Refusal; HttpException 413, 503 */
  async receive(who: Who, given: string, content: AsyncIterable<Uint8Array>): Promise<Receipt> {
    demandRole(who, SENDERS);
    const name = attachmentName(given);
    const inspection = new AttachmentInspection();
    try {
      return await this.stores.attachments.receive(inspection.through(content), async () => ({
        name,
        mediaType: await inspection.mediaTypeFor(name),
        organ: who.organ,
        by: who.account,
        at: this.stores.clock.now(),
      }));
    } catch (error) {
      if (error instanceof RangeError)
        throw new HttpException(`文件不能超过 ${MOST_BYTES / 1_048_576} MB`, 413, { cause: error });
      if (['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw new HttpException('附件暂不能存入，请稍后重试', 503, { cause: error });
      throw error;
    }
  }

  /** The files that a subject's events name, in their order. @throws Refusal where the asker doesn't see it */
  async list(kind: Filed, id: Id, visit: Visit): Promise<readonly ListedAttachment[]> {
    const named = attachmentsNamed(await this.eventsOf(kind, id, visit));
    return Promise.all(
      named.map(async (each) => {
        const receipt = await this.stores.attachments.receipt(each.sha256);
        return { ...receiptFields(receipt), name: each.sha256, ...each, kept: receipt !== undefined };
      }),
    );
  }

  /** The content of a file that a subject's events name, hashed anew. @throws Refusal: not named there, not kept here, not what was received */
  async content(kind: Filed, id: Id, sha256: string, visit: Visit): Promise<Content> {
    const named = attachmentsNamed(await this.eventsOf(kind, id, visit)).find((each) => each.sha256 === sha256);
    if (!named) return refuse('ATTACHMENT_UNKNOWN');
    const receipt = await this.stores.attachments.receipt(sha256);
    const { name = sha256, mediaType = 'application/octet-stream' } = { ...receiptFields(receipt), ...named };
    try {
      const bytes = receipt && (await this.stores.attachments.read(sha256));
      return bytes ? { name, mediaType, bytes } : refuse('ATTACHMENT_NOT_KEPT', `附件“${name}”的内容不在库中`);
    } catch (error) {
      if (!(error instanceof AttachmentDamaged)) throw error;
      this.logger.error(`${kind} ${id}: ${error.message}`);
      return refuse('ATTACHMENT_DAMAGED', `附件“${name}”的内容与收到时的 SHA-256 不符，已被改动`, { sha256 });
    }
  }

  /** Throws away what was sent and never named within `WAITS_DAYS`. @returns how many receipts went */
  async discardUnnamed(): Promise<number> {
    const today = dayOf(this.stores.clock.now());
    const late: Receipt[] = [];
    for await (const receipt of this.stores.attachments.receipts())
      if (addDays(dayOf(receipt.at), WAITS_DAYS) < today) late.push(receipt);
    if (late.length === 0) return 0;
    const named = new Set<string>();
    for (let after: Position | undefined; ;) {
      const page = await this.stores.log.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
      for (const { event } of page) for (const hash of filesIn(event.data).keys()) named.add(hash);
      after = page.at(-1)?.position;
      if (page.length < PAGE) break;
    }
    let gone = 0;
    for (const receipt of late)
      if (!named.has(receipt.sha256) && (await this.stores.attachments.discard(receipt))) gone++;
    return gone;
  }

  private async eventsOf(kind: Filed, id: Id, visit: Visit): Promise<readonly RecordedEvent[]> {
    return this.stores.log.read(await this.streamOf(kind, id, visit));
  }

  /** The subject's stream, if the asker may look into it. @throws Refusal */
  private async streamOf(kind: Filed, id: Id, visit: Visit): Promise<string> {
    switch (kind) {
      case 'case':
        await this.cases.open(id, visit);
        return `case-${id}`;
      case 'selection': {
        const stream = selectionStream(id);
        const { state } = await this.runner.load(selectionWith(this.stores.hash), stream);
        checkSees(this.stores, visit.who, latest(state)?.request.organ ?? '', 'draws');
        return stream;
      }
      case 'standing': {
        const stream = standingDesk.stream(id);
        const { state } = await this.runner.load(standing, stream);
        checkSees(this.stores, visit.who, state.proposal?.organ ?? '', 'standings');
        return stream;
      }
    }
  }
}

const receiptFields = (receipt: Receipt | undefined): Partial<Pick<Receipt, 'name' | 'size' | 'mediaType'>> =>
  receipt ? { name: receipt.name, size: receipt.size, mediaType: receipt.mediaType } : {};
