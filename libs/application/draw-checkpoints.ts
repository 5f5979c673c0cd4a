import { Inject, Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@srd/kernel';
import type { Checkpoint } from '@srd/runtime';
import { selectionStream } from './desks/selections';
import { LogKeeper } from './log-keeper';
import { STORES, type Stores } from './ports';

/** Where a draw's commitment stands in the log, and the published checkpoint that covers it. */
export interface CommitmentCovered {
  /** Leaf of the freeze. */
  readonly leaf: number;
  /** Size of the first checkpoint that covers it. */
  readonly size: number;
}

/** The checkpoints behind the draws: sealing begins when the commitment is covered by one that everybody can have (srd-draw/1). */
@Injectable()
export class DrawCheckpoints {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly keeper: LogKeeper,
  ) {}

  /** Waits for the checkpoint over a draw's freeze; undefined when there is no such draw or signing takes too long. */
  async await(draw: string): Promise<CommitmentCovered | undefined> {
    const frozen = await this.freezeOf(draw);
    const covering = frozen && (await this.keeper.covering(frozen.stream, frozen.revision));
    return frozen && covering && this.told(frozen, covering);
  }

  /** The same as it stands now; null while no checkpoint covers the freeze. */
  async of(draw: string): Promise<CommitmentCovered | null> {
    const frozen = await this.freezeOf(draw);
    const index = frozen && this.keeper.indexOf(frozen.stream, frozen.revision);
    const covering = index === undefined ? undefined : this.stores.ledger.tree.covering(index);
    return (frozen && covering && this.told(frozen, covering)) ?? null;
  }

  private told({ stream, revision }: RecordedEvent, { size }: Checkpoint): CommitmentCovered | undefined {
    const leaf = this.keeper.indexOf(stream, revision);
    return leaf === undefined ? undefined : { leaf, size };
  }

  /** The event that fixed the request and the commitment. */
  private async freezeOf(draw: string): Promise<RecordedEvent | undefined> {
    const series = draw.slice(0, Math.max(0, draw.lastIndexOf('.')));
    if (series === '') return undefined;
    const events = await this.stores.log.read(selectionStream(series));
    return events.find(
      ({ type, data }) => type === 'DrawFrozen' && (data['request'] as { draw?: string } | undefined)?.draw === draw,
    );
  }
}
