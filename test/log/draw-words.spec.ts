import { chancesOf, fairnessOf, limitsOf, wordsOf } from '@srd/application';
import { publicView, selectionWith, type PublicAttempt, type SelectionEvent } from '@srd/domain/selection';
import { sha256, type Fact } from '@srd/kernel';
import type { DrawRequest, ObjectRequest } from '@srd/proof/draw';
import { drawOf, objectRequestOf, teamRequestOf } from '../../libs/verifier/draw.fixture';

/** An attempt as everybody sees it, from so many of its events. */
function attemptOf(request: DrawRequest, events?: number): PublicAttempt {
  const selection = selectionWith(sha256);
  const facts = drawOf(request, sha256).told.slice(0, events) as unknown as Fact<SelectionEvent>[];
  const state = facts.reduce((before, fact) => selection.evolve(before, fact), selection.initial);
  return publicView(state).attempts[0]!;
}

const firms = Array.from({ length: 12 }, (_, n) => `firm-${n}`);
const requestOf = (number: number): ObjectRequest => ({
  ...objectRequestOf(firms),
  frozenAt: `2023-07-10T01:00:00.${String(number).padStart(3, '0')}Z` as never,
});

describe('R55 a year of draws', () => {
  const attempts = Array.from({ length: 20 }, (_, number) => attemptOf(requestOf(number)));

  it('counts how often each was drawn against the sum of its chances', () => {
    const { draws, objects, strata } = fairnessOf('chaozhou', 2023, attempts);
    expect(draws).toBe(20);
    expect(strata).toMatchObject([{ stratum: 'law-firm', draws: 20, candidates: 240, observed: 40, expected: 40 }]);
    const drawn = attempts.flatMap(({ transcript }) =>
      transcript && 'selected' in transcript ? transcript.selected : [],
    );
    for (const { id, draws: times, observed, expectedBasisPoints } of objects)
      expect([times, observed, expectedBasisPoints]).toEqual([
        20,
        drawn.filter((each) => each === id).length,
        // 20 draws of 2 out of 12.
        33_333,
      ]);
    expect(new Set(objects.map(({ observed }) => observed)).size).toBeGreaterThan(1);
  });

  it('says how far chance went from what was to be expected, once enough was drawn', () => {
    const { objects, statistic, words } = fairnessOf('chaozhou', 2023, attempts);
    const variance = 20 * (1 / 6) * (5 / 6);
    const spread = objects.reduce((sum, { observed }) => sum + (observed - 20 / 6) ** 2 / variance, 0);
    expect(statistic).toEqual({ thousandths: Math.round(1000 * spread), objects: 12 });
    expect(words.join('')).toContain(
      `偏离的统计量为 ${(Math.round(1000 * spread) / 1000).toFixed(1)}，机会均等时约为 12`,
    );
    expect(fairnessOf('chaozhou', 2023, attempts.slice(0, 14)).statistic).toBeNull();
  });

  it('grows where one is always drawn', () => {
    const always = attempts.map((attempt): PublicAttempt => ({
      ...attempt,
      transcript: { ...attempt.transcript!, selected: ['firm-0', 'firm-1'] } as PublicAttempt['transcript'],
    }));
    const { statistic } = fairnessOf('chaozhou', 2023, always);
    expect(statistic!.thousandths).toBeGreaterThan(100_000);
  });

  it('leaves out what isn’t public yet or was held elsewhere, and says so', () => {
    const hidden: PublicAttempt = { ...attempts[0]!, transcript: null };
    const lot: PublicAttempt = { ...hidden, way: 'lot' };
    const { draws, undisclosed, elsewhere, words } = fairnessOf('chaozhou', 2023, [...attempts, hidden, lot, lot]);
    expect([draws, undisclosed, elsewhere]).toEqual([20, 1, 2]);
    expect(words.join('')).toMatch(/另有 1 次的名单尚未到公开之时.*另有 2 次不在本系统进行/);
  });
});

it('R49 a heavier candidate has a higher chance, and the chances add up to how many are drawn', () => {
  const request = objectRequestOf(['firm-1', 'firm-2', 'firm-3']);
  const candidates = request.candidates.map((each, at) => ({ ...each, weight: at === 0 ? 2 : 1 }));
  const chances = chancesOf({ ...request, candidates });
  expect(chances.map(({ chance }) => chance && `${chance.numerator}/${chance.denominator}`)).toEqual([
    '1/2',
    '1/4',
    '1/4',
  ]);
});

describe('R12 a draw in plain words', () => {
  const words = (request: DrawRequest, events?: number): string =>
    wordsOf(attemptOf(request, events), { leaf: 4, size: 6 }).join('');
  const excluded = [{ id: 'firm-99', name: '示例律师事务所', reason: '本周期内已检查' }];

  it('tells the pool, who was left out, the rule, the checkpoint, the witnesses and the absent', () => {
    const told = words({ ...requestOf(0), excluded } as ObjectRequest);
    for (const part of [
      '2023年7月10日固定了名录：12 家参加抽取，1 家没有参加，各自注明理由',
      '律师事务所 12 家，按 10%（有余数进一，至少 1 家），应抽 2 家',
      '承诺值列入日志第 4 条，公布了覆盖它的检查点（6 条）之后才开始封存',
      '见证人 1（行业协会代表）、见证人 2（律师代表）各自封存',
      '见证人 2封存后没有开启，永久记为缺席',
      '已揭晓，抽中：示例律师事务所',
    ])
      expect(told).toContain(part);
  });

  it('tells a draw under way as far as it is, and a team by numbers alone', () => {
    expect(words(requestOf(0), 1)).toMatch(/没有见证人封存。现在的状态：.+。$/);
    const team = words(teamRequestOf(['case-1', 'case-2']));
    expect(team).toContain('2 人，为 2 件案件选派，共 4 人次');
    expect(team).toContain('已揭晓：为 2 件案件选派了检查人员');
  });

  it('says plainly what it can’t prove', () => {
    const revealed = attemptOf(requestOf(0));
    expect(limitsOf(revealed).join('')).toMatch(/封存后不开启的人，可以在两种结果中择其一.*名录是否齐全/s);
    const { transcript } = revealed;
    const alone: PublicAttempt = { ...revealed, transcript: { ...transcript!, contributions: [] } };
    expect(limitsOf(alone).join('')).toContain('无外部见证');
    expect(limitsOf(revealed).join('')).not.toContain('无外部见证');
  });
});
