import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { arrangedFor, type ArrangedRevisit, type TeamBar } from '@srd/domain/case';
import type { Day, Id } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { cases, type CaseRow } from '@srd/views';
import { CaseFiles, type Visit } from './case-files';
import { teamBars } from './desks/case-team';
import { certificateUntil, poolOfOrgan, seatedOrgan } from './desks/inspector-pool';
import { Evidence } from './evidence';
import { STORES, type Stores } from './ports';
import { ListRows, type Listed } from './queries';
import type { Who } from './who';

/** An appointment for a revisit that stands, with its case. */
export interface DatedRevisit extends Pick<
  ArrangedRevisit,
  'disposition' | 'round' | 'on' | 'part' | 'method' | 'note' | 'by'
> {
  readonly case: Id;
  readonly number: string;
  readonly organ: Id;
  readonly section: Id;
  readonly name: string | null;
  readonly inspectors: readonly Id[];
  /** The registered premises, or wherever it is to be; null on paper. */
  readonly place: string | null;
}

/** Somebody who may be sent to a revisit on a day, or what keeps them from it. */
export interface RevisitCandidate {
  readonly inspector: Id;
  /** The organ whose register has them. */
  readonly organ: Id;
  /** Of the team that inspected. */
  readonly inspected: boolean;
  readonly certificateValidUntil: Day;
  readonly bar: TeamBar['bar'] | 'recusal' | null;
}

const PAGE = 200;

/** 回访安排: who goes where on which day, over all cases that somebody sees; and who could go (B三(三), B二(九); R60, R84). */
@Injectable()
export class Revisits {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
    private readonly files: CaseFiles,
  ) {}

  /** What stands arranged from a day to another, both with it, in order. @throws Refusal ROLE_MISSING */
  async between(who: Who, from: Day, to: Day, organ?: Id): Promise<readonly DatedRevisit[]> {
    const found: DatedRevisit[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const paging = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const organs = organ === undefined ? {} : { organs: [organ] };
      const page: Listed<CaseRow> = await this.queries.execute(
        new ListRows(cases.name, who, { following: 1 }, paging, organs),
      );
      found.push(...page.items.flatMap(arrangedIn).filter(({ on }) => on >= from && on <= to));
      cursor = page.next;
    }
    return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.case < b.case ? -1 : 1));
  }

  /** Everybody in the registers of the case's seats, with what keeps them away on the day. @throws Refusal, or 404 */
  async candidates(id: Id, on: Day, visit: Visit): Promise<readonly RevisitCandidate[]> {
    const { state } = await this.files.open(id, visit);
    const { opened, recusals, team } = state.context;
    const evidence = new Evidence(this.runner);
    const found = new Map<Id, Omit<RevisitCandidate, 'bar'>>();
    for (const { organ } of opened.departments) {
      const pool = await poolOfOrgan(evidence, this.stores, seatedOrgan(state, organ), on);
      for (const { person, register, state: library } of pool) {
        found.set(person, {
          inspector: person,
          organ: register,
          inspected: team.some(({ inspector }) => inspector === person),
          certificateValidUntil: certificateUntil(library, person, on),
        });
      }
    }
    const bars = await teamBars({ id, state, evidence, stores: this.stores }, [...found.keys()], on);
    return [...found.values()].map((one) => {
      const recused = recusals.findLast(({ inspector }) => inspector === one.inspector)?.status ?? 'declined';
      const bar = bars.find(({ inspector, bar: kind }) => inspector === one.inspector && kind !== 'rotation');
      return { ...one, bar: recused === 'declined' ? (bar?.bar ?? null) : 'recusal' };
    });
  }
}

function arrangedIn({ state: { context }, ...row }: CaseRow): readonly DatedRevisit[] {
  return context.dispositions.flatMap((one) => {
    const arranged = arrangedFor(context, one);
    if (!arranged) return [];
    const { disposition, round, on, part, method, note, by, inspectors, elsewhere } = arranged;
    return {
      case: row.case,
      number: row.number,
      organ: row.organ,
      section: row.section,
      name: row.name,
      disposition,
      round,
      on,
      part,
      method,
      note,
      by,
      inspectors: inspectors.map(({ inspector }) => inspector),
      place: method === 'documentary' ? null : (elsewhere ?? context.object?.premises ?? null),
    };
  });
}
