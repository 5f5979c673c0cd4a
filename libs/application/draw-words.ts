import { stratumLabel, stratumUnit } from '@srd/domain/plan';
import { attemptLabels, voidCodes, type PublicAttempt } from '@srd/domain/selection';
import { dayInWords, dayOf } from '@srd/kernel';
import type { ObjectRequest, Quota, TeamRequest } from '@srd/proof/draw';
import type { CommitmentCovered } from './draw-checkpoints';

const ROUNDING = { ceil: '有余数进一', floor: '舍去余数', 'half-up': '四舍五入' } as const;

function quotaWords({ stratum, basisPoints, rounding, atLeast, of, size }: Quota): string {
  const percent = `${Math.floor(basisPoints / 100)}${basisPoints % 100 === 0 ? '' : `.${String(basisPoints % 100).padStart(2, '0')}`}%`;
  const unit = stratumUnit(stratum);
  const rule =
    basisPoints === 0 ? `固定抽 ${atLeast} ${unit}` : `按 ${percent}（${ROUNDING[rounding]}，至少 ${atLeast} ${unit}）`;
  return `${stratumLabel(stratum)} ${of} ${unit}，${rule}，应抽 ${size} ${unit}。`;
}

function objectWords({ candidates, excluded, quotas, frozenAt }: ObjectRequest): readonly string[] {
  const unit = stratumUnit(quotas[0]?.stratum ?? '');
  const others = excluded.length === 0 ? `没有一${unit}除外` : `${excluded.length} ${unit}没有参加，各自注明理由`;
  return [
    `${dayInWords(dayOf(frozenAt))}固定了名录：${candidates.length} ${unit}参加抽取，${others}。固定之后名录不能再改。`,
    ...quotas.map(quotaWords),
  ];
}

function teamWords({ inspectors, cases, barred, cap, frozenAt }: TeamRequest): readonly string[] {
  const seats = cases.reduce((sum, each) => sum + each.seats.reduce((count, seat) => count + seat.count, 0), 0);
  return [
    `${dayInWords(dayOf(frozenAt))}固定了执法检查人员名录：${inspectors.length} 人，为 ${cases.length} 件案件选派，共 ${seats} 人次，每人至多 ${cap} 件。`,
    barred.length === 0
      ? '没有人须回避、轮换、因证件或不在岗而除外。检查人员以编号出现，不公开姓名。'
      : `有 ${barred.length} 项不得选派的情形（回避、轮换、证件、不在岗），已事先排除。检查人员以编号出现，不公开姓名。`,
  ];
}

function sealWords(attempt: PublicAttempt, covered: CommitmentCovered | null): readonly string[] {
  if (attempt.commitment === null) return ['本次抽取不在本系统进行，只登记了结果，见“不能证明的”。'];
  const witnesses = attempt.seals.map(({ by, role }) => `${by}（${role}）`).join('、');
  const log = covered
    ? `承诺值列入日志第 ${covered.leaf} 条，公布了覆盖它的检查点（${covered.size} 条）之后才开始封存。`
    : '';
  return [
    `服务器先选定一个密值，公布它的承诺值：密值此后改不了，别人也猜不出。${log}`,
    witnesses === ''
      ? '没有见证人封存。'
      : `${witnesses}各自封存了一个自己选的数。结果由密值和这些数共同决定，谁也不能独自左右。`,
    ...(attempt.absent.length > 0 ? [`${attempt.absent.join('、')}封存后没有开启，永久记为缺席。`] : []),
  ];
}

/** One attempt in words for a layman; nothing in it that the attempt doesn't show. */
export function wordsOf(attempt: PublicAttempt, covered: CommitmentCovered | null): readonly string[] {
  const { request, transcript, voided, lost, state } = attempt;
  const about = request === null ? ['名录在最后一次检查之后公开；现在可见其散列和承诺值。'] : [];
  const pool = request === null ? about : request.protocol === 'srd-draw/1' ? objectWords(request) : teamWords(request);
  const end =
    voided !== null
      ? `这一次在截止之前作废：${voidCodes[voided]}。当时还没有任何结果，作废的一次永久公开。`
      : lost
        ? '这一次的密值遗失，没有结果；永久公开，算作一次。'
        : transcript
          ? resultWords(transcript)
          : `现在的状态：${attemptLabels[state]}。`;
  return [...pool, ...sealWords(attempt, covered), end];
}

function resultWords(transcript: NonNullable<PublicAttempt['transcript']>): string {
  if (!('selected' in transcript)) return `已揭晓：为 ${transcript.assigned.length} 件案件选派了检查人员。`;
  const names = new Map(transcript.request.candidates.map(({ id, name }) => [id, name]));
  return `已揭晓，抽中：${transcript.selected.map((id) => names.get(id) ?? id).join('、')}。`;
}

/** What the documents of an attempt can't prove, said plainly. */
export function limitsOf(attempt: PublicAttempt): readonly string[] {
  const { transcript, commitment, request, unproven } = attempt;
  const opened = transcript?.contributions.some((each) => 'value' in each) ?? true;
  const witnessed = opened || transcript?.beacon !== null;
  return [
    ...unproven.map(({ text }) => text),
    ...(commitment !== null && !witnessed ? ['无外部见证：没有任何见证人的数参加，经办机关本可自选结果。'] : []),
    ...(attempt.absent.length > 0 ? ['封存后不开启的人，可以在两种结果中择其一；因此缺席永久公开。'] : []),
    ...(transcript && transcript.beacon === null && request?.beacon != null
      ? ['信标缺失：约定的公共号码没有录入。']
      : []),
    '抽取只证明名录中各方的机会如所示；名录是否齐全，须与行政许可登记核对。',
  ];
}
