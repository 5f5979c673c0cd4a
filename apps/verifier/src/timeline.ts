import type { TimelineEntry } from '@srd/verifier';
import { nth, timeInWords } from '@srd/kernel';
import { h } from './dom';
import { eventLabel } from './labels';

/** Rows on a page: more would make a large bundle's page slow. */
const PAGE = 100;

const kindOf = (stream: string): string => stream.split('-')[0] ?? stream;

const kinds: Readonly<Record<string, string>> = {
  access: '调阅',
  account: '账号',
  calendar: '节假日',
  case: '案件',
  catalogue: '事项清单',
  inspectors: '检查人员名录',
  log: '日志',
  organ: '机关',
  plan: '计划',
  roster: '检查对象名录',
  selection: '抽取',
  standing: '名单',
};

function row(entry: TimelineEntry, accused: boolean): HTMLElement {
  const { index, at, actor, type, stream, revision, withheld } = entry;
  const label = eventLabel(type);
  const cell = (name: string, ...children: (Node | string)[]) =>
    h('td', { 'data-label': name }, h('span', {}, ...children));
  return h(
    'tr',
    accused ? { class: 'accused' } : {},
    cell('叶', String(index)),
    cell('时间', timeInWords(at)),
    cell(
      '事项',
      label,
      ...(label === type ? [] : [' ', h('code', {}, type)]),
      ...(withheld ? [' ', h('span', { class: 'tag' }, '内容未披露')] : []),
    ),
    cell('经办', h('span', { class: 'mono' }, actor)),
    cell('所在', h('span', { class: 'mono' }, `${stream} 第 ${nth(revision)} 条`)),
  );
}

/** Every entry in the log's own order, a page at a time, with a filter by words and by kind. `accused`: leaf that is wrong. */
export function timeline(entries: readonly TimelineEntry[], accused: number | null): HTMLElement {
  const body = h('tbody');
  const said = h('p', { class: 'note', 'aria-live': 'polite' });
  const present = [...new Set(entries.map(({ stream }) => kindOf(stream)))].sort();
  let page = 0;
  const show = (): void => {
    const words = find.value.trim().toLowerCase();
    const kind = choose.value;
    const shown = entries.filter((entry) => {
      if (kind !== '' && kindOf(entry.stream) !== kind) return false;
      if (words === '') return true;
      const { index, at, actor, type, stream } = entry;
      return `${index} ${timeInWords(at)} ${actor} ${type} ${eventLabel(type)} ${stream}`.toLowerCase().includes(words);
    });
    const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
    page = Math.min(Math.max(page, 0), last);
    const from = page * PAGE;
    body.replaceChildren(...shown.slice(from, from + PAGE).map((entry) => row(entry, entry.index === accused)));
    back.disabled = page === 0;
    on.disabled = page === last;
    const range = shown.length > PAGE ? `，正在显示第 ${from + 1}–${Math.min(from + PAGE, shown.length)} 条` : '';
    said.textContent = `共 ${entries.length} 条，符合 ${shown.length} 条${range}`;
  };
  const again = (): void => {
    page = 0;
    show();
  };
  const turn = (by: number) => () => {
    page += by;
    show();
  };
  const find = h('input', { type: 'search', id: 'find', input: again });
  const choose = h(
    'select',
    { id: 'kind', change: again },
    h('option', { value: '' }, '全部'),
    present.map((kind) => h('option', { value: kind }, kinds[kind] ?? kind)),
  );
  const back = h('button', { type: 'button', click: turn(-1) }, '上一页');
  const on = h('button', { type: 'button', click: turn(1) }, '下一页');
  const heads = ['叶', '时间（北京时间）', '事项', '经办', '所在'];
  const card = h(
    'section',
    { class: 'card', 'aria-labelledby': 'h-timeline' },
    h('h2', { id: 'h-timeline' }, '时间线'),
    h(
      'div',
      { class: 'tools' },
      h('div', {}, h('label', { for: 'find' }, '查找（事项、编号、日期）'), find),
      h('div', {}, h('label', { for: 'kind' }, '类别'), choose),
    ),
    said,
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'stack' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        body,
      ),
    ),
    entries.length > PAGE ? h('p', { class: 'row' }, back, on) : null,
  );
  show();
  return card;
}
