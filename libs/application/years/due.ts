import { HttpException, Inject, Injectable } from '@nestjs/common';
import { deadlineLabels } from '@srd/domain/case';
import type { Role } from '@srd/domain/account';
import type { Source } from '@srd/domain/organ';
import { actingRoles, escalationOf, isLapsed, report, type Escalation } from '@srd/domain/report';
import type { PublicationKind } from '@srd/domain/standing';
import { dayOf, daysBetween, type Day, type Id, type Instant } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import {
  cases,
  draws,
  organs,
  standings,
  type CaseRow,
  type DrawRow,
  type OrganRow,
  type StandingRow,
} from '@srd/views';
import { everyRow } from '../daily/every-row';
import { standingId } from '../desks/standings';
import { Engine } from '../engine';
import { Evidence } from '../evidence';
import { STORES, type Stores } from '../ports';
import { demandRole, visibleOrgans } from '../queries';
import type { Who } from '../who';
import { yearDuties, yearId, yearsOf, yearStream } from './facts';
import { WATCHERS } from './statistics';

/** Something that is due: where, by when, by which rule, whose it is, and to whom it has gone since its day passed. */
export interface DueRow {
  readonly id: Id;
  readonly kind: string;
  readonly label: string;
  readonly subject: { readonly kind: 'case' | 'report' | 'standing' | 'draw'; readonly id: Id };
  readonly name: string | null;
  readonly organ: Id;
  readonly section: Id | null;
  readonly roles: readonly Role[];
  /** The day that binds. */
  readonly on: Day;
  /** The day that the same term gives in the other unit, calendar or working days (C8). */
  readonly otherUnitOn: Day | null;
  readonly rule: string;
  readonly basis: string;
  /** Calendar days; negative when it has passed. */
  readonly daysLeft: number;
  readonly overdue: boolean;
  /** Its passing stands in the record. */
  readonly recorded: boolean;
  /** Null before its day has passed. */
  readonly escalatedTo: Escalation | null;
}

export interface DueFilter {
  readonly organ?: Id;
  readonly section?: Id;
  readonly role?: Role;
  readonly overdue?: boolean;
  readonly escalatedTo?: Escalation;
  readonly until?: Day;
}

const publicationLabels: Readonly<Record<PublicationKind, string>> = {
  listing: '名单公示',
  withdrawal: '撤销列入公示',
  end: '停止公示',
};

const READERS: readonly Role[] = [...WATCHERS, 'inspector', 'rectification-officer'];

/** What is due, of every kind, in one list: the nearest first (C8, C9, C22, trap 9). */
@Injectable()
export class Due {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly engine: Engine,
    private readonly runner: CommandRunner,
  ) {}

  async list(who: Who, filter: DueFilter): Promise<readonly DueRow[]> {
    demandRole(who, READERS);
    if (!(await this.engine.caughtUp())) throw new HttpException('读模型尚未跟上，请稍后重试', 503);
    const seen = visibleOrgans(this.stores, who).filter((id) => filter.organ === undefined || id === filter.organ);
    return (await this.of(seen))
      .filter(
        (row) =>
          (filter.section === undefined || row.section === filter.section) &&
          (filter.role === undefined || row.roles.includes(filter.role)) &&
          (filter.overdue === undefined || row.overdue === filter.overdue) &&
          (filter.escalatedTo === undefined || row.escalatedTo === filter.escalatedTo) &&
          (filter.until === undefined || row.on <= filter.until),
      )
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  }

  /** How many are overdue of each kind, over all organs: a number for those who run the machine, and nothing else. */
  async overdue(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    const all = [...everyRow<OrganRow>(this.stores, organs.name)].map(({ organ }) => organ);
    for (const { kind, overdue } of await this.of(all)) if (overdue) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  }

  private async of(seen: readonly Id[]): Promise<readonly DueRow[]> {
    return [...this.ofCases(seen), ...this.ofStandings(seen), ...this.ofDraws(seen), ...(await this.ofYears(seen))];
  }

  private get today(): Day {
    return dayOf(this.stores.clock.now());
  }

  private row(row: Omit<DueRow, 'daysLeft' | 'overdue' | 'escalatedTo'>, goesTo: Escalation): DueRow {
    const overdue = row.on < this.today;
    return { ...row, daysLeft: daysBetween(this.today, row.on), overdue, escalatedTo: overdue ? goesTo : null };
  }

  private *ofCases(seen: readonly Id[]): Iterable<DueRow> {
    for (const one of everyRow<CaseRow>(this.stores, cases.name, { organs: seen })) {
      const { escalations } = one.state.context;
      for (const { id, kind, on, otherUnitOn, rule, basis, passed } of one.deadlines) {
        const toLeader = escalations.some(({ escalation }) => escalation === id);
        yield this.row(
          {
            id: `${one.case}:${id}`,
            kind,
            label: deadlineLabels[kind],
            subject: { kind: 'case', id: one.case },
            name: one.name ?? one.number,
            organ: one.organ,
            section: one.section,
            roles: actingRoles[kind],
            on,
            otherUnitOn,
            rule,
            basis,
            recorded: passed,
          },
          toLeader ? 'leader' : escalationOf(kind),
        );
      }
    }
  }

  /** Windows for being heard, listings that end by themselves, and what is to be made public of either (R74). */
  private *ofStandings(seen: readonly Id[]): Iterable<DueRow> {
    for (const one of everyRow<StandingRow>(this.stores, standings.name, { organs: seen })) {
      const { object, list, organ, phase, hearingUntil, until } = one;
      yield* this.ofPublications(one);
      const hearing = phase === 'notified' && hearingUntil !== null;
      const on = hearing ? hearingUntil : phase === 'listed' ? until : null;
      if (on === null) continue;
      const id = standingId(object, list);
      const common = { organ, section: null, otherUnitOn: null, name: object, recorded: false } as const;
      const kind = hearing ? 'hearing' : 'listing-ends';
      yield this.row(
        {
          ...common,
          id: `${id}:${kind}:${on}`,
          kind,
          label: hearing ? '陈述申辩期限' : '名单期限届满',
          subject: { kind: 'standing', id },
          roles: ['section-officer', 'rectification-officer'],
          on: on as Day,
          rule: hearing ? 'hearingWithin' : 'listing period',
          basis: hearing ? '行政处罚法第四十五条' : '信用修复管理办法',
        },
        'leader',
      );
    }
  }

  private *ofPublications(one: StandingRow): Iterable<DueRow> {
    const { object, list, organ, name } = one;
    const id = standingId(object, list);
    for (const { publication, kind, status, dueOn, round } of one.publications) {
      // An entry that has ended is no longer posted where it wasn't before.
      const over = kind === 'listing' && (one.stage !== 'listed' || round !== one.round);
      if (status !== 'owed' || over) continue;
      yield this.row(
        {
          id: `${id}:${publication}`,
          kind: 'listing-publication',
          label: publicationLabels[kind],
          subject: { kind: 'standing', id },
          name: name ?? object,
          organ,
          section: null,
          roles: ['section-officer'],
          on: dueOn,
          otherUnitOn: null,
          rule: 'publication',
          basis: 'B三(一)',
          recorded: false,
        },
        'leader',
      );
    }
  }

  private *ofDraws(seen: readonly Id[]): Iterable<DueRow> {
    const waiting = { organs: seen, where: { phase: ['sealing', 'opening'] } };
    for (const { draw, series, organ, revealBy, overdue } of everyRow<DrawRow>(this.stores, draws.name, waiting)) {
      yield this.row(
        {
          id: `${draw}:reveal`,
          kind: 'reveal',
          label: '抽取揭晓',
          subject: { kind: 'draw', id: series },
          name: draw,
          organ,
          section: null,
          roles: ['section-officer'],
          on: dayOf(revealBy as Instant),
          otherUnitOn: null,
          rule: 'revealBy',
          basis: 'srd-draw/1',
          recorded: overdue,
        },
        'leader',
      );
    }
  }

  /** Rosters, item lists and annual reports that aren't there yet. */
  private async ofYears(seen: readonly Id[]): Promise<readonly DueRow[]> {
    const found: DueRow[] = [];
    for (const { organ } of everyRow<OrganRow>(this.stores, organs.name, {
      organs: seen,
      where: { kind: 'judicial' },
    })) {
      for (const year of await yearsOf(this.runner, organ, this.today)) {
        const id = yearId(organ, year);
        const { state } = await this.runner.load(report, yearStream(id));
        for (const due of await yearDuties(new Evidence(this.runner), organ, year)) {
          if (due.doneOn !== null) continue;
          const { duty, kind, section, label, dueOn, rule, source } = due;
          const row = this.row(
            {
              id: `${id}:${duty}`,
              kind,
              label,
              subject: { kind: 'report', id },
              name: due.missing.join('、') || null,
              organ,
              section,
              roles: kind === 'report' ? ['section-head', 'section-officer'] : ['section-officer'],
              on: dueOn,
              otherUnitOn: null,
              rule,
              basis: citation(source),
              recorded: Object.hasOwn(state.lapsed, duty),
            },
            'leader',
          );
          found.push({ ...row, overdue: isLapsed(due, this.today) });
        }
      }
    }
    return found;
  }
}

function citation(source: Source): string {
  return source.kind === 'document' ? `${source.document}${source.article}` : source.note;
}
