import type { DrawTranscript } from '@srd/proof/draw';
import { stratumLabel } from './labels';

/** A draw whose recomputation agreed, told from its transcript. */
export interface ToldDraw {
  readonly draw: string;
  readonly title: string;
  readonly frozenAt: string;
  /** Sentences: the pool, who left it, how many. */
  readonly pool: readonly string[];
  readonly excluded: readonly string[];
  readonly contributions: readonly string[];
  readonly seed: string;
  /** Drawn names by stratum, or inspectors by case. */
  readonly outcome: readonly {
    readonly of: string;
    readonly drawn: readonly string[];
    readonly reserve: readonly string[];
  }[];
}

/** So many names of a reserve are shown; the transcript holds all. */
const RESERVE = 20;

function told(transcript: DrawTranscript): ToldDraw {
  const { request, contributions, seed } = transcript;
  const head = {
    draw: request.draw,
    frozenAt: request.frozenAt,
    seed,
    contributions: contributions.map((each) =>
      'absent' in each ? `${each.by}（${each.role}）：缺席` : `${each.by}（${each.role}）：“${each.value}”`,
    ),
  };
  if ('selected' in transcript) {
    const { candidates, excluded, quotas } = transcript.request;
    const names = new Map(candidates.map(({ id, name }) => [id, name]));
    const selected = new Set(transcript.selected);
    return {
      ...head,
      title: `抽取检查对象（第 ${request.attempt} 次）`,
      pool: quotas.map(({ stratum, of, size }) => `${stratumLabel(stratum)} ${of} 家，应抽 ${size} 家`),
      excluded: excluded.map(({ name, reason }) => `${name}：${reason}`),
      outcome: transcript.ranking.map(({ stratum, order }) => {
        const named = (isDrawn: boolean): string[] =>
          order.filter(({ id }) => selected.has(id) === isDrawn).map(({ id }) => names.get(id) ?? id);
        return { of: stratumLabel(stratum), drawn: named(true), reserve: named(false).slice(0, RESERVE) };
      }),
    };
  }
  const { inspectors, cases, barred, cap } = transcript.request;
  const names = new Map(inspectors.map(({ id, name }) => [id, name]));
  return {
    ...head,
    title: `选派检查人员（第 ${request.attempt} 次）`,
    pool: [
      `检查人员 ${inspectors.length} 人，案件 ${cases.length} 件，每人至多 ${cap} 件，不得选派 ${barred.length} 项`,
    ],
    excluded: [],
    outcome: transcript.assigned.map((each) => ({
      of: each.case,
      drawn: each.inspectors.map((id) => names.get(id) ?? id),
      reserve: [],
    })),
  };
}

/** Transcripts whose recomputation agreed, told; of two of one draw the later. */
export function toldDraws(transcripts: readonly DrawTranscript[]): readonly ToldDraw[] {
  return [...new Map(transcripts.map((each) => [each.request.draw, told(each)])).values()];
}
