import { calendar, type CalendarCommand, type CalendarEvent, type CalendarState } from '@srd/domain/calendar';
import { catalogue, type CatalogueCommand, type CatalogueEvent, type CatalogueState } from '@srd/domain/catalogue';
import {
  lineSectionOf,
  organ,
  type OrganCommand,
  type OrganEvent,
  type OrganState,
  type Sector,
} from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import { sectorLabels } from '@srd/domain/plan';
import { admit, EVERY_ORGAN, type Entry, type Facts, type Target } from '../desk';
import type { Evidence } from '../evidence';
import { refuse } from '../refusals';

/** An organ and its rules. Founding is the installation's act; a person can't found one over the network. */
export const organDesk: Entry<OrganState, OrganCommand, OrganEvent> = {
  decider: organ,
  stream: (id) => `organ-${id}`,
  target: (state, command, id) => (state || command.type === 'FoundOrgan' ? { organ: id } : undefined),
};

/** Whose a library is: of the line section that looks after its sector (R1, R2). */
export async function sectorTarget(evidence: Evidence, id: Id, sector: Sector): Promise<Target> {
  const owner = await evidence.glance(organ, `organ-${id}`);
  return { organ: id, section: (owner && lineSectionOf(owner, sector)) ?? null };
}

/** Each line section looks after its own sectors and no other's (R1, R2). @throws Refusal SECTION_NOT_FOR_SECTOR */
export async function demandSection(evidence: Evidence, id: Id, section: Id, asked: readonly Sector[]): Promise<void> {
  const owner = await evidence.glance(organ, `organ-${id}`);
  if (!owner) return;
  const named = owner.sections.find((each) => each.id === section);
  if (!named) return refuse('SECTION_NOT_FOR_SECTOR', `本机关没有“${section}”这一科室`);
  const other = asked.find((sector) => (lineSectionOf(owner, sector) ?? section) !== section);
  if (other !== undefined) {
    const whose = owner.sections.find((each) => each.id === lineSectionOf(owner, other))?.name ?? '';
    refuse('SECTION_NOT_FOR_SECTOR', `“${sectorLabels[other]}”由${whose}主管，不由${named.name}办理`, { section });
  }
}

/** The sectors that a command on the list touches, before and after it. */
function sectorsOf({ items }: CatalogueState, data: CatalogueAsked): readonly Sector[] {
  const touched = [...(data.items ?? []), ...(data.item === undefined ? [] : [data.item])];
  const listed = touched.flatMap((id) => items[id]?.versions.map(({ sector }) => sector) ?? []);
  return [...new Set([data.sector, data.changes?.sector, ...listed].filter((sector) => sector !== undefined))];
}

interface CatalogueAsked {
  readonly item?: Id;
  readonly items?: readonly Id[];
  readonly sector?: Sector;
  readonly changes?: { readonly sector?: Sector };
}

/** Whoever writes in the list does so for their own section's sectors (A一; R1, R2, R16). @throws Refusal OTHER_SECTION */
function ownSectors(command: string) {
  return async (data: CatalogueAsked, { id, state, evidence, who }: Facts<CatalogueState>) => {
    for (const sector of sectorsOf(state, data)) {
      const target = await sectorTarget(evidence, id, sector);
      if (who) admit(who, command, target);
    }
    return (command === 'EnterItem' ? { ...data, organ: id } : data) as never;
  };
}

/** The list of inspection items of an organ. */
export const catalogueDesk: Entry<CatalogueState, CatalogueCommand, CatalogueEvent> = {
  decider: catalogue,
  stream: (id) => `catalogue-${id}`,
  target: (_, __, id) => ({ organ: id }),
  prepare: {
    EnterItem: ownSectors('EnterItem'),
    ReviseItem: ownSectors('ReviseItem'),
    PublishItems: ownSectors('PublishItems'),
    WithdrawItem: ownSectors('WithdrawItem'),
  },
};

/** The one stream of the state calendar, for all organs. */
export const CALENDAR = 'calendar';

/** The state's working-day calendar: entered from the notice of the year, for every organ of the installation. */
export const calendarDesk: Entry<CalendarState, CalendarCommand, CalendarEvent> = {
  decider: calendar,
  stream: () => CALENDAR,
  target: () => ({ organ: EVERY_ORGAN }),
};
