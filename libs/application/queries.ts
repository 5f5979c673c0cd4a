import { HttpException, Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { shown, type Id, type RecordedEvent } from '@srd/kernel';
import { roles, scopeOf, type Role } from '@srd/domain/account';
import { BadCursor, type Column, type Position } from '@srd/runtime';
import { organs, type OrganRow } from '@srd/views';
import { Engine } from './engine';
import { STORES, type Stores } from './ports';
import { refuse } from './refusals';
import type { Who } from './who';

/** One page of a list; `next` is the cursor of the following page, null on the last. */
export interface Listed<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** What a list is asked for. */
export interface Paging {
  readonly cursor?: string;
  /** At most 200. */
  readonly limit: number;
  /** Wait until the rows show this position; the log's head when left out (read your own write). */
  readonly after?: Position;
}

/** All but the system administrator, who sees no business and no audit. */
const EVERY_BUSINESS_ROLE = roles.filter((role) => role !== 'account-admin');

/** Who may read which view. Whose rows they see is the scope's business: their organ's and those below it. */
const READERS: Readonly<Record<string, readonly Role[]>> = {
  organs: roles,
  accounts: ['account-admin', 'leader', 'auditor'],
};

/** Rows of a view that somebody may see; without `who` the public's, whose rows the view itself holds back. */
export class ListRows {
  constructor(
    readonly view: string,
    readonly who: Who | undefined,
    readonly where: Readonly<Record<string, Column | readonly (string | number)[]>>,
    readonly paging: Paging,
    readonly options: {
      /** Only rows of these organs, as far as the asker sees them. */
      readonly organs?: readonly Id[];
      readonly order?: { readonly column: string; readonly descending?: boolean };
      /** Only rows with this text in one of these columns. */
      readonly containing?: { readonly text: string; readonly in: readonly string[] };
    } = {},
  ) {}
}

/** The recorded events of a stream that belongs to `organ`, oldest first. */
export class ListEvents {
  constructor(
    readonly stream: string,
    readonly organ: Id,
    /** Other organs that take part: partners, a delegate, lenders. */
    readonly parties: readonly Id[],
    readonly who: Who,
    readonly from: number,
    readonly limit: number,
  ) {}
}

@QueryHandler(ListRows)
export class ListRowsHandler implements IQueryHandler<ListRows, Listed<unknown>> {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly engine: Engine,
  ) {}

  async execute({ view, who, where, paging, options }: ListRows): Promise<Listed<unknown>> {
    if (!(await this.engine.caughtUp(paging.after))) throw new HttpException('读模型尚未跟上，请稍后重试', 503);
    const seen = who === undefined ? undefined : visibleOrgans(this.stores, mayRead(view, who));
    const organsSeen = options.organs?.filter((id) => seen?.includes(id) ?? true) ?? seen;
    try {
      const page = this.stores.views.list(view, {
        where,
        limit: paging.limit,
        ...(organsSeen === undefined ? {} : { organs: organsSeen }),
        ...(paging.cursor === undefined ? {} : { after: paging.cursor }),
        ...(options.order === undefined ? {} : { order: options.order }),
        ...(options.containing === undefined ? {} : { containing: options.containing }),
      });
      return { items: page.rows.map(({ row }) => row), next: page.next };
    } catch (error) {
      if (error instanceof BadCursor)
        throw new HttpException(`cursor“${shown(paging.cursor ?? '')}”不是本列表给出的`, 400);
      throw error;
    }
  }
}

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents, Listed<RecordedEvent>> {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  async execute({ stream, organ, parties, who, from, limit }: ListEvents): Promise<Listed<RecordedEvent>> {
    checkSees(this.stores, who, organ, 'cases', parties);
    const events = await this.stores.log.read(stream, { from, limit: limit + 1 });
    const items = events.slice(0, limit);
    return { items, next: events.length > limit ? String(from + limit) : null };
  }
}

/** Refuses (as if there were nothing) what doesn't belong to the asker's organ or one below it. */
export function checkSees(stores: Stores, who: Who, organ: Id, view = 'cases', partners: readonly Id[] = []): void {
  mayRead(view, who);
  if (!visibleOrgans(stores, who).includes(organ) && !partners.includes(who.organ)) refuse('UNKNOWN_SUBJECT');
}

/** The asker's organ and all below it: what a city sees of its counties, and a county of none (procedure, "Always"). */
export function visibleOrgans(stores: Stores, { organ }: Who): readonly Id[] {
  const { rows } = stores.views.list(organs.name, { limit: 10_000 });
  const hierarchy = Object.fromEntries(rows.map(({ row }) => [(row as OrganRow).organ, (row as OrganRow).superior]));
  return scopeOf(hierarchy, organ);
}

/** @throws Refusal when somebody holds none of the roles that read something */
export function demandRole(who: Who, readers: readonly Role[]): void {
  if (!who.grants.some(({ role }) => readers.includes(role))) refuse('ROLE_MISSING', '您的岗位不能查看此项');
}

/** @throws Refusal when the asker's roles read no such view */
export function mayRead(view: string, who: Who): Who {
  const readers = READERS[view] ?? EVERY_BUSINESS_ROLE;
  demandRole(who, readers);
  return who;
}
