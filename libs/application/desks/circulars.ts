import { inspectionCase, type OpenCase } from '@srd/domain/case';
import {
  circular,
  type CaseFact,
  type CircularCommand,
  type CircularContent,
  type CircularEvent,
  type CircularState,
} from '@srd/domain/circular';
import { organ } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import type { Entry, Facts, Target } from '../desk';
import { refuse } from '../refusals';

type CircularFacts = Facts<CircularState>;

/** Organ of a circular's id, `<organ>-<year>-<number>`. */
function organOfCircular(id: Id): Id {
  return /^(.+)-\d{4}-[A-Za-z0-9]+$/.exec(id)?.[1] ?? refuse('UNKNOWN_SUBJECT', '通报的编号应为“机关-年度-序号”');
}

function factOf(id: Id, { context }: OpenCase): CaseFact {
  const { opened, object, sections, visits, debts } = context;
  return {
    case: id,
    organ: opened.organ,
    task: opened.task,
    object: object?.id ?? null,
    name: object?.name ?? '',
    registrationNumber: object?.registrationNumber ?? '',
    visitedOn: visits.at(-1)?.endedOn ?? null,
    approved: sections.every(({ status }) => status === 'approved' || status === 'absent'),
    // On every channel of the rule, not merely handed to one.
    published: debts.some(({ kind, status }) => kind === 'result' && status === 'discharged'),
  };
}

/** The cases of those whom the circular names, as they stand. */
async function casesNamed(named: CircularContent['named'], { evidence }: CircularFacts): Promise<readonly CaseFact[]> {
  const facts: CaseFact[] = [];
  for (const { case: id } of named) {
    const file = await evidence.of(inspectionCase, `case-${id}`);
    if (file) facts.push(factOf(id, file));
  }
  return facts;
}

/** The circulars of the organs (R95). */
export const circularDesk: Entry<CircularState, CircularCommand, CircularEvent> = {
  decider: circular,
  stream: (id) => `circular-${id}`,
  target: async ({ content }, command, id, evidence): Promise<Target | undefined> => {
    const owner = organOfCircular(id);
    if ((await evidence.of(organ, `organ-${owner}`)) === null) return undefined;
    const { section = null } = command.data as { section?: Id | null };
    if (content === null && command.type !== 'DraftCircular') return undefined;
    return { organ: owner, section: content ? content.section : section };
  },
  prepare: {
    DraftCircular: (async (data: CircularContent, facts: CircularFacts) => ({
      ...data,
      organ: organOfCircular(facts.id),
      cases: await casesNamed(data.named, facts),
    })) as never,
    IssueCircular: (async (_: object, facts: CircularFacts) => ({
      cases: await casesNamed(facts.state.content?.named ?? [], facts),
    })) as never,
  },
};
