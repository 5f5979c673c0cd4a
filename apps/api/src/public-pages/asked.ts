import { shown } from '@srd/kernel';
import { html, type Part } from './html';

/** What stands behind the ? of an address. */
export type AddressQuery = Readonly<Record<string, unknown>>;

/** What was asked of a list, by the names of its fields. */
export type Given = Readonly<Record<string, string>>;

export interface Field {
  readonly name: string;
  readonly label: string;
  /** Values with their labels; without them the field takes words. */
  readonly options?: readonly (readonly [value: string, label: string])[];
}

/** What of an address can't be followed, and what is shown instead. */
export type Strange = readonly [what: string, instead: string];

/** A query as a list reads it. */
export interface Asked {
  readonly given: Given;
  readonly cursor: string | undefined;
  readonly strange: readonly Strange[];
}

/** No text that is looked for is longer. */
const LONGEST = 100;
const LONGEST_CURSOR = 2_000;

export const NO_SUCH_PLACE: Strange = ['翻页的位置无法识别', '已从第一页显示'];

/**
 * What a query says of a list's fields and of its pages. Other names are none of the list's business (messengers add their own), but for
 * `page`: lists go on by 下一页, and whoever writes a page's number must not take the first page for it.
 */
export function askedIn(query: AddressQuery, fields: readonly Field[]): Asked {
  const read = fields.map((field) => ({ name: field.name, ...valueOf(query[field.name], field) }));
  const given = read.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  const { cursor, page } = query;
  const place = typeof cursor === 'string' && cursor.length <= LONGEST_CURSOR;
  return {
    given: Object.fromEntries(given),
    cursor: place && cursor !== '' ? cursor : undefined,
    strange: [
      ...read.flatMap(({ strange }) => (strange ? [strange] : [])),
      ...(cursor === undefined || place ? [] : [NO_SUCH_PLACE]),
      ...(page === undefined ? [] : [[`没有页码“${told(page)}”，列表只能按“下一页”翻页`, '已从第一页显示'] as const]),
    ],
  };
}

const told = (value: unknown): string => shown([value].flat().map(String).join('、'));

function valueOf(asked: unknown, { label, options }: Field): { readonly value?: string; readonly strange?: Strange } {
  if (asked === undefined || asked === '') return {};
  if (Array.isArray(asked))
    return { strange: [`“${label}”给了 ${asked.length} 次（${told(asked)}），只能给一次`, '已按全部显示'] };
  const value = typeof asked === 'string' ? asked.trim().normalize('NFC') : undefined;
  if (value === undefined || (options && !options.some(([known]) => known === value)))
    return { strange: [`“${label}”没有“${told(asked)}”这一项`, '已按全部显示'] };
  if (value.length > LONGEST) return { strange: [`“${label}”至多 ${LONGEST} 字，“${told(asked)}”过长`, '未按其查找'] };
  return value === '' ? {} : { value };
}

/** Says above a page what of its address couldn't be followed. The address is answered with 422. */
export function strangeNote(strange: readonly Strange[]): Part {
  const lines = strange.map(([what, instead]) => html`<p>网址有误：${what}，${instead}。</p>`);
  return lines.length > 0 && html`<div class="strange" role="alert">${lines}</div>`;
}
