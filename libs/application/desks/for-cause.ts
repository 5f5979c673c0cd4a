import { calendar, calendarDays } from '@srd/domain/calendar';
import type { CaseOpened, CaseState, CauseGround, CauseSource, Method, Window } from '@srd/domain/case';
import { catalogue, itemsInForce, pinnedItem } from '@srd/domain/catalogue';
import { currentRules, type Sector } from '@srd/domain/organ';
import { institutionOf, isRemoved, roster } from '@srd/domain/roster';
import type { Day, Id } from '@srd/kernel';
import type { Facts } from '../desk';
import { refuse } from '../refusals';
import { casesOfObject, listsOf, yearLoad } from './case-load';
import { pinned } from './case-opening';
import { demandHolder } from './case-team';
import { CALENDAR, demandSection } from './organs';
import { organIn } from './plans';
import { rosterStream } from './rosters';

/** What a person says of a for-cause inspection; institution, items, rules and load are read, not told. */
export interface CauseAsked {
  readonly section: Id;
  readonly sector: Sector;
  readonly institution: Id;
  readonly ground: CauseGround;
  readonly source: CauseSource;
  readonly method: Method;
  readonly window: Window;
  /** Of those in force for the sector; all of them when left out. */
  readonly items?: readonly Id[];
  readonly proposedBy: Id | null;
  readonly urgent: { readonly reason: string; readonly approvalDueOn: Day } | null;
  readonly occurredOn: Day;
}

/** Organ, year and number of a for-cause case's id, `fc-<organ>-<year>-<n>`; undefined for any other id. */
export function causeCaseOf(
  id: Id,
): { readonly organ: Id; readonly year: number; readonly number: number } | undefined {
  const [, organ, year, number] = /^fc-(.+)-(\d{4})-([1-9]\d{0,5})$/.exec(id) ?? [];
  return organ === undefined ? undefined : { organ, year: Number(year), number: Number(number) };
}

/** The case as it is opened: rules, items and calendar as they stand today (trap 15). */
async function openedFor(asked: CauseAsked, facts: Facts<CaseState>): Promise<CaseOpened> {
  const { id, evidence, context } = facts;
  const { organ, year, number } = causeCaseOf(id) ?? refuse('UNKNOWN_SUBJECT', '编号应为 fc-<机关>-<年>-<号>');
  const { today } = context;
  if (!today.startsWith(`${year}-`)) refuse('INVALID_ID', `编号中的年份应为 ${today.slice(0, 4)}`);
  const unit = await organIn(evidence, organ);
  await demandSection(evidence, organ, asked.section, [asked.sector]);
  const { rules, version } = currentRules(unit);
  const items = await evidence.at(catalogue, `catalogue-${organ}`);
  const days = await evidence.at(calendar, CALENDAR);
  const inForce = itemsInForce(items.state, asked.sector, today);
  const unknown = asked.items?.find((item) => !inForce.some((one) => one.item === item));
  if (unknown !== undefined) refuse('ITEM_NOT_IN_FORCE', `事项 ${unknown} 未公布或已停用`, { item: unknown });
  const chosen = inForce.filter(({ item }) => asked.items?.includes(item) ?? true);
  return {
    organ,
    unitName: unit.name,
    plan: `${organ}-${year}`,
    task: `fc-${organ}-${year}`,
    section: asked.section,
    sector: asked.sector,
    number: `${year}年不受随机限制检查第${number}号`,
    purpose: 'for-cause',
    method: asked.method,
    window: asked.window,
    items: chosen.flatMap(({ item, version: revision }) => pinnedItem(items.state, item, revision) ?? []),
    inspectingBody: organ,
    departments: [{ organ, seats: rules.teamSize.value }],
    selfInspection: 'none',
    ...pinned(rules, today),
    pins: {
      rulesRevision: version,
      catalogueRevision: Math.max(0, items.revision),
      calendarRevision: Math.max(0, days.revision),
    },
  };
}

/** B二(九)1–4: the whole opening of a for-cause inspection. A leader approves by giving it; a section head alone where it is urgent. */
export async function openForCause(asked: CauseAsked, facts: Facts<CaseState>) {
  const { evidence, stores, who, id, context } = facts;
  const opened = await openedFor(asked, facts);
  const { organ } = opened;
  const mayApprove = who?.grants.some(({ role }) => role === 'leader') ?? false;
  if (asked.urgent === null && !mayApprove)
    refuse('ROLE_MISSING', '不受随机限制的检查由领导批准；紧急的写明理由，限期补办');
  const { proposedBy } = asked;
  if (proposedBy !== null) await demandHolder(facts, proposedBy, organ, ['section-officer', 'section-head']);
  const entries = await evidence.of(roster, rosterStream(organ, asked.sector));
  const entry = institutionOf(entries, asked.institution);
  if (!entry || isRemoved(entry)) return refuse('UNKNOWN_SUBJECT', `名录库中没有机构“${asked.institution}”`);
  const { name, registrationNumber, registeredPremises: premises } = entry.particulars;
  const others = await casesOfObject(facts, asked.institution, id);
  const load = yearLoad(others, Number(context.today.slice(0, 4)), opened.terms);
  const { ground, source, urgent, occurredOn } = asked;
  return {
    opened,
    named: {
      institution: { id: asked.institution, name, registrationNumber, premises, sector: asked.sector },
      ground,
      source,
      proposedBy,
      urgent,
      occurredOn,
      lists: listsOf(stores, asked.institution),
      calendar: calendarDays(await evidence.of(calendar, CALENDAR)),
      ...(load ? { load } : {}),
    },
  };
}
