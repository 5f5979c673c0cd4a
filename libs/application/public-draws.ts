import { HttpException, Inject, Injectable } from '@nestjs/common';
import { publicView, selectionWith, type PublicAttempt } from '@srd/domain/selection';
import { isId, type Id } from '@srd/kernel';
import type { Excluded } from '@srd/proof/draw';
import { CommandRunner } from '@srd/runtime';
import { draws, type DrawRow } from '@srd/views';
import { selectionStream } from './desks/selections';
import { chancesOf, type CandidateChance } from './draw-chances';
import { DrawCheckpoints, type CommitmentCovered } from './draw-checkpoints';
import { fairnessOf, type Fairness } from './draw-fairness';
import { limitsOf, wordsOf } from './draw-words';
import { STORES, type Stores } from './ports';

/** One attempt of a draw explained to anybody. */
export interface Explanation {
  readonly draw: string;
  readonly series: string;
  readonly attempt: number;
  readonly state: PublicAttempt['state'];
  /** Sentences, in order. */
  readonly words: readonly string[];
  /** Every attempt of the series, the voided ones too. */
  readonly attempts: readonly {
    readonly draw: string;
    readonly attempt: number;
    readonly state: PublicAttempt['state'];
    readonly voided: string | null;
    readonly lost: boolean;
    readonly differences: PublicAttempt['differences'];
  }[];
  /** Who didn't take part, and why; null while the request isn't public, or for inspectors. */
  readonly excluded: readonly Excluded[] | null;
  /** What chance each candidate had; null while the request isn't public, or for inspectors. */
  readonly chances: readonly CandidateChance[] | null;
  readonly recentChanges: PublicAttempt['recentChanges'];
  readonly checkpoint: CommitmentCovered | null;
  /** What all this can't prove. */
  readonly cannotShow: readonly string[];
  /** How to check it on one's own device. */
  readonly check: readonly string[];
}

const CHECK = [
  '下载抽取记录（transcript），在自己的设备上运行 srd draw verify，或打开核验页面：不需要网络，也不需要信任本机关。',
  '核对检查点：日志公钥和检查点见 /api/v1/public/log/keys 与 /api/v1/public/log/checkpoint，可与见证人所存的对照。',
];

/** Series and number of a draw's id, `<series>.<attempt>`. */
function partsOf(id: string): { readonly series: Id; readonly number: number } | undefined {
  const [, series = '', number = ''] = /^(.+)\.([1-9]\d{0,5})$/.exec(id) ?? [];
  return isId(series) ? { series, number: Number(number) } : undefined;
}

/** The draws for the public: what happened in plain words, what chance everybody had, and whether a year came out as it should. */
@Injectable()
export class PublicDraws {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly checkpoints: DrawCheckpoints,
  ) {}

  /** @throws 404 */
  async explain(id: string): Promise<Explanation> {
    const parts = partsOf(id);
    const attempts = parts ? await this.attemptsOf(parts.series) : [];
    const attempt = attempts.find((each) => each.attempt === parts?.number);
    if (!parts || !attempt) throw new HttpException('没有这次抽取', 404);
    const { series } = parts;
    const { request } = attempt;
    const checkpoint = await this.checkpoints.of(id);
    const objects = request?.protocol === 'srd-draw/1' ? request : null;
    const count =
      attempts.length === 1 ? [] : [`这一系列共抽取 ${attempts.length} 次，本页是第 ${attempt.attempt} 次。`];
    return {
      draw: id,
      series,
      attempt: attempt.attempt,
      state: attempt.state,
      words: [...count, ...wordsOf(attempt, checkpoint)],
      attempts: attempts.map(({ attempt: number, state, voided, lost, differences }) => ({
        draw: `${series}.${number}`,
        attempt: number,
        state,
        voided,
        lost,
        differences,
      })),
      excluded: objects && objects.excluded,
      chances: objects && chancesOf(objects),
      recentChanges: attempt.recentChanges,
      checkpoint,
      cannotShow: limitsOf(attempt),
      check: CHECK,
    };
  }

  /** How an organ's object draws of a year came out, against what was to be expected. */
  async fairness(organ: Id, year: number): Promise<Fairness> {
    const { rows } = this.stores.views.list(draws.name, {
      where: { plan: `${organ}-${year}`, phase: 'revealed' },
      limit: 1_000,
      order: { column: 'frozenAt' },
    });
    const revealed = rows.map(({ row }) => row as DrawRow).filter(({ kind }) => kind === 'objects');
    const attempts: PublicAttempt[] = [];
    for (const { series, attempt } of revealed) {
      const found = (await this.attemptsOf(series)).find((each) => each.attempt === attempt);
      if (found) attempts.push(found);
    }
    return fairnessOf(organ, year, attempts);
  }

  private async attemptsOf(series: Id): Promise<readonly PublicAttempt[]> {
    const { state } = await this.runner.load(selectionWith(this.stores.hash), selectionStream(series));
    return publicView(state).attempts;
  }
}
