import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@srd/domain/account';
import type { StageCode } from '@srd/domain/case';
import { currentRules } from '@srd/domain/organ';
import {
  plan,
  planCalendar,
  planOverview,
  type CalendarEntry,
  type OverviewRow,
  type PlanState,
} from '@srd/domain/plan';
import { latest, namesOpen, overlapsOf, selectionWith, type DrawnByLevel, type Overlap } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { cases, organs, type CaseRow, type OrganRow } from '@srd/views';
import { admitAs } from './desk';
import { planOf, planStream, selectionStream, seriesOfCase } from './desks/ids';
import { organIn } from './desks/object-facts';
import { Engine } from './engine';
import { Evidence } from './evidence';
import { STORES, type Stores } from './ports';
import { checkSees, visibleOrgans } from './queries';
import { refuse } from './refusals';
import type { Who } from './who';

const LOOKING: readonly Role[] = ['section-officer', 'section-head', 'supervision-officer', 'leader', 'auditor'];
/** An object is drawn, and nobody has been there. */
const AHEAD: readonly StageCode[] = ['awaiting-team', 'awaiting-notice', 'self-inspecting', 'awaiting-visit'];

/** What the levels plan and mean to inspect, side by side (R5, R100, C10, C27). Reads only. */
@Injectable()
export class Levels {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly engine: Engine,
  ) {}

  /** A year's plans of the asker's organ and of those below it, one row per organ and sector (C27, R5, R100). @throws Refusal */
  async overview(who: Who, year: number): Promise<readonly OverviewRow[]> {
    admitAs(who, LOOKING, { organ: who.organ });
    const found: PlanState[] = [];
    for (const organ of visibleOrgans(this.stores, who)) found.push(await this.plan(`${organ}-${year}`));
    return planOverview(found);
  }

  /** The days of a plan's year: rosters, windows, the report (C22, R15–R17, R50, R99). @throws Refusal */
  async calendar(who: Who, id: Id): Promise<readonly CalendarEntry[]> {
    const { organ } = planOf(id);
    checkSees(this.stores, who, organ, 'plans');
    const state = await this.plan(id);
    if (state.organ === null) refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的计划`);
    return planCalendar(state, currentRules(await organIn(new Evidence(this.runner), organ)).rules);
  }

  /**
   * Objects for which more than one inspection waits, the superior's and the subordinates' among them, with the days that would serve all
   * (C10, R48). What the superior holds back or looks into for cause is told to nobody below it. @throws Refusal
   */
  async overlaps(who: Who): Promise<readonly Overlap[]> {
    admitAs(who, LOOKING, { organ: who.organ });
    await this.engine.caughtUp();
    const visible = visibleOrgans(this.stores, who);
    const rows = this.stores.views.list(organs.name, { limit: 10_000 }).rows.map(({ row }) => row as OrganRow);
    const superior = rows.find(({ organ }) => organ === who.organ)?.superior ?? null;
    const drawn: DrawnByLevel[] = [];
    for (const { organ, name } of rows) {
      if (!visible.includes(organ) && organ !== superior) continue;
      for (const row of this.ahead(organ)) {
        if (visible.includes(organ) || (await this.isOpen(row))) drawn.push(levelOf(row, name));
      }
    }
    return overlapsOf(drawn);
  }

  private async plan(id: Id): Promise<PlanState> {
    return (await this.runner.load(plan, planStream(id))).state;
  }

  private ahead(organ: Id): readonly CaseRow[] {
    const { rows } = this.stores.views.list(cases.name, { organs: [organ], where: { stage: AHEAD }, limit: 10_000 });
    return rows.map(({ row }) => row as CaseRow).filter(({ object }) => object !== null);
  }

  /** Whether the object's name is public by now: drawn, and not held back until the visits are over (trap 10). */
  private async isOpen({ case: id, purpose }: CaseRow): Promise<boolean> {
    if (purpose !== 'random') return false;
    const { state } = await this.runner.load(selectionWith(this.stores.hash), selectionStream(seriesOfCase(id)));
    const drawn = latest(state);
    return drawn !== undefined && namesOpen(state, drawn);
  }
}

function levelOf({ organ, task, purpose, object, state }: CaseRow, organName: string): DrawnByLevel {
  const { from, to } = state.context.window;
  const objects = object === null ? [] : [object];
  return { organ, organName, task, from, to, purpose: purpose === 'random' ? 'random' : 'for-cause', objects };
}
