import { sectorOf } from '@srd/domain/plan';
import { inspectionCase, noCertificate, type InspectedObject, type TeamMember } from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import { institutionsOf, practitionerOf, practitioners } from '@srd/domain/practitioners';
import { institutionOf, roster } from '@srd/domain/roster';
import { latest, objectsInForce, selectionWith, type Attempt, type SelectionEvent } from '@srd/domain/selection';
import { dayOf, textAt, type Day, type Hash, type Id, type RecordedEvent } from '@srd/kernel';
import type { Team } from '@srd/proof/draw';
import type { Reaction } from '@srd/runtime';
import { CommandSelection } from '../aggregates';
import { memberFor } from '../desks/inspector-pool';
import { rosterStream } from '../desks/rosters';
import { caseId, isOfPractitioners, selectionStream, seriesOfCase, taskOfSeries } from '../desks/ids';
import { practitionersStream } from '../desks/practitioners';
import type { Evidence } from '../evidence';
import type { Cause, Follow } from './follow';
import { openCases } from './opening';

const seriesOf = ({ stream }: RecordedEvent): Id => stream.slice('selection-'.length);

/** An institution as its roster has it. */
async function institutionIn(
  evidence: Evidence,
  organ: Id,
  sector: Sector,
  id: Id,
): Promise<InspectedObject | undefined> {
  const entry = institutionOf(await evidence.of(roster, rosterStream(organ, sector)), id);
  if (!entry) return undefined;
  const { name, registrationNumber, registeredPremises: premises } = entry.particulars;
  return { id, name, registrationNumber, premises, sector };
}

/** What is inspected: an institution, or a practitioner by person id, in the institution in which they practise (R19, C24). */
async function objectOf(
  evidence: Evidence,
  hash: Hash,
  { request, people }: Attempt,
  id: Id,
): Promise<InspectedObject | undefined> {
  if (request.protocol !== 'srd-draw/1') return undefined;
  const { organ } = request;
  const sector = sectorOf(request.candidates.find((each) => each.id === id)?.stratum ?? '');
  if (!isOfPractitioners(request.series)) return institutionIn(evidence, organ, sector, id);
  const person = people[id] ?? id;
  const entry = practitionerOf(await evidence.of(practitioners, practitionersStream(organ, sector)), person);
  const places = entry ? institutionsOf(entry) : [];
  // Who practises in two is inspected in the one that was drawn (C5).
  const drawn = latest(await evidence.of(selectionWith(hash), selectionStream(taskOfSeries(request.series))));
  const institution = places.find((place) => drawn && objectsInForce(drawn).includes(place)) ?? places[0];
  if (institution === undefined) return undefined;
  const place = await institutionIn(evidence, organ, sector, institution);
  return place && { ...place, id: person, institution };
}

/** The case takes its object: as the roster has it, with its place in the draw. */
async function takeObject(
  follow: Follow,
  cause: RecordedEvent,
  drawn: Attempt,
  taken: { readonly number: number; readonly object: Id; readonly rank: number },
  occurredOn: Day,
): Promise<void> {
  const { request, transcriptHash } = drawn;
  if (transcriptHash === null) return;
  const evidence = follow.evidence(cause);
  const institution = await objectOf(evidence, follow.stores.hash, drawn, taken.object);
  if (!institution) return;
  const data = { institution, draw: request.draw, transcriptHash, rank: taken.rank, occurredOn };
  const id = caseId(seriesOf(cause), taken.number);
  await follow.giveCase(cause, 'draw', id, { type: 'TakeDrawnObject', data }, evidence);
}

/** A member of a team as the registers of the case's seats have them on the day, those lent to it included (R21, R22, trap 5). */
async function memberOf(follow: Follow, evidence: Evidence, person: Id, caseOf: Id, day: Day): Promise<TeamMember> {
  const file = await evidence.of(inspectionCase, `case-${caseOf}`);
  if (file === null) return { inspector: person, organ: '', certificateValidUntil: noCertificate };
  return memberFor(evidence, follow.stores, file, person, day);
}

/** Every case of an object draw with its number. */
async function* filesOf(follow: Follow, series: Id) {
  for (let number = 1; ; number++) {
    const { state } = await follow.runner.load(inspectionCase, `case-${caseId(series, number)}`);
    if (state === null) return;
    yield { number, state };
  }
}

/** What a draw gives goes into the cases: objects in the order of the draw, teams, the reserve, a replaced inspector (R55, R56, R64). */
export function drawing(follow: Follow): Reaction {
  const selection = selectionWith(follow.stores.hash);
  const attemptOf = async (event: RecordedEvent): Promise<Attempt | undefined> =>
    latest((await follow.runner.load(selection, event.stream)).state);

  const giveObjects = async (event: RecordedEvent, selected: readonly Id[], on: Day): Promise<void> => {
    const drawn = await attemptOf(event);
    if (drawn?.request.protocol !== 'srd-draw/1') return;
    const { people } = drawn;
    const sectors = new Map(drawn.request.candidates.map(({ id, stratum }) => [id, sectorOf(stratum)]));
    const objects = selected.map((id) => people[id] ?? id);
    // A case that has its object from this draw counts as free, so that a repetition gives each object to the same case.
    const free: { number: number; sector: Sector }[] = [];
    for await (const { number, state } of filesOf(follow, seriesOf(event))) {
      const { object, opened } = state.context;
      const ours = object === null || objects.includes(object.id);
      if (state.value !== 'voided' && ours) free.push({ number, sector: opened.sector });
    }
    for (const [index, object] of selected.entries()) {
      const place = free.findIndex(({ sector }) => sector === sectors.get(object));
      const [taken] = place < 0 ? [] : free.splice(place, 1);
      if (!taken) continue;
      await takeObject(follow, event, drawn, { number: taken.number, object, rank: index + 1 }, on);
    }
  };

  const giveTeams = async (
    event: RecordedEvent,
    { draw, transcriptHash, teams }: { draw: string; transcriptHash: string; teams: readonly Team[] },
    on: Day,
  ): Promise<void> => {
    for (const team of teams) {
      const evidence = follow.evidence(event);
      const members = [];
      for (const person of team.inspectors)
        members.push(await memberOf(follow, evidence, person, team.case, dayOf(event.at)));
      const drawnTeam = { inspectors: members, draw, transcriptHash, occurredOn: on };
      await follow.giveCase(event, 'draw', team.case, { type: 'TakeDrawnTeam', data: drawnTeam }, evidence);
    }
  };

  /** A draw held elsewhere stands for both freeze and reveal; it was held on its own day (C23, R57). */
  const heldElsewhere = async (event: RecordedEvent): Promise<void> => {
    const { data } = event as unknown as Cause<SelectionEvent, 'LotRecorded' | 'PlatformDrawImported'>;
    const { kind, request, transcriptHash, selected, teams, occurredOn } = data;
    if (kind === 'objects') await giveObjects(event, selected, occurredOn);
    else await giveTeams(event, { draw: request.draw, transcriptHash, teams }, occurredOn);
  };

  return {
    name: 'objects-and-teams',
    on: {
      ObjectsDrawn: async (event) => {
        const { data } = event as unknown as Cause<SelectionEvent, 'ObjectsDrawn'>;
        await giveObjects(event, data.selected, dayOf(event.at));
      },
      InspectorsDrawn: async (event) => {
        const { data } = event as unknown as Cause<SelectionEvent, 'InspectorsDrawn'>;
        const { transcript, transcriptHash, teams } = data;
        await giveTeams(event, { draw: transcript.request.draw, transcriptHash, teams }, dayOf(event.at));
      },
      LotRecorded: heldElsewhere,
      PlatformDrawImported: heldElsewhere,
      ReserveCalled: async (event) => {
        const { data } = event as unknown as Cause<SelectionEvent, 'ReserveCalled'>;
        const drawn = await attemptOf(event);
        if (drawn?.request.protocol !== 'srd-draw/1') return;
        const series = seriesOf(event);
        const next = drawn.people[data.by] ?? data.by;
        for await (const { state } of filesOf(follow, series)) if (state.context.object?.id === next) return;
        const stratum = drawn.request.candidates.find(({ id }) => id === data.by)?.stratum ?? '';
        const { count, undrawn } = await follow.casesOf(series);
        const number = undrawn[0] ?? count + 1;
        if (number > count) {
          await openCases(follow, event, {
            plan: drawn.request.plan,
            task: taskOfSeries(series),
            series,
            sectors: [sectorOf(stratum)],
            from: number,
          });
        }
        const rank = objectsInForce(drawn).indexOf(data.by) + 1;
        await takeObject(follow, event, drawn, { number, object: data.by, rank }, dayOf(event.at));
      },
      InspectorReplaced: async (event) => {
        if (!event.stream.startsWith('selection-')) return;
        const { data } = event as unknown as Cause<SelectionEvent, 'InspectorReplaced'>;
        const drawn = await attemptOf(event);
        const evidence = follow.evidence(event);
        const replaced = {
          outgoing: data.fromPerson,
          incoming: await memberOf(follow, evidence, data.toPerson, data.case, dayOf(event.at)),
          reason: data.reason,
          draw: drawn?.request.draw ?? null,
          transcriptHash: drawn?.transcriptHash ?? null,
        };
        await follow.giveCase(event, 'draw', data.case, { type: 'ReplaceInspector', data: replaced }, evidence);
      },
    },
  };
}

/** Names that were held back become public when the last visit of those drawn with them is over (draw protocol, disclosure). */
export function disclosing(follow: Follow): Reaction {
  const selection = selectionWith(follow.stores.hash);
  return {
    name: 'disclosure',
    on: {
      VisitEnded: async (event) => {
        const { state: file } = await follow.runner.load(inspectionCase, event.stream);
        if (!file) return;
        const objects = seriesOfCase(event.stream.slice('case-'.length));
        const drawn = await follow.runner.load(selection, selectionStream(objects));
        if (latest(drawn.state)?.disclosure !== 'after-visits' || drawn.state.disclosed) return;
        for await (const { state } of filesOf(follow, objects)) {
          const visited = state.context.visits.some(({ endedOn }) => endedOn !== null);
          if (state.value !== 'voided' && !visited) return;
        }
        const data = { lastVisitOn: textAt(event.data, 'occurredOn') as Day, visitsOutstanding: 0 };
        for (const series of [objects, `${objects}:team`]) {
          const { state } = await follow.runner.load(selection, selectionStream(series));
          if (latest(state)?.phase !== 'revealed' || state.disclosed) continue;
          const disclose = { type: 'DiscloseDraw', data };
          await follow.give(event, 'disclosure', CommandSelection, series, disclose, follow.evidence(event));
        }
      },
    },
  };
}
