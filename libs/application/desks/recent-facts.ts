import type { InspectorsEvent } from '@srd/domain/inspectors';
import type { Sector } from '@srd/domain/organ';
import { institutionOf, roster, type RosterEvent } from '@srd/domain/roster';
import { selectionWith, type PoolData, type RosterChange } from '@srd/domain/selection';
import type { Id, Instant, RecordedEvent } from '@srd/kernel';
import type { DrawRequest, TeamRequest } from '@srd/proof/draw';
import { draws, type DrawRow } from '@srd/views';
import { selectionStream } from './ids';
import type { Sources } from './object-facts';
import { rosterStream } from './rosters';

const DAY = 86_400_000;
const PAGE = 100;
const FREEZES = 50;

type Change = RosterChange['change'];

/** An inspection that is told later can end an object's turn in a cycle as a revision can. */
const rosterChanges: Readonly<Partial<Record<RosterEvent['type'], Change>>> = {
  InstitutionRegistered: 'registered',
  InstitutionRevised: 'revised',
  InstitutionStatusChanged: 'status-changed',
  FaultWaived: 'fault-waived',
  RemovalProposed: 'removal-proposed',
  RemovalConfirmed: 'removed',
  PriorInspectionImported: 'revised',
};

const libraryChanges: Readonly<Partial<Record<InspectorsEvent['type'], Change>>> = {
  InspectorEnrolled: 'registered',
  CertificateRenewed: 'revised',
  InspectorReassigned: 'revised',
  InspectorWithdrawn: 'removed',
  AbsenceRecorded: 'status-changed',
  AbsenceWithdrawn: 'status-changed',
  InterestDeclared: 'status-changed',
  InterestWithdrawn: 'status-changed',
};

/** The events of a stream in the day before an instant, newest first. */
async function lastDay({ stores }: Sources, stream: string, at: Instant): Promise<readonly RecordedEvent[]> {
  const since = new Date(Date.parse(at) - DAY).toISOString();
  const recent: RecordedEvent[] = [];
  for (let from: number | undefined; from === undefined || from >= 0;) {
    const page = await stores.log.read(stream, {
      direction: 'backwards',
      limit: PAGE,
      ...(from !== undefined && { from }),
    });
    recent.push(...page.filter((event) => event.at > since));
    const oldest = page.at(-1);
    if (!oldest || oldest.at <= since || page.length < PAGE) return recent;
    from = oldest.revision - 1;
  }
  return recent;
}

/** What was changed in the rosters of these sectors in the day before a freeze (T1). */
export async function recentRosterChanges(
  sources: Sources,
  organ: Id,
  sectors: readonly Sector[],
  at: Instant,
): Promise<readonly RosterChange[]> {
  const changes: RosterChange[] = [];
  for (const sector of sectors) {
    const stream = rosterStream(organ, sector);
    const state = await sources.evidence.of(roster, stream);
    for (const event of await lastDay(sources, stream, at)) {
      const change = rosterChanges[event.type as RosterEvent['type']];
      const id = event.data['institution'] as Id;
      const name = institutionOf(state, id)?.particulars.name;
      if (change && name !== undefined) changes.push({ id, name, change, at: event.at, by: event.actor });
    }
  }
  return changes;
}

/** The same for the inspectors' libraries, under the ids and labels of the draw: nobody is named (T1, C24). */
export async function recentLibraryChanges(
  sources: Sources,
  organs: readonly Id[],
  { request, people }: { readonly request: TeamRequest; readonly people: Readonly<Record<Id, Id>> },
  at: Instant,
): Promise<readonly RosterChange[]> {
  const drawn = new Map(request.inspectors.map(({ id, name }) => [people[id], { id, name }]));
  const changes: RosterChange[] = [];
  for (const organ of organs) {
    for (const event of await lastDay(sources, `inspectors-${organ}`, at)) {
      const change = libraryChanges[event.type as InspectorsEvent['type']];
      const who = drawn.get(event.data['person'] as Id);
      if (change && who) changes.push({ ...who, change, at: event.at, by: event.actor });
    }
  }
  return changes;
}

/**
 * The organ's last object draw from the same sectors, for a first attempt to be compared with (T1). Team draws have none: their cases
 * are others each time, and the objects in them may still be held back (trap 10).
 */
export async function lastFreeze(
  { evidence, stores }: Sources,
  organ: Id,
  series: Id,
  sectors: readonly Sector[],
): Promise<PoolData<DrawRequest>['lastFreeze']> {
  const { rows } = stores.views.list(draws.name, {
    where: { kind: 'objects' },
    organs: [organ],
    order: { column: 'frozenAt', descending: true },
    limit: FREEZES,
  });
  const same = [...sectors].sort().join();
  const last = rows
    .map(({ row }) => row as DrawRow)
    .find((row) => row.series !== series && [...row.sectors].sort().join() === same);
  if (!last) return undefined;
  const { attempts } = await evidence.of(selectionWith(stores.hash), selectionStream(last.series));
  const attempt = attempts.find((each) => each.attempt === last.attempt);
  return attempt && { series: last.series, request: attempt.request, people: attempt.people };
}
