import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isId, Refusal, type DomainCommand, type Id } from '@srd/kernel';
import { derivedId, type ChannelReceipt } from '@srd/runtime';
import { commandFor, type AggregateName } from './aggregates';
import { STORES, type Stores } from './ports';

/** What came of the receipts that lay there. */
export interface Collected {
  readonly taken: number;
  readonly refused: readonly { readonly channel: string; readonly source: string; readonly reason: string }[];
}

type Answered = Exclude<ChannelReceipt, { readonly accepted: null }>;

/** Id of a publication outside the house: the case's or listing's and its own, the same for every attempt. */
export function publicationId(caseId: Id, debt: Id): string {
  return `${caseId}.${debt}`;
}

const CREDIT_DATA = 'credit-data';

/** The same for a batch of credit data of an object's file. */
export function creditBatchId(object: Id, batch: Id): string {
  return `${object}.${CREDIT_DATA}.${batch}`;
}

/** Whose a receipt is, and the command that takes it in; undefined where no publication could be called that. */
function belonging(receipt: Answered): readonly [AggregateName, Id, DomainCommand] | undefined {
  const { publication, channel } = receipt;
  const [, of = '', own = ''] = /^(.+)\.([^.]+)$/.exec(publication) ?? [];
  if (!isId(of) || !isId(own)) return undefined;
  const told = receipt.accepted ? { receipt: receipt.receipt } : { reason: receipt.reason };
  const command = (taken: string, failed: string, data: object): DomainCommand => ({
    type: receipt.accepted ? taken : failed,
    data: { ...data, ...told },
  });
  const object = of.endsWith(`.${CREDIT_DATA}`) ? of.slice(0, -CREDIT_DATA.length - 1) : '';
  if (object !== '')
    return ['integrity', object, command('ReceiveCreditData', 'FailCreditData', { batch: own, channel })];
  if (/\.(abnormal|credit)$/.test(of)) {
    const data = { publication: own, channel };
    return ['standing', of, command('AcknowledgeListingPosting', 'FailListingPosting', data)];
  }
  return ['case', of, command('AcknowledgePublication', 'FailPublication', { debt: own, channel })];
}

/** Receipts of the channels, taken into the cases, listings and files they belong to, each once (R74, trap 10). */
@Injectable()
export class Receipts {
  private readonly logger = new Logger('channels');

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
  ) {}

  /** Takes in everything that has arrived. What fits nothing is set aside with the reason, and nothing else waits for it. */
  async collect(): Promise<Collected> {
    let taken = 0;
    const refused: { channel: string; source: string; reason: string }[] = [];
    for (const receipt of await this.stores.channels.receipts()) {
      const reason = await this.take(receipt);
      await this.stores.channels.settle(receipt, reason);
      if (reason === undefined) taken++;
      else refused.push({ channel: receipt.channel, source: receipt.source, reason });
    }
    for (const { channel, source, reason } of refused) this.logger.warn(`${channel} ${source}: ${reason}`);
    return { taken, refused };
  }

  /** The reason why a receipt isn't taken; undefined when it is. */
  private async take(receipt: ChannelReceipt): Promise<string | undefined> {
    if (receipt.accepted === null) return receipt.fault;
    const { publication, channel } = receipt;
    const found = belonging(receipt);
    if (!found) return `没有编号为“${publication}”的公示`;
    const [aggregate, id, command] = found;
    const Command = commandFor[aggregate];
    const key = derivedId('receipt', publication, channel, receipt.source);
    try {
      await this.bus.execute(
        new Command(id, command, { actor: 'system:channels', correlation: `receipt:${key}`, key }),
      );
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.detail;
      throw error;
    }
  }
}
