import { inspectionCase, noCertificate, type TeamMember } from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import { institutionOf, roster } from '@srd/domain/roster';
import { latest, objectsInForce, selectionWith, type Attempt, type SelectionEvent } from '@srd/domain/selection';
import { dayOf, textAt, type Day, type Id, type RecordedEvent } from '@srd/kernel';
import type { Team } from '@srd/proof/draw';
import type { Reaction } from '@srd/runtime';
import { CommandSelection } from '../aggregates';
import { memberFor } from '../desks/inspector-pool';
import { rosterStream } from '../desks/rosters';
import { caseId, selectionStream, taskOfSeries } from '../desks/selections';
import type { Evidence } from '../evidence';
import type { Cause, Follow } from './follow';
import { openCases, sectorOf } from './opening';

const seriesOf = ({ stream }: RecordedEvent): Id => stream.slice('selection-'.length);

/** The case takes its object: as the roster has it, with its place in the draw. */
async function takeObject(
  follow: Follow,
  cause: RecordedEvent,
  drawn: Attempt,
  taken: { readonly number: number; readonly institution: Id; readonly rank: number },
  occurredOn: Day,
): Promise<void> {
  const { request, transcriptHash } = drawn;
  if (transcriptHash === null || request.protocol !== 'srd-draw/1') return;
  const sector = sectorOf(request.candidates.find(({ id }) => id === taken.institution)?.stratum ?? '');
  const evidence = follow.evidence(cause);
  const entry = institutionOf(await evidence.of(roster, rosterStream(request.organ, sector)), taken.institution);
  if (!entry) return;
  const { name, registrationNumber, registeredPremises: premises } = entry.particulars;
  const institution = { id: taken.institution, name, registrationNumber, premises, sector };
  const data = { institution, draw: request.draw, transcriptHash, rank: taken.rank, occurredOn };
  const id = caseId(taskOfSeries(seriesOf(cause)), taken.number);
  await follow.giveCase(cause, 'draw', id, { type: 'TakeDrawnObject', data }, evidence);
}

/** A member of a team as the registers of the case's seats have them on the day, those lent to it included (R21, R22, trap 5). */
async function memberOf(follow: Follow, evidence: Evidence, person: Id, caseOf: Id, day: Day): Promise<TeamMember> {
  const file = await evidence.of(inspectionCase, `case-${caseOf}`);
  if (file === null) return { inspector: person, organ: '', certificateValidUntil: noCertificate };
  return memberFor(evidence, follow.stores, file, person, day);
}

/** Every case of the task with a number, or the number where the list ends. */
async function* filesOf(follow: Follow, task: Id) {
  for (let number = 1; ; number++) {
    const { state } = await follow.runner.load(inspectionCase, `case-${caseId(task, number)}`);
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
    const sectors = new Map(drawn.request.candidates.map(({ id, stratum }) => [id, sectorOf(stratum)]));
    // A case that has its object from this draw counts as free, so that a repetition gives each object to the same case.
    const free: { number: number; sector: Sector }[] = [];
    for await (const { number, state } of filesOf(follow, seriesOf(event))) {
      const { object, opened } = state.context;
      const ours = object === null || selected.includes(object.id);
      if (state.value !== 'voided' && ours) free.push({ number, sector: opened.sector });
    }
    for (const [index, institution] of selected.entries()) {
      const place = free.findIndex(({ sector }) => sector === sectors.get(institution));
      const [taken] = place < 0 ? [] : free.splice(place, 1);
      if (!taken) continue;
      await takeObject(follow, event, drawn, { number: taken.number, institution, rank: index + 1 }, on);
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
        const task = taskOfSeries(seriesOf(event));
        for await (const { state } of filesOf(follow, task)) if (state.context.object?.id === data.by) return;
        const stratum = drawn.request.candidates.find(({ id }) => id === data.by)?.stratum ?? '';
        const { count, undrawn } = await follow.casesOf(task);
        const number = undrawn[0] ?? count + 1;
        if (number > count) {
          await openCases(follow, event, {
            plan: drawn.request.plan,
            task,
            sectors: [sectorOf(stratum)],
            from: number,
          });
        }
        const rank = objectsInForce(drawn).indexOf(data.by) + 1;
        await takeObject(follow, event, drawn, { number, institution: data.by, rank }, dayOf(event.at));
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

/** Names that were held back become public when the last of the task's visits is over (draw protocol, disclosure). */
export function disclosing(follow: Follow): Reaction {
  const selection = selectionWith(follow.stores.hash);
  return {
    name: 'disclosure',
    on: {
      VisitEnded: async (event) => {
        const { state: file } = await follow.runner.load(inspectionCase, event.stream);
        const task = file?.context.opened.task;
        if (task === undefined) return;
        const drawn = await follow.runner.load(selection, selectionStream(task));
        if (latest(drawn.state)?.disclosure !== 'after-visits' || drawn.state.disclosed) return;
        for await (const { state } of filesOf(follow, task)) {
          const visited = state.context.visits.some(({ endedOn }) => endedOn !== null);
          if (state.value !== 'voided' && !visited) return;
        }
        const data = { lastVisitOn: textAt(event.data, 'occurredOn') as Day, visitsOutstanding: 0 };
        for (const series of [task, `${task}:team`]) {
          const { state } = await follow.runner.load(selection, selectionStream(series));
          if (latest(state)?.phase !== 'revealed' || state.disclosed) continue;
          const disclose = { type: 'DiscloseDraw', data };
          await follow.give(event, 'disclosure', CommandSelection, series, disclose, follow.evidence(event));
        }
      },
    },
  };
}
