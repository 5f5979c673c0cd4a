import type { CommandBus } from '@nestjs/cqrs';
import { calendar } from '@srd/domain/calendar';
import { inspectionCase, type CaseCommand, type CaseOpened } from '@srd/domain/case';
import { catalogue, itemOf } from '@srd/domain/catalogue';
import { inspectorOf, inspectors } from '@srd/domain/inspectors';
import { currentRules, type Duty, type OrganRules, type Sector, type Sourced } from '@srd/domain/organ';
import { plan, type PlanEvent } from '@srd/domain/plan';
import { institutionOf, roster } from '@srd/domain/roster';
import { latest, objectsInForce, selectionWith, type SelectionEvent } from '@srd/domain/selection';
import type { StandingEvent } from '@srd/domain/standing';
import { dayOf, type Day, type Id, type RecordedEvent } from '@srd/kernel';
import type { CommandRunner, Reaction } from '@srd/runtime';
import { CommandCase, CommandSelection } from './aggregates';
import { CALENDAR } from './desks/organs';
import { organIn, planOf, planStream } from './desks/plans';
import { rosterStream } from './desks/rosters';
import { caseId, selectionStream, taskOfSeries } from './desks/selections';
import { standingId } from './desks/standings';
import { Evidence } from './evidence';
import type { Stores } from './ports';

type Of<E extends { type: string; data: unknown }, T extends E['type']> = RecordedEvent<
  T,
  Extract<E, { type: T }>['data']
>;

/** A duty as it binds on a day: later law isn't demanded of cases before it, unless the organ switched it on for itself. */
function inForce(duty: Sourced<Duty>, today: Day): Sourced<Duty> {
  return { ...duty, value: { ...duty.value, required: duty.value.required && duty.value.inForceFrom <= today } };
}

/** The organ's rule values that a case is opened with and keeps (trap 15). */
function pinned(rules: OrganRules, today: Day): CaseOpened['terms'] {
  const { teamSize, rotationMonths, publication, recordWithin, approveWithin, revisitWithin } = rules;
  const { channels, approval, notice, visitCode, afterCessation, listNames } = rules;
  return {
    teamSize,
    rotationMonths,
    publication,
    recordWithin,
    approveWithin,
    revisitWithin,
    channels,
    approval: inForce(approval, today),
    notice: inForce(notice, today),
    visitCode: inForce(visitCode, today),
    afterCessation,
    listNames,
  };
}

const SELF_INSPECTION = { direct: 'none', 'self-inspection-first': 'first', alongside: 'alongside' } as const;

/** What follows in the cases from what happens to plans, draws and lists: each command under a key derived from its cause. */
export function reactionsOn(bus: CommandBus, runner: CommandRunner, stores: Stores): readonly Reaction[] {
  const selection = selectionWith(stores.hash);

  async function ask(cause: RecordedEvent, name: string, id: Id, command: CaseCommand): Promise<void> {
    const asked = {
      correlation: cause.meta.correlation,
      causation: cause.id,
      key: `${name}:${cause.id}`,
      actor: `system:${name}`,
    };
    await bus.execute(new CommandCase(id, command, asked));
  }

  /** Opens cases of a task by number, from the plan's task, the organ's rules and the item list as they stand. */
  async function openCases(
    cause: RecordedEvent,
    planId: Id,
    task: Id,
    sectors: readonly Sector[],
    from: number,
  ): Promise<void> {
    const evidence = new Evidence(runner);
    const planState = await evidence.of(plan, planStream(planId));
    const content = planState.tasks[task]?.content;
    if (!content) return;
    const { organ: owner } = planOf(planId);
    const { rules, version } = currentRules(await organIn(evidence, owner));
    const items = await evidence.at(catalogue, `catalogue-${owner}`);
    const days = await evidence.at(calendar, CALENDAR);
    for (const [index, sector] of sectors.entries()) {
      const number = from + index;
      const departments = [owner, ...content.partners.map(({ organ }) => organ)];
      const data: CaseOpened = {
        procedure: rules.caseProcedure.value,
        organ: owner,
        plan: planId,
        task,
        section: content.section,
        sector,
        number: `${content.name}第${number}号`,
        purpose: 'random',
        method: content.method,
        window: { from: content.window.from, to: content.window.to },
        items: content.items.flatMap(({ id, revision }) => {
          const text = itemOf(items.state, id)?.versions[revision - 1];
          return text?.sector === sector ? [{ id, revision, name: text.name }] : [];
        }),
        inspectingBody: owner,
        departments: departments.map((organ, place) => ({ organ, seats: place === 0 ? rules.teamSize.value : 1 })),
        selfInspection: rules.caseProcedure.value === 'case/1' ? 'none' : SELF_INSPECTION[content.mode],
        terms: pinned(rules, dayOf(cause.at)),
        pins: {
          rulesRevision: version,
          catalogueRevision: Math.max(0, items.revision),
          calendarRevision: Math.max(0, days.revision),
        },
      };
      await ask(cause, 'plan', caseId(task, number), { type: 'OpenCase', data });
    }
  }

  /** How many cases of a task are open, and which aren't drawn yet. */
  async function casesOf(task: Id): Promise<{ count: number; undrawn: readonly number[] }> {
    const undrawn: number[] = [];
    for (let number = 1; ; number++) {
      const { state } = await runner.load(inspectionCase, `case-${caseId(task, number)}`);
      if (state === null) return { count: number - 1, undrawn };
      if (state.context.object === null && state.value !== 'voided') undrawn.push(number);
    }
  }

  async function drawObject(
    cause: RecordedEvent,
    number: number,
    institution: Id,
    rank: number,
    attempt: number,
  ): Promise<void> {
    const series = cause.stream.slice('selection-'.length);
    const { state } = await runner.load(selection, cause.stream);
    const drawn = state.attempts[attempt - 1];
    if (!drawn?.transcriptHash || drawn.request.protocol !== 'srd-draw/1') return;
    const stratum = drawn.request.candidates.find(({ id }) => id === institution)?.stratum ?? '';
    const sector = stratum.replace(/\.listed$/, '') as Sector;
    const { state: entries } = await runner.load(roster, rosterStream(drawn.request.organ, sector));
    const entry = institutionOf(entries, institution);
    if (!entry) return;
    const { name, registrationNumber, registeredPremises: premises } = entry.particulars;
    await ask(cause, 'draw', caseId(series, number), {
      type: 'TakeDrawnObject',
      data: {
        institution: { id: institution, name, registrationNumber, premises, sector },
        draw: drawn.request.draw,
        transcriptHash: drawn.transcriptHash,
        rank,
        occurredOn: dayOf(cause.at),
      },
    });
  }

  async function memberOf(person: Id, organs: readonly Id[]) {
    for (const organ of organs) {
      const { state } = await runner.load(inspectors, `inspectors-${organ}`);
      const last = inspectorOf(state, person)
        ?.certificates.map(({ validUntil }) => validUntil)
        .sort()
        .at(-1);
      if (last !== undefined) return { inspector: person, organ, certificateValidUntil: last };
    }
    return { inspector: person, organ: organs[0] as Id, certificateValidUntil: '0001-01-01' as Day };
  }

  async function organsOf(id: Id): Promise<readonly Id[]> {
    const { state } = await runner.load(inspectionCase, `case-${id}`);
    return state?.context.opened.departments.map(({ organ }) => organ) ?? [];
  }

  const opening: Reaction = {
    name: 'cases-of-a-task',
    on: {
      TaskAllotted: async (event) => {
        const { data } = event as unknown as Of<PlanEvent, 'TaskAllotted'>;
        const sectors = data.quotas.flatMap(({ sector, size }) => Array<Sector>(size).fill(sector));
        await openCases(event, event.stream.slice('plan-'.length), data.task, sectors, 1);
      },
      // The pool of the freeze may be another than that of the allotment: numbers are added, or those not needed voided.
      DrawFrozen: async (event) => {
        const { data } = event as unknown as Of<SelectionEvent, 'DrawFrozen'>;
        if (data.request.protocol !== 'srd-draw/1') return;
        const sectors = data.request.quotas.flatMap(({ stratum, size }) =>
          Array<Sector>(size).fill(stratum.replace(/\.listed$/, '') as Sector),
        );
        const { count, undrawn } = await casesOf(data.series);
        const spare = undrawn.slice(sectors.length);
        await openCases(event, data.request.plan, data.series, sectors.slice(undrawn.length), count + 1);
        for (const number of spare) {
          const reason = '冻结名录当日按规则应抽数量减少，本号不再需要';
          // Whoever froze the draw asks, the system only carries it out: nobody ends a case at their own request.
          const data = { reason, requestedBy: event.actor };
          await ask(event, 'plan', caseId(event.stream.slice('selection-'.length), number), { type: 'VoidCase', data });
        }
      },
    },
  };

  const drawing: Reaction = {
    name: 'objects-and-teams',
    on: {
      ObjectsDrawn: async (event) => {
        const { data } = event as unknown as Of<SelectionEvent, 'ObjectsDrawn'>;
        const { undrawn } = await casesOf(event.stream.slice('selection-'.length));
        for (const [index, institution] of data.selected.entries()) {
          await drawObject(event, undrawn[index] ?? index + 1, institution, index + 1, data.attempt);
        }
      },
      InspectorsDrawn: async (event) => {
        const { data } = event as unknown as Of<SelectionEvent, 'InspectorsDrawn'>;
        for (const team of data.teams) {
          const organs = await organsOf(team.case);
          const members = [];
          for (const person of team.inspectors) members.push(await memberOf(person, organs));
          await ask(event, 'draw', team.case, {
            type: 'TakeDrawnTeam',
            data: {
              inspectors: members,
              draw: data.transcript.request.draw,
              transcriptHash: data.transcriptHash,
              occurredOn: dayOf(event.at),
            },
          });
        }
      },
      ReserveCalled: async (event) => {
        const { data } = event as unknown as Of<SelectionEvent, 'ReserveCalled'>;
        const task = taskOfSeries(event.stream.slice('selection-'.length));
        const { state } = await runner.load(selection, event.stream);
        const attempt = latest(state);
        if (attempt?.request.protocol !== 'srd-draw/1') return;
        const stratum = attempt.request.candidates.find(({ id }) => id === data.by)?.stratum ?? '';
        const { count } = await casesOf(task);
        const sector = stratum.replace(/\.listed$/, '') as Sector;
        await openCases(event, attempt.request.plan, task, [sector], count + 1);
        const rank = objectsInForce(attempt).indexOf(data.by) + 1;
        await drawObject(event, count + 1, data.by, rank, data.attempt);
      },
      InspectorReplaced: async (event) => {
        if (!event.stream.startsWith('selection-')) return;
        const { data } = event as unknown as Of<SelectionEvent, 'InspectorReplaced'>;
        const { state } = await runner.load(selection, event.stream);
        const attempt = latest(state);
        await ask(event, 'draw', data.case, {
          type: 'ReplaceInspector',
          data: {
            outgoing: data.fromPerson,
            incoming: await memberOf(data.toPerson, await organsOf(data.case)),
            reason: data.reason,
            draw: attempt?.request.draw ?? null,
            transcriptHash: attempt?.transcriptHash ?? null,
          },
        });
      },
      // Names that were held back become public when the last of the task's visits is over.
      VisitEnded: async (event) => {
        const { state: file } = await runner.load(inspectionCase, event.stream);
        const task = file?.context.opened.task;
        if (task === undefined) return;
        const drawn = await runner.load(selection, selectionStream(task));
        if (latest(drawn.state)?.disclosure !== 'after-visits' || drawn.state.disclosed) return;
        let outstanding = 0;
        for (let number = 1; ; number++) {
          const { state } = await runner.load(inspectionCase, `case-${caseId(task, number)}`);
          if (state === null) break;
          if (state.value !== 'voided' && !state.context.visits.some(({ endedOn }) => endedOn !== null)) outstanding++;
        }
        if (outstanding > 0) return;
        const lastVisitOn = String(event.data['occurredOn']) as Day;
        for (const series of [task, `${task}:team`]) {
          const { state } = await runner.load(selection, selectionStream(series));
          if (latest(state)?.phase !== 'revealed' || state.disclosed) continue;
          const asked = {
            correlation: event.meta.correlation,
            causation: event.id,
            key: `disclosure:${event.id}`,
            actor: 'system:disclosure',
          };
          const command = { type: 'DiscloseDraw', data: { lastVisitOn, visitsOutstanding: 0 } };
          await bus.execute(new CommandSelection(series, command, asked));
        }
      },
    },
  };

  /** The case notes what its institution's standing with a list has come to. */
  async function note(
    event: RecordedEvent,
    make: (on: { disposition: Id; finding: Id; standing: Id; occurredOn: Day }) => CaseCommand,
  ) {
    if (!event.stream.startsWith('standing-')) return;
    const { case: id, disposition } = event.data as { case: Id; disposition: Id };
    const { state } = await runner.load(inspectionCase, `case-${id}`);
    if (state === null) return;
    const { dispositions, findings } = state.context;
    const known = dispositions.find((one) => one.disposition === disposition);
    const taken = new Set(dispositions.map((one) => one.finding));
    const finding =
      known?.finding ?? findings.find((one) => one.resultClass === 'unreachable' && !taken.has(one.finding))?.finding;
    const [, object = '', list = ''] = /^standing-(.+)-(abnormal|credit)$/.exec(event.stream) ?? [];
    const occurredOn = dayOf(event.at);
    await ask(
      event,
      'standing',
      id,
      make({ disposition, finding: finding ?? '', standing: standingId(object, list), occurredOn }),
    );
  }

  const listing: Reaction = {
    name: 'listings',
    on: {
      ListingProposed: (event) => {
        const { data } = event as unknown as Of<StandingEvent, 'ListingProposed'>;
        const { list, ground, reason } = data;
        return note(event, (on) => ({ type: 'NoteListingProposal', data: { ...on, list, ground, reason } }));
      },
      ListingConfirmed: (event) =>
        note(event, (on) => ({
          type: 'NoteListingConfirmed',
          data: { ...on, documentNumber: `${event.stream}@${event.revision}` },
        })),
      ListingDeclined: (event) =>
        note(event, (on) => ({ type: 'NoteListingDeclined', data: { ...on, reason: String(event.data['reason']) } })),
      ListingWithdrawn: (event) =>
        note(event, (on) => ({ type: 'NoteListingWithdrawn', data: { ...on, reason: String(event.data['reason']) } })),
    },
  };

  return [opening, drawing, listing];
}
