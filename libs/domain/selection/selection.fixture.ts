import { context, day, given, instant, type Context, type Fact, type Hash, type Id } from '@srd/kernel';
import {
  commitmentOf,
  requestHash,
  sealOf,
  type Beacon,
  type DrawRequest,
  type QuotaRule,
  type TeamRequest,
} from '@srd/proof/draw';
import type { BarFacts } from './bars';
import type { CaseFact, ContributorFact, DrawHead, InspectorFact, ObjectFact, TaskFact } from './facts';
import { selectionWith, type SelectionCommand, type SelectionEvent, type SelectionState } from './index';
import { objectRequest } from './object-request';
import { teamRequest } from './team-request';

export type Step = readonly [SelectionCommand, Context?];

/** A day of a draw: frozen at nine, to be revealed by eleven (01:00 and 03:00 UTC). */
export const at = (time: string, actor = 'officer-1'): Context => context(actor, `2023-07-10T${time}:00.000Z`);
export const nine = at('01:00');
export const secret = '5e'.repeat(32);
export const nonce = (n: number): string => String(n).padStart(32, '0');

export const ten: QuotaRule = { basisPoints: 1000, rounding: 'ceil', atLeast: 1 };
export const task: TaskFact = {
  task: 'task-4',
  allotted: true,
  sectors: ['law-firm'],
  rules: { open: ten, listed: null },
};

export const witnesses: readonly ContributorFact[] = [
  { by: 'witness-1', role: '行业协会代表', person: 'person-w1' },
  { by: 'witness-2', role: '机构代表', person: 'person-w2' },
];

/** An active firm of the roster. */
export function firm(n: number, change: Partial<ObjectFact> = {}): ObjectFact {
  const two = String(n).padStart(2, '0');
  return {
    id: `firm-${two}`,
    name: `律师事务所${two}`,
    person: null,
    sector: 'law-firm',
    status: 'active',
    listed: false,
    weight: 1,
    excludedFor: null,
    ...change,
  };
}
export const firms = (count: number): readonly ObjectFact[] => Array.from({ length: count }, (_, i) => firm(i + 1));

export function head(attempt = 1, beacon: Beacon | null = null): DrawHead {
  return {
    draw: `draw-${attempt}`,
    attempt,
    organ: 'chaozhou',
    plan: 'plan-chaozhou-2023',
    frozenAt: instant('2023-07-10T01:00:00.000Z'),
    revealBy: instant('2023-07-10T03:00:00.000Z'),
    beacon,
  };
}

export const noBars: BarFacts = { interests: [], inspections: [], rotationWaivers: [], rotationMonths: 12 };

/** An inspector with a certificate for all of 2023. */
export function inspector(letter: string, change: Partial<InspectorFact> = {}): InspectorFact {
  return {
    id: `i-${letter}`,
    person: `person-${letter}`,
    organ: 'chaozhou',
    active: true,
    capacity: 3,
    certificates: [{ validFrom: day('2023-01-01'), validUntil: day('2023-12-31') }],
    fields: ['law-firm'],
    absences: [],
    ...change,
  };
}

/** A case on one planned day with a seat for two. */
export function teamCase(id: Id, object: Id, change: Partial<CaseFact> = {}): CaseFact {
  return {
    id,
    object,
    days: { from: day('2023-08-09'), to: day('2023-08-09') },
    seats: [{ organs: ['chaozhou'], count: 2, field: 'law-firm' }],
    ...change,
  };
}

type FreezeOptions = {
  readonly attempt?: number;
  readonly roster?: readonly ObjectFact[];
  readonly contributors?: readonly ContributorFact[];
  readonly beacon?: Beacon | null;
  readonly task?: TaskFact;
  readonly contributorsPerDraw?: number;
  readonly disclosure?: 'at-reveal' | 'after-visits';
  readonly afterCessation?: 'reserve' | 'counted';
};

/** Commands and facts of draws, hashed with the given SHA-256. */
export function drawsWith(hash: Hash) {
  const selection = selectionWith(hash);
  const commit = (request: DrawRequest): string =>
    commitmentOf(request.protocol, requestHash(request, hash), secret, hash);

  function freezeObjects(options: FreezeOptions = {}): Extract<SelectionCommand, { type: 'FreezeObjectDraw' }> {
    const {
      attempt = 1,
      roster = firms(48),
      contributors = witnesses,
      beacon = null,
      contributorsPerDraw = 1,
    } = options;
    const prepared = objectRequest(head(attempt, beacon), options.task ?? task, roster, contributors);
    return {
      type: 'FreezeObjectDraw',
      data: {
        ...prepared,
        commitment: commit(prepared.request),
        secret: { ciphertext: 'sealed' },
        contributorsPerDraw,
        disclosure: options.disclosure ?? 'at-reveal',
        task: options.task ?? task,
        afterCessation: options.afterCessation ?? 'reserve',
        faultyRows: [],
      },
    };
  }

  function freezeTeams(
    cases: readonly CaseFact[],
    inspectors: readonly InspectorFact[],
    bars: BarFacts = noBars,
    objectDraw: { transcriptHash: string; objects: readonly Id[] } | null = null,
    disclosure: 'at-reveal' | 'after-visits' = 'at-reveal',
  ): Extract<SelectionCommand, { type: 'FreezeTeamDraw' }> {
    const teamHead = { ...head(), series: 'task-4:team', from: objectDraw?.transcriptHash ?? null };
    const prepared = teamRequest(teamHead, cases, inspectors, bars, witnesses);
    const data = {
      ...prepared,
      commitment: commit(prepared.request),
      secret: { ciphertext: 'sealed' },
      contributorsPerDraw: 1,
      disclosure,
      objectDraw,
    };
    return { type: 'FreezeTeamDraw', data };
  }

  const valueOf = (n: number): string => `骰子 ${n}`;
  const sealFor = (request: DrawRequest, n: number, value = valueOf(n)): string => {
    const witness = request.contributors[n - 1] ?? { by: 'nobody', role: '' };
    const { by, role } = witness;
    return sealOf(request.protocol, requestHash(request, hash), { by, role, value, nonce: nonce(n) }, hash);
  };
  const seal = (request: DrawRequest, n: number, value?: string): Step => [
    { type: 'EnterSeal', data: { draw: request.draw, by: `witness-${n}`, seal: sealFor(request, n, value) } },
    at('01:10', `link-${n}`),
  ];
  const close: Step = [{ type: 'CloseSealing', data: { openUntil: instant('2023-07-10T02:00:00.000Z') } }, at('01:30')];
  const open = (request: DrawRequest, n: number, value = valueOf(n)): Step => [
    { type: 'OpenSeal', data: { draw: request.draw, by: `witness-${n}`, value, nonce: nonce(n) } },
    at('01:40', `link-${n}`),
  ];
  const end: Step = [{ type: 'EndOpening', data: {} }, at('01:45')];
  const reveal: Step = [{ type: 'Reveal', data: { secret } }, at('01:50')];

  /** Freeze to reveal with both witnesses sealing and opening. */
  function whole(freeze: Extract<SelectionCommand, { type: 'FreezeObjectDraw' | 'FreezeTeamDraw' }>): readonly Step[] {
    const request: DrawRequest = freeze.data.request;
    return [[freeze, nine], seal(request, 1), seal(request, 2), close, open(request, 1), open(request, 2), end, reveal];
  }

  function after(...steps: readonly Step[]): readonly Fact<SelectionEvent>[] {
    const facts: Fact<SelectionEvent>[] = [];
    let state: SelectionState = selection.initial;
    for (const [command, by = nine] of steps) {
      for (const event of selection.decide(command, state, by)) {
        const fact = { ...event, actor: by.actor, at: by.at };
        facts.push(fact);
        state = selection.evolve(state, fact);
      }
    }
    return facts;
  }
  const givenDraw = (...steps: readonly Step[]) => given(selection, after(...steps));
  return { selection, freezeObjects, freezeTeams, commit, seal, close, open, end, reveal, whole, after, givenDraw };
}

/** A team request with a cap that isn't its own, for refusals. */
export const withCap = (request: TeamRequest, cap: number): TeamRequest => ({ ...request, cap });
