import { account, mayCommand, rolesAt } from '@srd/domain/account';
import { inspectors, type InspectorsCommand, type InspectorsEvent, type InspectorsState } from '@srd/domain/inspectors';
import { sectors, type Sector } from '@srd/domain/organ';
import { normalizeUscc, roster, type RosterCommand, type RosterEvent, type RosterState } from '@srd/domain/roster';
import type { Id } from '@srd/kernel';
import { institutions, type InstitutionRow } from '@srd/views';
import type { Entry, Facts } from '../desk';
import { refuse } from '../refusals';
import { accountStream } from './accounts';
import { sectorTarget } from './organs';

/** `<organ>.<sector>`: the id under which a roster is addressed. */
export function rosterId(organ: string, sector: string): string {
  return `${organ}.${sector}`;
}

/** Stream of the roster of a sector under an organ. */
export function rosterStream(organ: string, sector: string): string {
  return `roster-${organ}-${sector}`;
}

/** Organ and sector of a roster's id. @throws Refusal UNKNOWN_SUBJECT */
export function partsOf(id: string): { readonly organ: Id; readonly sector: Sector } {
  const at = id.lastIndexOf('.');
  const sector = sectors.find((known) => known === id.slice(at + 1));
  return sector && at > 0 ? { organ: id.slice(0, at), sector } : refuse('UNKNOWN_SUBJECT');
}

/** The stream of another roster that holds this code, unless the institution has moved out of it (one institution, one entry). */
function elsewhere(code: string | undefined, { id, stores }: Facts<RosterState>): string | null {
  if (code === undefined) return null;
  const here = partsOf(id);
  const { rows } = stores.views.list(institutions.name, {
    where: { uscc: normalizeUscc(code), removed: 0 },
    limit: 50,
  });
  const other = rows
    .map(({ row }) => row as InstitutionRow)
    .find((row) => (row.organ !== here.organ || row.sector !== here.sector) && row.status !== 'moved-out');
  return other ? rosterStream(other.organ, other.sector) : null;
}

/** The object rosters: one of each sector under an organ. */
export const rosterDesk: Entry<RosterState, RosterCommand, RosterEvent> = {
  decider: roster,
  stream: (id) => {
    const { organ, sector } = partsOf(id);
    return rosterStream(organ, sector);
  },
  target: (_, __, id, evidence) => {
    const { organ, sector } = partsOf(id);
    return sectorTarget(evidence, organ, sector);
  },
  prepare: {
    RegisterInstitution: (data: { particulars: { uscc: string } }, facts) => {
      const { organ, sector } = partsOf(facts.id);
      return { ...data, organ, sector, elsewhere: elsewhere(data.particulars.uscc, facts) } as never;
    },
    ReviseInstitution: (data: { changes: { uscc?: string } }, facts) =>
      ({ ...data, elsewhere: elsewhere(data.changes.uscc, facts) }) as never,
  },
};

/** The roster of inspectors of an organ. */
export const inspectorsDesk: Entry<InspectorsState, InspectorsCommand, InspectorsEvent> = {
  decider: inspectors,
  stream: (organ) => `inspectors-${organ}`,
  target: (_, __, organ) => ({ organ }),
  prepare: {
    EnrolInspector: (data: object, { id }) => ({ ...data, organ: id }) as never,
    DeclareInterest: ownStatement as never,
    StateYearlyInterests: ownStatement as never,
    WaiveRotation: (data: object, { who }) => ({ ...data, asPerson: who?.person ?? null }) as never,
    // Who consented for the borrower is an account of the borrower's: its record says so, not the lender's form (trap 5).
    LendInspector: async (data: { borrowerConsent: { by: string } }, { evidence, context }) => {
      const consenting = await evidence.of(account, accountStream(data.borrowerConsent.by));
      const mayConsent = rolesAt(consenting, context.at).some(({ role }) =>
        mayCommand['LendInspector']?.includes(role),
      );
      return { ...data, consentOrgan: mayConsent ? consenting?.organ : '' } as never;
    },
  },
};

/** An inspector declares for themselves; for others the section does, or the partner's officer. */
function ownStatement(data: { person: string }, { who }: Facts<InspectorsState>): object {
  const foreign = who !== undefined && data.person !== who.person;
  if (foreign && who.grants.every(({ role }) => role === 'inspector')) refuse('OTHER_PERSON');
  return data;
}
