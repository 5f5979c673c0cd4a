import { inspectionCase } from '@srd/domain/case';
import { inspectorOf, inspectors } from '@srd/domain/inspectors';
import { institutionOf, roster } from '@srd/domain/roster';
import { latest, objectsInForce, selectionWith, type Attempt, type SelectionEvent } from '@srd/domain/selection';
import { dayOf, type Day, type Id, type RecordedEvent } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { CommandSelection } from '../aggregates';
import { rosterStream } from '../desks/rosters';
import { caseId, selectionStream, taskOfSeries } from '../desks/selections';
import type { Evidence } from '../evidence';
import type { Cause, Follow } from './follow';
import { openCases, sectorOf } from './opening';

/** Stands for a certificate that there isn't. */
const NEVER = '0001-01-01' as Day;

const seriesOf = ({ stream }: RecordedEvent): Id => stream.slice('selection-'.length);

/** The case takes its object: as the roster has it, with its place in the draw. */
async function takeObject(
  follow: Follow,
  cause: RecordedEvent,
  drawn: Attempt,
  taken: { readonly number: number; readonly institution: Id; readonly rank: number },
): Promise<void> {
  const { request, transcriptHash } = drawn;
  if (transcriptHash === null || request.protocol !== 'srd-draw/1') return;
  const sector = sectorOf(request.candidates.find(({ id }) => id === taken.institution)?.stratum ?? '');
  const evidence = follow.evidence(cause);
  const entry = institutionOf(await evidence.of(roster, rosterStream(request.organ, sector)), taken.institution);
  if (!entry) return;
  const { name, registrationNumber, registeredPremises: premises } = entry.particulars;
  const institution = { id: taken.institution, name, registrationNumber, premises, sector };
  const data = { institution, draw: request.draw, transcriptHash, rank: taken.rank, occurredOn: dayOf(cause.at) };
  const id = caseId(taskOfSeries(seriesOf(cause)), taken.number);
  await follow.giveCase(cause, 'draw', id, { type: 'TakeDrawnObject', data }, evidence);
}

/** A member of a team with the certificate that lasts longest, from the roster of one of the case's departments. */
async function memberOf(evidence: Evidence, person: Id, caseOf: Id) {
  const file = await evidence.of(inspectionCase, `case-${caseOf}`);
  const organs = file?.context.opened.departments.map(({ organ }) => organ) ?? [];
  for (const organ of organs) {
    const certificates = inspectorOf(await evidence.of(inspectors, `inspectors-${organ}`), person)?.certificates ?? [];
    const last = certificates
      .map(({ validUntil }) => validUntil)
      .toSorted()
      .at(-1);
    if (last !== undefined) return { inspector: person, organ, certificateValidUntil: last };
  }
  return { inspector: person, organ: organs[0] ?? '', certificateValidUntil: NEVER };
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

  return {
    name: 'objects-and-teams',
    on: {
      ObjectsDrawn: async (event) => {
        const { data } = event as unknown as Cause<SelectionEvent, 'ObjectsDrawn'>;
        const drawn = await attemptOf(event);
        if (!drawn) return;
        // A case that has its object from this draw counts as free, so that a repetition gives each object to the same case.
        const free: number[] = [];
        for await (const { number, state } of filesOf(follow, seriesOf(event))) {
          const { object } = state.context;
          if (state.value !== 'voided' && (object === null || data.selected.includes(object.id))) free.push(number);
        }
        for (const [index, institution] of data.selected.entries()) {
          const number = free[index];
          if (number !== undefined) await takeObject(follow, event, drawn, { number, institution, rank: index + 1 });
        }
      },
      InspectorsDrawn: async (event) => {
        const { data } = event as unknown as Cause<SelectionEvent, 'InspectorsDrawn'>;
        const { transcript, transcriptHash } = data;
        for (const team of data.teams) {
          const evidence = follow.evidence(event);
          const members = [];
          for (const person of team.inspectors) members.push(await memberOf(evidence, person, team.case));
          const drawnTeam = {
            inspectors: members,
            draw: transcript.request.draw,
            transcriptHash,
            occurredOn: dayOf(event.at),
          };
          await follow.giveCase(event, 'draw', team.case, { type: 'TakeDrawnTeam', data: drawnTeam }, evidence);
        }
      },
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
        await takeObject(follow, event, drawn, { number, institution: data.by, rank });
      },
      InspectorReplaced: async (event) => {
        if (!event.stream.startsWith('selection-')) return;
        const { data } = event as unknown as Cause<SelectionEvent, 'InspectorReplaced'>;
        const drawn = await attemptOf(event);
        const evidence = follow.evidence(event);
        const replaced = {
          outgoing: data.fromPerson,
          incoming: await memberOf(evidence, data.toPerson, data.case),
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
        const data = { lastVisitOn: String(event.data['occurredOn']) as Day, visitsOutstanding: 0 };
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
