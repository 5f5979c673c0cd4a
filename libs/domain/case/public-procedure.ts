import { and, not, or } from 'xstate';
import { mayCommand, roles, type Role } from '../account';
import type { StateMeta } from './chart';
import { measures } from './classes';
import type { CaseCommandType } from './commands';
import { deadlineBases } from './deadlines';
import { lives } from './disposition';
import { caseEventLabels } from './event-labels';
import type { CaseEventType } from './events';
import type { GuardName } from './guards';
import { causeLabels, resultClassLabels } from './labels';
import { deadlineLabels, guardLabels, roleLabels, versionLabels } from './procedure-labels';
import { outcomesOf } from './outcomes';
import { type StageCode, stageCodes, stageLabels } from './stages';
import { nodesOf, type OpenCase, procedures } from './state';
import {
  type CaseVersion,
  causeGrounds,
  type CauseGround,
  type DeadlineKind,
  deadlineKinds,
  resultClasses,
  type ResultClass,
} from './vocabulary';

export type ProcedureState = {
  /** Its path in the chart: `inspecting.writing`. */
  readonly name: string;
  readonly label: string;
  /** The article it rests on. */
  readonly basis: string;
  /** The board's columns that it stands in. */
  readonly stages: readonly string[];
  readonly final: boolean;
  /** The states in it are regions: the case is in each of them at once. */
  readonly parallel: boolean;
};

export type ProcedureStep = {
  readonly from: string;
  /** null: the chart goes on by itself as soon as the condition holds. */
  readonly event: CaseEventType | null;
  readonly label: string;
  /** The same as `from` where the fact is only noted. */
  readonly to: string;
  readonly condition: string | null;
  readonly commands: readonly CaseCommandType[];
  readonly roles: readonly string[];
};

export type ProcedureChart = {
  readonly version: CaseVersion | 'disposition';
  readonly label: string;
  readonly states: readonly ProcedureState[];
  readonly steps: readonly ProcedureStep[];
};

/** 公开抽查程序 (B一(二)): the whole procedure as data. */
export type PublicProcedure = {
  readonly basis: string;
  readonly charts: readonly ProcedureChart[];
  readonly stages: readonly { readonly code: StageCode; readonly label: string }[];
  readonly clocks: readonly { readonly kind: DeadlineKind; readonly label: string; readonly basis: string }[];
  readonly results: readonly {
    readonly code: ResultClass;
    readonly label: string;
    readonly basis: string;
    readonly needed: readonly string[];
    readonly fitting: readonly string[];
  }[];
  readonly grounds: readonly { readonly code: CauseGround; readonly label: string; readonly basis: string }[];
  readonly roles: readonly { readonly role: Role; readonly label: string; readonly facts: readonly string[] }[];
};

/** Role → commands, as domain/account has it. */
type MayCommand = Readonly<Record<string, readonly Role[]>>;
type Node = (typeof procedures)['case/1']['root'];
type Guard = string | { readonly check?: unknown; readonly guards?: readonly Guard[] };

const checkOf = (guard: unknown): unknown => (guard as { readonly check?: unknown }).check;
const joined = new Map<unknown, string>([
  [checkOf(and([])), '，且'],
  [checkOf(or([])), '，或者'],
]);
const negation = checkOf(not('settled'));

/** A guard in words: a name's label, or the labels under 且, 或者, 不符合. */
function conditionOf(guard: Guard): string {
  if (typeof guard === 'string') return guardLabels[guard as GuardName];
  const parts = (guard.guards ?? []).map(conditionOf);
  if (guard.check === negation) return `不符合（${parts.join('')}）`;
  return parts.join(joined.get(guard.check) ?? '，');
}

function nodesIn(node: Node): readonly Node[] {
  return [node, ...Object.values(node.states).flatMap((inner) => nodesIn(inner as Node))];
}

const nameOf = (node: Pick<Node, 'path'>): string => node.path.join('.') || '（任一环节）';

/** The states that a case is in, the outer before the inner, by the names that its version's chart has below. */
export function statesIn(state: Pick<OpenCase, 'procedure' | 'value'>): readonly string[] {
  return nodesOf(state)
    .filter((node) => node.parent)
    .map(nameOf);
}

function asksFor(event: CaseEventType, may: MayCommand): Pick<ProcedureStep, 'commands' | 'roles'> {
  const commands = (Object.keys(outcomesOf) as CaseCommandType[]).filter((one) => outcomesOf[one].includes(event));
  const held = new Set(commands.flatMap((command) => may[command] ?? []));
  return { commands, roles: roles.filter((role) => held.has(role)).map((role) => roleLabels[role]) };
}

function stepsFrom(node: Node, may: MayCommand): readonly ProcedureStep[] {
  const from = nameOf(node);
  const told = [...node.transitions].flatMap(([type, ways]) =>
    ways.map((way) => ({ event: type as CaseEventType, way })),
  );
  const byItself = (node.always ?? []).map((way) => ({ event: null, way }));
  return [...told, ...byItself].map(({ event, way }) => {
    const [target] = way.target ?? [];
    return {
      from,
      event,
      label: event === null ? '自动' : caseEventLabels[event],
      to: target ? nameOf(target as Node) : from,
      condition: way.guard ? conditionOf(way.guard as Guard) : null,
      ...(event === null ? { commands: [], roles: [] } : asksFor(event, may)),
    };
  });
}

function caseChart(version: CaseVersion, may: MayCommand): ProcedureChart {
  const nodes = nodesIn(procedures[version].root);
  return {
    version,
    label: versionLabels[version],
    states: nodes
      .filter((node) => node.parent)
      .map((node) => ({
        name: nameOf(node),
        ...(node.meta as StateMeta),
        stages: (node.tags as StageCode[]).map((tag) => stageLabels[tag]),
        final: node.type === 'final',
        parallel: node.type === 'parallel',
      })),
    steps: nodes.flatMap((node) => stepsFrom(node, may)),
  };
}

function dispositionChart(may: MayCommand): ProcedureChart {
  return {
    version: 'disposition',
    label: '每一项处置的程序',
    states: Object.values(lives).map(({ name, label, basis, settled, tags }) => ({
      name,
      label,
      basis,
      stages: [...tags].flatMap((tag) => (tag in stageLabels ? [stageLabels[tag as StageCode]] : [])),
      final: settled,
      parallel: false,
    })),
    steps: Object.values(lives).flatMap(({ name, next }) =>
      (Object.entries(next) as [CaseEventType, string][]).map(([event, to]) => ({
        from: name,
        event,
        label: caseEventLabels[event],
        to,
        condition: null,
        ...asksFor(event, may),
      })),
    ),
  };
}

/** Facts that a role brings on record, in the words of the labels. */
function factsOf(role: Role, may: MayCommand): readonly string[] {
  const commands = (Object.keys(outcomesOf) as CaseCommandType[]).filter((command) => may[command]?.includes(role));
  return [...new Set(commands.flatMap((command) => outcomesOf[command].map((event) => caseEventLabels[event])))];
}

/**
 * 公开抽查程序, read off the charts themselves (B一(二)): every version's states and steps with their articles, the clocks, the
 * result classes with what follows from them, who does what. `may`: command → roles; left out, domain/account's own table.
 */
export function publicProcedure(may: MayCommand = mayCommand): PublicProcedure {
  const label = (event: CaseEventType): string => caseEventLabels[event];
  return {
    basis: 'B一(二)',
    charts: [
      ...(Object.keys(procedures) as CaseVersion[]).map((version) => caseChart(version, may)),
      dispositionChart(may),
    ],
    stages: stageCodes.map((code) => ({ code, label: stageLabels[code] })),
    clocks: deadlineKinds.map((kind) => ({ kind, label: deadlineLabels[kind], basis: deadlineBases[kind] })),
    results: resultClasses.map((code) => ({
      code,
      label: resultClassLabels[code],
      basis: measures[code].basis,
      needed: measures[code].needed.map(label),
      fitting: measures[code].fitting.map(label),
    })),
    grounds: causeGrounds.map((code) => ({ code, ...causeLabels[code] })),
    roles: roles
      .map((role) => ({ role, label: roleLabels[role], facts: factsOf(role, may) }))
      .filter(({ facts }) => facts.length > 0),
  };
}
