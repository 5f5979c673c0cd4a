import { catalogue } from '@srd/domain/catalogue';
import { organ, sectors, type Sector } from '@srd/domain/organ';
import { plan } from '@srd/domain/plan';
import { dutiesOf, report, type Duty } from '@srd/domain/report';
import { roster, type RosterState } from '@srd/domain/roster';
import type { Id } from '@srd/kernel';
import type { CommandRunner } from '@srd/runtime';
import { organs, type OrganRow } from '@srd/views';
import { planStream } from '../desks/ids';
import { rosterStream } from '../desks/rosters';
import { Evidence } from '../evidence';
import type { Stores } from '../ports';

/** Id of an organ's year, that of its plan too. */
export function yearId(organOf: Id, year: number): Id {
  return `${organOf}-${year}`;
}

/** Stream of an organ's year. */
export function yearStream(id: Id): string {
  return `report-${id}`;
}

/** The organs right below one. */
export function countiesOf({ views }: Pick<Stores, 'views'>, superior: Id): readonly OrganRow[] {
  return views.list(organs.name, { where: { superior }, limit: 10_000 }).rows.map(({ row }) => row as OrganRow);
}

/** The duties of an organ's year as they stand now; none for an organ that doesn't exist. */
export async function yearDuties(evidence: Evidence, of: Id, year: number): Promise<readonly Duty[]> {
  const owner = await evidence.of(organ, `organ-${of}`);
  if (!owner) return [];
  const rosters: Partial<Record<Sector, RosterState>> = {};
  for (const sector of sectors) rosters[sector] = await evidence.of(roster, rosterStream(of, sector));
  return dutiesOf({
    organ: owner,
    year,
    rosters,
    catalogue: await evidence.of(catalogue, `catalogue-${of}`),
    plan: await evidence.of(plan, planStream(yearId(of, year))),
    report: await evidence.of(report, yearStream(yearId(of, year))),
  });
}

/** Years in which an organ can owe something: from its founding to this one. */
export async function yearsOf(runner: CommandRunner, of: Id, today: string): Promise<readonly number[]> {
  const { state } = await runner.load(organ, `organ-${of}`);
  const first = Number(state?.versions[0]?.revisedAt.slice(0, 4) ?? Number.NaN);
  const years: number[] = [];
  for (let year = first; year <= Number(today.slice(0, 4)); year++) years.push(year);
  return years;
}
