import {
  deadlines,
  evolveFlat,
  flagsOf,
  ledgerOf,
  stage,
  type CaseEvent,
  type CaseEventType,
  type CaseFact,
  type CaseFlag,
  type Deadline,
  type OpenCase,
  caseEventTypes,
} from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import { marksAfter, yearOf, type CaseMark } from '@srd/domain/report';
import type { RecordedEvent, View } from '@srd/kernel';
import { publishedSince, type PublishedVersion } from './publications';

/** A card on the board, with the folded case behind it. */
export interface CaseRow {
  readonly case: string;
  readonly organ: string;
  readonly plan: string;
  readonly task: string;
  readonly section: string;
  readonly sector: Sector;
  readonly number: string;
  readonly purpose: 'random' | 'for-cause';
  readonly joint: boolean;
  readonly procedure: string;
  readonly object: string | null;
  readonly name: string | null;
  readonly team: readonly string[];
  readonly stage: string;
  readonly stageLabel: string;
  /** When the case came to its stage. */
  readonly stageSince: string;
  readonly openedAt: string;
  readonly deadlines: readonly Deadline[];
  /** What somebody outside the case has to look at. */
  readonly flags: readonly CaseFlag[];
  readonly lastVisitOn: string | null;
  /** What has been published of it, on all channels that its rule names: the latest version; null before. */
  readonly published: PublishedVersion | null;
  /** All of them, oldest first. */
  readonly publications: readonly PublishedVersion[];
  /** What has happened in it as far as it is counted, each with its day and when it became known. */
  readonly marks: readonly CaseMark[];
  readonly revision: number;
  readonly state: OpenCase;
}

function rowOf(before: CaseRow | undefined, event: RecordedEvent): CaseRow | undefined {
  // Lists have events of the same names: a listing's end is told in both streams.
  if (!event.stream.startsWith('case-')) return undefined;
  const { type, data, actor, at } = event as unknown as RecordedEvent<CaseEventType, CaseEvent['data']>;
  const state = evolveFlat(before?.state ?? null, { type, data, actor, at } as CaseFact);
  const { opened, object, team, visits } = state.context;
  const { code, label } = stage(state);
  const publications = publishedSince(before?.publications ?? [], state, at);
  return {
    case: event.stream.slice('case-'.length),
    organ: opened.organ,
    plan: opened.plan,
    task: opened.task,
    section: opened.section,
    sector: opened.sector,
    number: opened.number,
    purpose: opened.purpose,
    joint: opened.departments.length > 1,
    procedure: opened.procedure,
    object: object?.id ?? null,
    name: object?.name ?? null,
    team: team.map(({ inspector }) => inspector),
    stage: code,
    stageLabel: label,
    stageSince: before?.stage === code ? before.stageSince : at,
    openedAt: before?.openedAt ?? at,
    deadlines: deadlines(state),
    flags: flagsOf(state),
    lastVisitOn: visits.at(-1)?.endedOn ?? before?.lastVisitOn ?? null,
    published: publications.at(-1) ?? null,
    publications,
    marks: marksAfter(before?.marks ?? [], event, state),
    revision: event.revision,
    state,
  };
}

/** The first day on which something of the follow-up is due. */
function firstDue({ context }: OpenCase): string | null {
  const days = ledgerOf(context).flatMap(({ due }) => due?.on ?? []);
  return days.toSorted()[0] ?? null;
}

/** Where every case stands: the board, the worklists and the public results are read from here. */
export const cases: View<CaseRow> = {
  name: 'cases',
  version: 11,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: {
    plan: ({ plan }) => plan,
    year: ({ plan }) => yearOf(plan),
    task: ({ task }) => task,
    section: ({ section }) => section,
    stage: ({ stage: code }) => code,
    object: ({ object }) => object,
    number: ({ number }) => number,
    name: ({ name }) => name,
    flagged: ({ flags }) => (flags.length === 0 ? 0 : 1),
    published: ({ published }) => (published === null ? 0 : 1),
    publishedAt: ({ published }) => published?.publishedAt ?? null,
    /** Measures that are still to be followed up. */
    following: ({ state }) => (ledgerOf(state.context).length === 0 ? 0 : 1),
    followUpOn: ({ state }) => firstDue(state),
    dueOn: ({ deadlines: open }) => open.find(({ passed }) => !passed)?.on ?? null,
  },
  on: Object.fromEntries(caseEventTypes.map((type) => [type, rowOf])),
};
