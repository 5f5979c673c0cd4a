import { createContext } from 'react';
import { deadlineLabels, type CaseContext } from '@srd/domain/case';
import { longDay } from '../format';
import { channelName } from '../labels';

/** What a case calls the things that its record knows by ids. */
export interface Book {
  /** Items of the inspection by id: their number and name. */
  readonly items: ReadonlyMap<string, string>;
  /** Questions of the items' checklists. */
  readonly entries: ReadonlyMap<string, string>;
  /** The inspected object and its institution. */
  readonly objects: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
}

export const emptyBook: Book = { items: new Map(), entries: new Map(), objects: new Map(), sections: new Map() };

/** The book of the case that is shown. */
export const BookContext = createContext<Book>(emptyBook);

/** The book of a case as it stands. */
export function bookOf(
  { opened, object }: Pick<CaseContext, 'opened' | 'object'>,
  sections: readonly { readonly id: string; readonly name: string }[],
): Book {
  const items = opened.items.map(({ id, name }, at) => [id, `第 ${at + 1} 项 ${name}`] as const);
  const entries = opened.items.flatMap(({ checklist = [] }) => checklist.map(({ id, text }) => [id, text] as const));
  // Of a practitioner the record has the institution's name, and the person's id.
  const objects = object ? [[object.institution ?? object.id, object.name] as const] : [];
  return {
    items: new Map(items),
    entries: new Map(entries),
    objects: new Map(objects),
    sections: new Map(sections.map(({ id, name }) => [id, name])),
  };
}

/** What counts within a case by letter and number: `f1` is its first finding. */
const counted: Readonly<Record<string, (number: string) => string>> = {
  f: (number) => `第 ${number} 条结果`,
  d: (number) => `第 ${number} 项处置`,
  a: (number) => `第 ${number} 次更正`,
  r: (number) => `第 ${number} 件回避`,
  v: (number) => `第 ${number} 次到场`,
  g: (number) => `第 ${number} 次行政指导`,
};
const numbered = new Set([
  'finding',
  'grave',
  'disposition',
  'amendment',
  'amendments',
  'replacedBy',
  'recusal',
  'visit',
  'guidance',
  'about',
  'subject',
]);

const debtLabels: Readonly<Record<string, string>> = {
  result: '检查结果公示',
  outcome: '查处结果补充公示',
  correction: '更正公示',
  withdrawal: '撤回公示',
  'non-cooperation': '不予配合检查的公示',
};
const owed = new Set(['debt', 'outcomeDebt', 'replaces', 'subject']);
const deadlineIds = new Set(['passed', 'escalation', 'escalations', 'deadline']);
const lists: Readonly<Record<string, string>> = { abnormal: '执业异常名单', credit: '信用黑名单' };

function itsNumber(id: string): string | undefined {
  const [, letter = '', number = ''] = /^([a-z])(\d+)$/.exec(id) ?? [];
  return counted[letter]?.(number);
}

function debtName(id: string): string | undefined {
  const [, kind = '', number = ''] = /^([a-z-]+)-(\d+)$/.exec(id) ?? [];
  return debtLabels[kind] && `${debtLabels[kind]}（第 ${number} 件公示事项）`;
}

/** `revisit:d1:2024-08-19` → 回访（第 1 项处置），2024年8月19日到期. */
function deadlineName(id: string): string | undefined {
  const returned = /^returned:.+:(\d+)$/.exec(id);
  if (returned) return `检查结果第 ${returned[1]} 次退回`;
  const [, kind = '', subject = '', day = ''] = /^([a-z-]+):(.+):(\d{4}-\d\d-\d\d)$/.exec(id) ?? [];
  const label = (deadlineLabels as Readonly<Record<string, string>>)[kind];
  if (label === undefined) return undefined;
  const [of = '', ...channel] = subject.split('/');
  const about = itsNumber(of) ?? debtName(of);
  return `${label}${about ? `（${[about, ...channel.map(channelName)].join('，')}）` : ''}，${longDay(day)}到期`;
}

/** What an id of the record is called where people read it; undefined where it is none that this page knows. */
export function nameOfId(member: string, above: string, id: string, book: Book): string | undefined {
  if (member === 'procedure') return /^case\/\d+$/.test(id) ? `程序第 ${id.slice('case/'.length)} 版` : undefined;
  if (member === 'item' || (member === 'id' && above === 'items')) return book.items.get(id);
  if (member === 'entry' || (member === 'id' && above === 'checklist')) return book.entries.get(id);
  if (member === 'id' && (above === 'object' || above === 'institution')) return book.objects.get(id);
  if ((member === 'id' && above === 'deadlines') || deadlineIds.has(member)) return deadlineName(id);
  if (member === 'section' || member === 'recipient') return book.sections.get(id);
  if (member === 'plan') return /\d{4}$/.test(id) ? `${id.slice(-4)} 年度抽查工作计划` : undefined;
  if (member === 'task') return /-\d+$/.test(id) ? `计划表第 ${/\d+$/.exec(id)![0]} 项` : undefined;
  if (member === 'standing') {
    const [, object = '', list = ''] = /^(.+)\.([a-z]+)$/.exec(id) ?? [];
    return lists[list] && `${book.objects.get(object) ?? object}：${lists[list]}`;
  }
  if (member === 'request') return /^q\d+$/.test(id) ? `第 ${id.slice(1)} 次申请` : undefined;
  return (numbered.has(member) ? itsNumber(id) : undefined) ?? (owed.has(member) ? debtName(id) : undefined);
}
