import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { calendar, calendarDays, workingDaysBetween, type CalendarDays } from '@srd/domain/calendar';
import { allowed, ledgerOf, type ArrangedRevisit, type CaseCommandType, type LedgerEntry } from '@srd/domain/case';
import { dayOf, Refusal, type Day, type Id } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { cases, type CaseRow } from '@srd/views';
import { STORES, type Stores } from './ports';
import { ListRows, type Listed, type Paging } from './queries';
import type { Who } from './who';

/** A line of the 整改台账: one open measure, with its case, the days left and what may be done next. */
export interface LedgerLine extends Omit<LedgerEntry, 'arranged'> {
  /** Who goes when, where a revisit is arranged. */
  readonly arranged: ArrangedLine | null;
  /** The case's own version of the procedure has the appointment on the record. */
  readonly arrangeable: boolean;
  readonly case: Id;
  readonly number: string;
  readonly organ: Id;
  readonly section: Id;
  readonly object: Id | null;
  readonly name: string | null;
  readonly team: readonly Id[];
  readonly overdue: boolean;
  /** Working days until the due day, negative when it has passed; null without a due day, or where its year isn't in the calendar. */
  readonly workingDaysLeft: number | null;
  /** The calendar lacks a year that counting needs: said, never guessed. */
  readonly calendarMissing: string | null;
  /** 催办 has its place in the case's own version of the procedure. */
  readonly urgeable: boolean;
  /** Commands that the procedure accepts for this measure now. */
  readonly next: readonly CaseCommandType[];
}

type ArrangedLine = Pick<ArrangedRevisit, 'on' | 'part' | 'method'> & { readonly inspectors: readonly Id[] };

/** What the ledger can be narrowed to. */
export interface LedgerFilter {
  readonly organ?: Id;
  readonly section?: Id;
}

/** The follow-up of every case that still has one, the earliest day first (B三(三); R84). */
@Injectable()
export class FollowUpLedger {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
  ) {}

  /** A page of cases, each with all its lines. @throws Refusal ROLE_MISSING */
  async lines(who: Who, { organ, section }: LedgerFilter, paging: Paging): Promise<Listed<LedgerLine>> {
    const where = { following: 1, ...(section !== undefined && { section }) };
    const page = await this.queries.execute<ListRows, Listed<CaseRow>>(
      new ListRows(cases.name, who, where, paging, {
        ...(organ !== undefined && { organs: [organ] }),
        order: { column: 'followUpOn' },
      }),
    );
    const { state } = await this.runner.load(calendar, 'calendar');
    const days = calendarDays(state);
    const today = dayOf(this.stores.clock.now());
    return { items: page.items.flatMap((row) => linesOf(row, days, today)), next: page.next };
  }
}

function linesOf({ state, ...row }: CaseRow, days: CalendarDays, today: Day): readonly LedgerLine[] {
  const { commands, dispositions: moves } = allowed(state);
  const arrangeable = commands.includes('ArrangeRevisit');
  return ledgerOf(state.context).map(({ arranged, ...entry }) => ({
    ...entry,
    arranged: arranged && lineOf(arranged),
    arrangeable,
    case: row.case,
    number: row.number,
    organ: row.organ,
    section: row.section,
    object: row.object,
    name: row.name,
    team: row.team,
    overdue: entry.due !== null && entry.due.on < today,
    ...left(today, entry.due?.on ?? null, days),
    urgeable: commands.includes('UrgeRectification'),
    next: [
      ...(arrangeable && arranged === null && entry.due?.kind === 'revisit' ? (['ArrangeRevisit'] as const) : []),
      ...(moves.find(({ disposition }) => disposition === entry.disposition)?.commands ?? []),
    ],
  }));
}

function lineOf({ on, part, method, inspectors }: ArrangedRevisit): ArrangedLine {
  return { on, part, method, inspectors: inspectors.map(({ inspector }) => inspector) };
}

function left(
  today: Day,
  due: Day | null,
  days: CalendarDays,
): Pick<LedgerLine, 'workingDaysLeft' | 'calendarMissing'> {
  if (due === null) return { workingDaysLeft: null, calendarMissing: null };
  try {
    const between = due < today ? -workingDaysBetween(due, today, days) : workingDaysBetween(today, due, days);
    return { workingDaysLeft: between, calendarMissing: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { workingDaysLeft: null, calendarMissing: error.detail };
  }
}
