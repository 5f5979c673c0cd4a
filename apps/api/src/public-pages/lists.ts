import { HttpException } from '@nestjs/common';
import type { Listed } from '@srd/application';
import { askedIn, NO_SUCH_PLACE, strangeNote, type Field, type Given, type AddressQuery } from './asked';
import { address, html, type Html, type Part } from './html';
import type { Page } from './page';

export interface Column<Row> {
  /** Member of the JSON. */
  readonly name: string;
  /** Head of the table and of the CSV. */
  readonly head: string;
  readonly text: (row: Row) => string;
  /** In the table, where that is more than the text. */
  readonly show?: (row: Row) => Part;
  /** Stays on one line, as a date does. */
  readonly whole?: true;
  /** Takes no more width than its head. */
  readonly narrow?: true;
}

/** One of the public's lists: read as a page, as CSV and as JSON, with the same filter. */
export interface PublicList<Row> {
  readonly place: NonNullable<Page['place']>;
  readonly title: string;
  readonly lead: Part;
  readonly columns: readonly Column<Row>[];
  readonly fields: readonly Field[];
  readonly empty: string;
  /** A page of rows, about so many; `next` where there are more. */
  rows(given: Given, cursor: string | undefined, limit: number): Promise<Listed<Row>>;
  /** How many there are in all; undefined where only going through them would tell. */
  total?(given: Given): number | undefined;
}

/** So many rows on a page of a list. */
const PAGE = 20;
/** So many rows at most in one file: more are had by the API, page by page. */
const FILE = 10_000;

function fieldOf({ name, label, options }: Field, value: string): Html {
  const id = `f-${name}`;
  if (!options)
    return html`<div class="field words">
      <label for="${id}">${label}</label
      ><input type="search" id="${id}" name="${name}" value="${value}" maxlength="100" />
    </div>`;
  const choices = options.map(
    ([each, words]) => html`<option value="${each}" ${each === value ? html` selected` : ''}>${words}</option>`,
  );
  return html`<div class="field">
    <label for="${id}">${label}</label
    ><select id="${id}" name="${name}">
      <option value="">全部</option>
      ${choices}
    </select>
  </div>`;
}

/** A table that becomes a list of cards where the screen is narrow. */
export function tableOf<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="stack">
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(({ head, text, show, whole, narrow }) => html`<td data-label="${head}" ${whole && html` class="whole"`} ${narrow && html` class="narrow"`}><span>${show ? show(row) : text(row)}</span></td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Rows from the cursor on; where it is none of this list's, from the first. */
async function rowsFrom<Row>(list: PublicList<Row>, given: Given, cursor: string | undefined) {
  try {
    return { ...(await list.rows(given, cursor, PAGE)), cursor, strange: [] };
  } catch (error) {
    if (cursor === undefined || !(error instanceof HttpException) || error.getStatus() !== 400) throw error;
    return { ...(await list.rows(given, undefined, PAGE)), cursor: undefined, strange: [NO_SUCH_PLACE] };
  }
}

/** A list as a page. @returns the status with it: 422 where the address says what can't be followed */
export async function listPage<Row>(
  list: PublicList<Row>,
  query: AddressQuery,
): Promise<{ readonly page: Page; readonly status: number }> {
  const { place, title, lead, columns, fields, empty } = list;
  const { given, ...asked } = askedIn(query, fields);
  const { items, next, cursor, ...read } = await rowsFrom(list, given, asked.cursor);
  const strange = [...asked.strange, ...read.strange];
  const filtered = Object.keys(given).length > 0;
  const all = next === null && cursor === undefined ? items.length : list.total?.(given);
  const form =
    fields.length > 0 &&
    html`<form class="filter" method="get" action="${place}" role="search" aria-label="查询${title}">
      ${fields.map((field) => fieldOf(field, given[field.name] ?? ''))}
      <div class="field act">
        <button type="submit">查询</button>${filtered && html` <a href="${place}">清除条件</a>`}
      </div>
    </form>`;
  const table =
    items.length === 0
      ? html`<p class="empty">${filtered || cursor !== undefined ? '没有符合条件的记录。' : empty}</p>`
      : tableOf(title, columns, items);
  const pages = html`<nav class="pages" aria-label="翻页">
    ${cursor !== undefined && html`<a href="${address(place, given)}">回到第一页</a>`}
    ${next !== null && html`<a href="${address(place, { ...given, cursor: next })}" rel="next">下一页</a>`}
  </nav>`;
  const page = {
    title,
    place,
    main: html`<h1>${title}</h1>
      ${lead} ${strangeNote(strange)} ${form}
      <p class="count" role="status">${items.length > 0 && counted(items.length, all)}</p>
      ${table} ${(cursor !== undefined || next !== null) && pages}
      <p class="files">
        下载${filtered ? '符合条件的' : '全部'}记录：<a href="${address(`${place}.csv`, given)}">CSV（电子表格）</a>
        <a href="${address(`${place}.json`, given)}">JSON</a>
      </p>`,
  };
  return { page, status: strange.length > 0 ? 422 : 200 };
}

function counted(shown: number, all: number | undefined): string {
  if (all === undefined) return `本页 ${shown} 条。`;
  return all === shown ? `共 ${all} 条，已全部列出。` : `共 ${all} 条，本页 ${shown} 条。`;
}

/** Every row of a list that the query asks for. @throws 422 where it can't be followed: a file has no place to say so */
async function all<Row>(list: PublicList<Row>, query: AddressQuery): Promise<readonly Row[]> {
  const { given, strange } = askedIn(query, list.fields);
  if (strange.length > 0) throw new HttpException(`网址有误：${strange.map(([what]) => what).join('；')}`, 422);
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await list.rows(given, cursor, 200);
    rows.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined && rows.length < FILE);
  return rows;
}

/** A list as rows of CSV, heads first. */
export async function csvRows<Row>(
  list: PublicList<Row>,
  query: AddressQuery,
): Promise<readonly (readonly string[])[]> {
  const rows = await all(list, query);
  return [list.columns.map(({ head }) => head), ...rows.map((row) => list.columns.map(({ text }) => text(row)))];
}

/** A list as JSON: the table's own columns by their names. */
export async function jsonRows<Row>(
  list: PublicList<Row>,
  query: AddressQuery,
): Promise<{ readonly items: readonly Given[] }> {
  const rows = await all(list, query);
  const items = rows.map((row) => Object.fromEntries(list.columns.map(({ name, text }) => [name, text(row)])));
  return { items };
}
