import { HttpException, Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RecordedEvent } from '@srd/kernel';
import { encodeBase64, formatVerifierKey, KEY_ROTATED, LOG_STREAM, newVerifierKey } from '@srd/proof/log';
import { CommandLog } from './aggregates';
import { LogKeeper } from './log-keeper';
import { keyOf } from './log-notes';
import { STORES, type Stores } from './ports';

/** Both keys of a change, as verifier keys. */
export interface Rotation {
  readonly from: string;
  readonly to: string;
  /** Size of the checkpoint under the old key that covers the announcement. */
  readonly size: number;
}

/** A change of the log's key, proved by a checkpoint under the key before. */
export interface AnnouncedKey {
  readonly checkpoint: string;
  readonly entry: { readonly index: number; readonly event: RecordedEvent; readonly proof: readonly string[] };
}

/** Changes the log's key: the new one is announced by an event that a checkpoint under the old one covers, and only then takes over (T14). */
@Injectable()
export class LogRotation {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
    private readonly keeper: LogKeeper,
  ) {}

  /** Every change that a checkpoint covers, oldest first. */
  async announced(): Promise<readonly AnnouncedKey[]> {
    const { log, ledger } = this.stores;
    const events = (await log.read(LOG_STREAM)).filter(({ type }) => type === KEY_ROTATED);
    return events.flatMap((event) => {
      const index = this.keeper.indexOf(event.stream, event.revision);
      const covering = index === undefined ? undefined : ledger.tree.covering(index);
      if (index === undefined || !covering) return [];
      const proof = this.keeper.inclusion(index, covering.size).map(encodeBase64);
      return [{ checkpoint: covering.note, entry: { index, event, proof } }];
    });
  }

  /** What is opened afterwards signs with the new key; this process goes on with the old one and should end. */
  async rotate(reason: string): Promise<Rotation> {
    const { duty, hash, ledger, log } = this.stores;
    if (!duty.held()) throw new HttpException('另有节点正在签署检查点：须先停止全部节点，再更换密钥', 409);
    const { signer } = ledger;
    const from = formatVerifierKey(keyOf(signer, hash));
    const to = formatVerifierKey(newVerifierKey(signer.name, signer.successor(), hash));
    const command = { type: 'AnnounceLogKey', data: { from, to, reason } };
    // An announcement that was cut short before the hand-over stands already: then nothing is recorded, and it goes on from there.
    await this.bus.execute(
      new CommandLog(LOG_STREAM, command, { actor: 'system:keys', correlation: `rotation:${to}` }),
    );
    const announced = (await log.read(LOG_STREAM)).findLast(
      ({ type, data }) => type === KEY_ROTATED && data['to'] === to,
    );
    const covering = announced && (await this.keeper.covering(LOG_STREAM, announced.revision));
    if (!covering) throw new HttpException('换钥的公告尚未列入检查点，请稍后重试', 503);
    await this.keeper.stop();
    signer.handOver();
    return { from, to, size: covering.size };
  }
}
