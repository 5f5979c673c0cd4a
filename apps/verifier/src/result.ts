import { timeInWords } from '@srd/kernel';
import { exitCodeOf, verdictWords, type BundleVerdict, type JudgedDraw } from '@srd/verifier';
import { h } from './dom';
import { subjectKinds } from './labels';
import type { Result } from './messages';
import { timeline } from './timeline';
import type { ToldDraw } from './told-draw';

const MARKS = { yes: '✓', wrong: '✗', 'cannot-judge': '?' } as const;

const pair = (term: string, ...value: (Node | string)[]): Node[] => [h('dt', {}, term), h('dd', {}, ...value)];
const mono = (text: string): HTMLElement => h('span', { class: 'mono' }, text);
const list = (items: readonly string[]): HTMLElement =>
  h(
    'ul',
    { class: 'plain' },
    items.map((each) => h('li', {}, each)),
  );

function card(id: string, title: string, ...children: Parameters<typeof h>[2][]): HTMLElement {
  return h('section', { class: 'card', 'aria-labelledby': id }, h('h2', { id }, title), ...children);
}

/** Leaf that a finding names, so that the timeline can show it. */
function accusedIn({ verdict, finding }: BundleVerdict): number | null {
  const leaf = verdict === 'wrong' ? /第 (\d+) 号叶/.exec(finding)?.[1] : undefined;
  return leaf === undefined ? null : Number(leaf);
}

function facts({ subject, checkpoint, counts }: BundleVerdict): HTMLElement {
  const { entries, withheld, streams, cases, draws, attachments } = counts;
  return card(
    'h-facts',
    '所核验的内容',
    h(
      'dl',
      {},
      ...(subject ? pair('范围', `${subjectKinds[subject.kind] ?? subject.kind} `, mono(subject.id)) : []),
      ...(checkpoint
        ? [
            ...pair('检查点', mono(checkpoint.origin), `，${checkpoint.size} 条`),
            ...pair('根散列', mono(checkpoint.root)),
          ]
        : []),
      ...pair('记录', `${entries} 条，其中未披露 ${withheld} 条，来自 ${streams} 个流`),
      ...pair('案件', `${cases} 件按程序逐条重放`),
      ...pair('抽取', `${draws} 次`),
      ...pair('附件', `${attachments} 件`),
    ),
  );
}

function drawCard(judged: JudgedDraw, told: ToldDraw | undefined, at: number): HTMLElement {
  const { draw, index, verdict } = judged;
  const leaf = index === null ? [] : pair('揭晓记录', `第 ${index} 号叶`);
  const outcome = (told?.outcome ?? []).map(({ of, drawn, reserve }) =>
    h('li', {}, `${of}：${drawn.join('、')}`, reserve.length === 0 ? null : `；备选依次为 ${reserve.join('、')}`),
  );
  return card(
    `h-draw-${at}`,
    told ? `${told.title}` : '抽取',
    h(
      'dl',
      {},
      ...pair('编号', mono(draw)),
      ...pair('重算', `${verdictWords[verdict.verdict]}：${verdict.finding}`),
      ...leaf,
      ...(told
        ? [
            ...pair('名录固定', timeInWords(told.frozenAt)),
            ...pair('规模', list(told.pool)),
            ...(told.excluded.length > 0 ? pair('未参加', list(told.excluded)) : []),
            ...pair('见证', told.contributions.length > 0 ? list(told.contributions) : '无'),
            ...pair('种子', mono(told.seed)),
            ...pair('结果', h('ul', { class: 'plain' }, outcome)),
          ]
        : []),
    ),
  );
}

function save(name: string, text: string): void {
  const link = h('a', { href: URL.createObjectURL(new Blob([text], { type: 'application/json' })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The answer: verdict, what else is to be known, what was judged, the draws recomputed, the timeline. */
export function resultOf(name: string, { judged, draws, sha256, milliseconds }: Result): readonly HTMLElement[] {
  const { verdict } = judged;
  const what = judged.kind === 'draw' ? '抽取记录' : '审计包';
  const banner = h(
    'div',
    {
      class: `verdict ${verdict.verdict}`,
      tabindex: '-1',
      'data-code': verdict.code,
      'data-exit': String(exitCodeOf(verdict)),
    },
    h(
      'h2',
      {},
      h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[verdict.verdict]),
      verdictWords[verdict.verdict],
    ),
    h('p', { id: 'finding' }, verdict.finding),
    h('p', { class: 'note' }, `结论代码 ${verdict.code}，相当于 srd verify 的退出码 ${exitCodeOf(verdict)}。`),
    verdict.verdict === 'wrong' ? h('p', { class: 'note' }, '核验到首个不符之处为止，其后的未再核验。') : null,
  );
  const notes =
    verdict.notes.length > 0 ? [card('h-notes', '注意', h('div', { id: 'notes' }, list(verdict.notes)))] : [];
  const file = card(
    'h-file-of',
    '文件',
    h(
      'dl',
      {},
      ...pair('名称', name),
      ...pair('类型', what),
      ...pair('SHA-256', mono(sha256)),
      ...pair('用时', `${(milliseconds / 1000).toFixed(1)} 秒`),
    ),
    h(
      'p',
      { class: 'row' },
      h(
        'button',
        { type: 'button', id: 'save', click: () => save('srd-verdict.json', JSON.stringify(verdict, null, 2)) },
        '保存核验结果（JSON）',
      ),
      h('button', { type: 'button', click: () => print() }, '打印'),
    ),
  );
  if (judged.kind === 'draw') {
    const [told] = draws;
    const draw: JudgedDraw = { draw: told?.draw ?? '', index: null, verdict: judged.verdict };
    return [banner, ...notes, ...(told ? [drawCard(draw, told, 0)] : []), file];
  }
  const bundle = judged.verdict;
  const byId = new Map(draws.map((each) => [each.draw, each]));
  return [
    banner,
    ...notes,
    facts(bundle),
    ...bundle.draws.map((each, at) => drawCard(each, byId.get(each.draw), at)),
    ...(bundle.timeline.length > 0 ? [timeline(bundle.timeline, accusedIn(bundle))] : []),
    file,
  ];
}
