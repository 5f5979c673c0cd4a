import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { deadlineKinds, deadlineLabels, stageCodes, type Deadline, type StageCode } from '@srd/domain/case';
import type { Day, Id } from '@srd/kernel';
import { cases, type CaseRow } from '@srd/views';
import { setImmediate } from 'node:timers/promises';
import { ListRows, type Listed } from './queries';
import type { Who } from './who';

/** A day on which something of a case falls due. */
export interface DueDay extends Pick<Deadline, 'kind' | 'subject' | 'on' | 'unit' | 'rule' | 'basis' | 'passed'> {
  readonly kindLabel: string;
  readonly case: Id;
  readonly number: string;
  readonly organ: Id;
  readonly section: Id;
  readonly name: string | null;
}

/** What follows a result and has a day: rectification, revisit, service, publication (R73, R84). */
const KINDS = deadlineKinds.filter((kind) => ['correction', 'revisit', 'service', 'publication'].includes(kind));
const ENDED: readonly StageCode[] = ['closed', 'abnormal', 'blacklisted', 'voided'];
const OPEN = stageCodes.filter((code) => !ENDED.includes(code));
const PAGE = 200;

/** The due days of a stretch of the calendar, over all cases that somebody sees. */
@Injectable()
export class DueDays {
  constructor(private readonly queries: QueryBus) {}

  /** From a day to another, both with it, in order. @throws Refusal ROLE_MISSING */
  async between(who: Who, from: Day, to: Day, organ?: Id): Promise<readonly DueDay[]> {
    const found: DueDay[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const paging = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const page: Listed<CaseRow> = await this.queries.execute(
        new ListRows(cases.name, who, { stage: OPEN }, paging, organ === undefined ? {} : { organs: [organ] }),
      );
      for (const row of page.items) found.push(...dueIn(row, from, to));
      cursor = page.next;
      await setImmediate();
    }
    return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.case < b.case ? -1 : 1));
  }
}

function dueIn({ case: id, number, organ, section, name, deadlines }: CaseRow, from: Day, to: Day): DueDay[] {
  return deadlines
    .filter(({ kind, on }) => KINDS.includes(kind) && on >= from && on <= to)
    .map(({ kind, subject, on, unit, rule, basis, passed }) => ({
      case: id,
      number,
      organ,
      section,
      name,
      kind,
      kindLabel: deadlineLabels[kind],
      subject,
      on,
      unit,
      rule,
      basis,
      passed,
    }));
}
