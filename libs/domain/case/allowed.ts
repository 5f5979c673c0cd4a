import { channelsOf } from './channels';
import { measures } from './classes';
import type { CaseCommandType } from './commands';
import { dispositionEventTypes, lives } from './disposition';
import type { DispositionEventType } from './disposition-events';
import type { CaseEventType } from './events';
import { expectedTypes } from './replay-flat';
import { outcomesOf } from './outcomes';
import type { OpenCase } from './state';

type Moves = { readonly events: readonly CaseEventType[]; readonly commands: readonly CaseCommandType[] };

/** What the procedure allows now, for the board: the case as a whole, each disposition, each finding, each debt. */
export type Allowed = Moves & {
  /** Where each disposition may go from where it stands. */
  readonly dispositions: readonly (Moves & {
    readonly disposition: string;
    readonly finding: string;
    readonly label: string;
  })[];
  /** Measures that a finding's class admits as a new disposition. */
  readonly findings: readonly (Moves & { readonly finding: string })[];
  /** Channels on which a debt may be posted now. */
  readonly debts: readonly { readonly debt: string; readonly channels: readonly string[] }[];
};

/** Commands that may lead to a fact; a fact that follows from another (a conflict's own recusal) has its first one's. */
const askedFor = new Map<CaseEventType, CaseCommandType[]>();
for (const command of Object.keys(outcomesOf) as CaseCommandType[]) {
  // It begins a case; in a case that is open it is no move.
  if (command === 'OpenForCause') continue;
  for (const event of outcomesOf[command]) askedFor.set(event, [...(askedFor.get(event) ?? []), command]);
}

function moves(events: readonly CaseEventType[]): Moves {
  const asked = new Set(events.flatMap((event) => askedFor.get(event) ?? []));
  const commands = [...asked].filter((command) => command !== 'StateConflict' || events.includes('ConflictStated'));
  return { events, commands };
}

function openChannels(state: OpenCase): Allowed['debts'] {
  const { debts } = state.context;
  const posting = debts.find((debt) => debt.status === 'posting');
  const open = posting ? [posting] : debts.filter((debt) => debt.status === 'owed');
  return open.map((one) => {
    const { debt, channels } = one;
    const taken = channels.filter(({ status }) => status !== 'failed').map(({ channel }) => channel);
    return { debt, channels: channelsOf(state.context, one).filter((name) => !taken.includes(name)) };
  });
}

/**
 * Types of fact and of command that the procedure accepts now under some data. Rules and roles may still refuse; what isn't
 * here is refused whatever the data.
 */
export function allowed(state: OpenCase): Allowed {
  const { dispositions, findings } = state.context;
  const all = expectedTypes(state);
  const follows = all.some((type) => (dispositionEventTypes as readonly string[]).includes(type));
  const perDisposition = dispositions.map((one) => {
    const life = lives[one.state];
    const events = follows ? (Object.keys(life?.next ?? {}) as DispositionEventType[]) : [];
    return { disposition: one.disposition, finding: one.finding, label: life?.label ?? one.state, ...moves(events) };
  });
  const perFinding = findings
    .filter((finding) => follows && !finding.withdrawn)
    .map(({ finding, resultClass }) => ({ finding, ...moves(measures[resultClass].fitting) }));
  const within = new Set<string>([...perDisposition, ...perFinding].flatMap((one) => one.events));
  const events = all.filter((type) => !(dispositionEventTypes as readonly string[]).includes(type) || within.has(type));
  return {
    ...moves(events),
    dispositions: perDisposition,
    findings: perFinding,
    debts: follows ? openChannels(state) : [],
  };
}
