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
import { EVERY_ORGAN, type Entry, type Target } from '../desk';
import type { Evidence } from '../evidence';

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

/** The list of inspection items of an organ. */
export const catalogueDesk: Entry<CatalogueState, CatalogueCommand, CatalogueEvent> = {
  decider: catalogue,
  stream: (id) => `catalogue-${id}`,
  target: (_, __, id) => ({ organ: id }),
  prepare: { EnterItem: (data: object, { id }) => ({ ...data, organ: id }) as never },
};

/** The one stream of the state calendar, for all organs. */
export const CALENDAR = 'calendar';

/** The state's working-day calendar: entered from the notice of the year, for every organ of the installation. */
export const calendarDesk: Entry<CalendarState, CalendarCommand, CalendarEvent> = {
  decider: calendar,
  stream: () => CALENDAR,
  target: () => ({ organ: EVERY_ORGAN }),
};
