import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CaseCommand } from '@srd/domain/case';
import { isId, Refusal, type Id } from '@srd/kernel';
import { derivedId, type ChannelReceipt } from '@srd/runtime';
import { CommandCase } from './aggregates';
import { STORES, type Stores } from './ports';

/** What came of the receipts that lay there. */
export interface Collected {
  readonly taken: number;
  readonly refused: readonly { readonly channel: string; readonly source: string; readonly reason: string }[];
}

/** Id of a publication outside the house: the case's and the debt's, the same for every attempt. */
export function publicationId(caseId: Id, debt: Id): string {
  return `${caseId}.${debt}`;
}

/** Receipts of the channels, taken into the cases they belong to, each once (R74, trap 10). */
@Injectable()
export class Receipts {
  private readonly logger = new Logger('channels');

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
  ) {}

  /** Takes in everything that has arrived. What fits no case is set aside with the reason, and nothing else waits for it. */
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
    const dot = publication.lastIndexOf('.');
    const [id, debt] = [publication.slice(0, Math.max(0, dot)), publication.slice(dot + 1)];
    if (!isId(id) || !isId(debt)) return `没有编号为“${publication}”的公示`;
    const command: CaseCommand = receipt.accepted
      ? { type: 'AcknowledgePublication', data: { debt, channel, receipt: receipt.receipt } }
      : { type: 'FailPublication', data: { debt, channel, reason: receipt.reason } };
    const key = derivedId('receipt', publication, channel, receipt.source);
    try {
      await this.bus.execute(
        new CommandCase(id, command, { actor: 'system:channels', correlation: `receipt:${key}`, key }),
      );
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.detail;
      throw error;
    }
  }
}
