import { Inject, Injectable } from '@nestjs/common';
import { permits } from '@srd/domain/account';
import { dayOf, Refusal, type Day, type Id } from '@srd/kernel';
import type { Position } from '@srd/runtime';
import { Door } from './door';
import { FollowUpLedger, type LedgerLine } from './follow-up-ledger';
import { STORES, type Stores } from './ports';
import { refuse } from './refusals';
import type { Order, Who } from './who';

interface Measure {
  readonly case: Id;
  readonly disposition: Id;
  readonly finding: Id;
}

/** Which of the overdue measures: all of them, a section's, or those that were chosen. */
export interface UrgingChoice {
  readonly section?: Id;
  readonly measures?: readonly Pick<Measure, 'case' | 'disposition'>[];
}

/** What came of a batch: each measure once, urged, urged earlier the same day and so left be, or refused with its reason. */
export interface Urged {
  readonly urged: readonly Measure[];
  readonly already: readonly Measure[];
  readonly refused: readonly (Measure & { readonly code: string; readonly detail: string })[];
  /** A reader that has seen this position sees what was urged. */
  readonly position: Position | null;
}

const PAGE = 200;

const placeOf = (one: Pick<Measure, 'case' | 'disposition'>): string => `${one.case} ${one.disposition}`;

/** 催办 of everything that is overdue, in one go: each case keeps its own record of it (B三(三)督促整改; R84). */
@Injectable()
export class Urging {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly ledger: FollowUpLedger,
    private readonly door: Door,
  ) {}

  /**
   * Urges every overdue measure of the asker's organ, of one of its sections, or those chosen among them. What was urged today already isn't
   * urged again, so that a batch can be repeated after a cut line. @throws Refusal ROLE_MISSING
   */
  async overdue(who: Who, { section, measures }: UrgingChoice, text: string, order: Order): Promise<Urged> {
    const held = who.grants.map(({ role }) => role);
    if (!permits('UrgeRectification', held)) refuse('ROLE_MISSING', '您的岗位不能催办');
    const today = dayOf(this.stores.clock.now());
    const chosen = measures && new Set(measures.map(placeOf));
    const urged: Measure[] = [];
    const already: Measure[] = [];
    const refused: Urged['refused'][number][] = [];
    let position: Position | null = null;
    for (const line of await this.overdueLines(who, section)) {
      const measure = { case: line.case, disposition: line.disposition, finding: line.finding };
      if (chosen && !chosen.has(placeOf(measure))) continue;
      if (line.urgedOn === today) {
        already.push(measure);
        continue;
      }
      try {
        position = (await this.urge(who, line, { text, occurredOn: today }, order)) ?? position;
        urged.push(measure);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ ...measure, code: error.code, detail: error.detail });
      }
    }
    return { urged, already, refused, position };
  }

  private async overdueLines(who: Who, section: Id | undefined): Promise<readonly LedgerLine[]> {
    const filter = { organ: who.organ, ...(section !== undefined && { section }) };
    // As the log stands now: what was urged a moment ago counts.
    const head = await this.stores.log.head();
    const found: LedgerLine[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const paging = {
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
        ...(head !== undefined && { after: head }),
      };
      const { items, next } = await this.ledger.lines(who, filter, paging);
      found.push(...items.filter(({ overdue }) => overdue));
      cursor = next;
    }
    return found;
  }

  private async urge(
    who: Who,
    { case: id, disposition, finding }: LedgerLine,
    told: { readonly text: string; readonly occurredOn: Day },
    { correlation, key }: Order,
  ): Promise<Position | undefined> {
    const command = { type: 'UrgeRectification', data: { disposition, finding, ...told } };
    const own = key === undefined ? {} : { key: `${key}:${id}:${disposition}` };
    return (await this.door.give('case', id, command, who, { correlation, ...own })).position;
  }
}
