import { HttpException, Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListRows, STORES, type Listed, type Paging, type Stores, type Who } from '@srd/application';
import { shown, type Column, type Decider, type DomainCommand, type DomainEvent } from '@srd/kernel';
import { CommandRunner, type Folded, type Position } from '@srd/runtime';
import type { FastifyRequest } from 'fastify';
import type { PagingDto } from '../edge/paging.dto';

/** A list's query: paging, an organ, words to look for, and columns to filter by. */
type ListQuery = PagingDto & { readonly organ?: string; readonly q?: string };

/** What a list adds to what was asked. */
interface Shown {
  /** Columns that the list fixes. */
  readonly where?: Readonly<Record<string, Column | readonly (string | number)[]>>;
  readonly order?: { readonly column: string; readonly descending?: boolean };
  /** Columns in which the words of a query are looked for. */
  readonly wordsIn?: readonly string[];
}

/** The member that names a row of each view: it is given as `id` too. */
const NAMED_BY: Readonly<Record<string, string>> = {
  accounts: 'account',
  cases: 'case',
  circulars: 'circular',
  draws: 'draw',
  inspectors: 'person',
  institutions: 'institution',
  organs: 'organ',
  plans: 'plan',
  practitioners: 'person',
};

/** What every list and every single thing is read with. */
@Injectable()
export class Reader {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
    @Inject(STORES) readonly stores: Stores,
  ) {}

  /** A page of a view. Filters that are undefined don't filter; an organ the asker doesn't see gives an empty page. */
  async rows<Row>(
    view: string,
    who: Who | undefined,
    query: ListQuery,
    request: Pick<FastifyRequest, 'headers'>,
    { where = {}, order, wordsIn = [] }: Shown = {},
  ): Promise<Listed<Row>> {
    const { organ, q, cursor: _, limit: __, ...filters } = query;
    const given = Object.entries(filters).filter((entry): entry is [string, Column] => entry[1] !== undefined);
    const { items, next } = await this.queries.execute<ListRows, Listed<Row>>(
      new ListRows(view, who, { ...Object.fromEntries(given), ...where }, pagingOf(query, request), {
        ...(organ === undefined ? {} : { organs: [organ] }),
        ...(order === undefined ? {} : { order }),
        ...(q === undefined ? {} : { containing: { text: q, in: wordsIn } }),
      }),
    );
    const member = NAMED_BY[view];
    if (member === undefined) return { items, next };
    return { items: items.map((row) => ({ id: (row as Readonly<Record<string, unknown>>)[member], ...row })), next };
  }

  /** How many rows of a view the public sees; what it fixes as in `rows`. */
  count(view: string, organ: string | undefined, where: NonNullable<Shown['where']>): number {
    return this.stores.views.count(view, { where, ...(organ === undefined ? {} : { organs: [organ] }) });
  }

  /** All rows of a view that somebody may see, for what is worked out of them. */
  async every<Row>(view: string, who: Who, organ?: string): Promise<readonly Row[]> {
    const found: Row[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const paging = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const organs = organ === undefined ? {} : { organs: [organ] };
      const page: Listed<Row> = await this.queries.execute(new ListRows(view, who, {}, paging, organs));
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  }

  /** The state of a stream as it stands; 404 when there is none. */
  async state<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
  ): Promise<Folded<S>> {
    const folded = await this.runner.load(decider, stream);
    if (folded.revision < 0) throw new HttpException('没有这一编号的记录', 404);
    return folded;
  }
}

/** Cursor and size of a page, and the position that the asker wants it to show. */
export function pagingOf({ cursor, limit = 50 }: PagingDto, request: Pick<FastifyRequest, 'headers'>): Paging {
  return { limit, ...(cursor === undefined ? {} : { cursor }), ...after(request) };
}

/** The position that the asker wants to see (`Srd-After`): what a command answered. */
export function after(request: Pick<FastifyRequest, 'headers'>): { after?: Position } {
  const header = request.headers['srd-after'];
  if (header === undefined) return {};
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) {
    throw new HttpException(`Srd-After（${shown(String(header))}）须为命令回答中的 position`, 400);
  }
  return { after: Number(header) as Position };
}
