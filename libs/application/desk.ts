import { Inject, Injectable } from '@nestjs/common';
import { Refusal, type Context, type Decider, type DomainCommand, type DomainEvent, type Id } from '@srd/kernel';
import { mayCommand, permits, type Role } from '@srd/domain/account';
import { roleLabels } from '@srd/domain/case';
import { CommandRunner, type Outcome } from '@srd/runtime';
import { demandFiles } from './attachments/received';
import { Evidence } from './evidence';
import { isUsableId } from './usable-id';
import { namesOf } from './organ-names';
import { STORES, type Stores } from './ports';
import { refuse } from './refusals';
import type { Given, Who } from './who';

/** What belongs to all organs of the installation alike: the state calendar. */
export const EVERY_ORGAN = '*';

/** Whose subject a command touches: the scope of roles rests on it. */
export interface Target {
  readonly organ: Id;
  readonly section?: Id | null;
  /** Partner departments of a joint inspection, which may act on their part (R4). */
  readonly partners?: readonly Id[];
  /** Organs that send inspectors: to which a case was entrusted, which lent people (R7, trap 5). They inspect, and decide nothing. */
  readonly inspecting?: readonly Id[];
}

/** One aggregate at the desk: its decider, its stream, whose it is, and what its commands need to know of other streams. */
export interface Entry<S, C extends DomainCommand, E extends DomainEvent> {
  readonly decider: Decider<S, C, E>;
  stream(id: Id): string;
  /** Undefined: there is no such subject, and the command doesn't make one. */
  target(
    state: S,
    command: DomainCommand,
    id: Id,
    evidence: Evidence,
  ): Target | undefined | Promise<Target | undefined>;
  /** Hashes of files that are on file already, so that a command may quote them whoever sent them; none where left out. */
  onFile?(state: S, command: DomainCommand, evidence: Evidence): readonly string[] | Promise<readonly string[]>;
  /** By command type: the command as asked → the command with the facts its rule needs. Others pass as they are. */
  readonly prepare?: Readonly<Record<string, Prepare<S, C>>>;
}

export type Prepare<S, C> = (
  data: never,
  facts: Facts<S>,
) => Promise<C extends DomainCommand ? C['data'] : never> | (C extends DomainCommand ? C['data'] : never);

/** What a preparation may look at. */
export interface Facts<S> {
  readonly id: Id;
  readonly state: S;
  readonly evidence: Evidence;
  readonly context: Context;
  readonly stores: Stores;
  readonly who: Who | undefined;
}

/** Where every command arrives, from people, reactions and the daily job alike: who may is asked here, and only here. */
@Injectable()
export class Desk {
  constructor(
    readonly runner: CommandRunner,
    @Inject(STORES) readonly stores: Stores,
  ) {}

  /** @throws Refusal, Stale, KeyReused and what the log throws */
  async carryOut<S, C extends DomainCommand, E extends DomainEvent>(
    entry: Entry<S, C, E>,
    { id, command, asked, who }: Given,
  ): Promise<Outcome<S>> {
    if (!isUsableId(id)) refuse('INVALID_ID');
    const stream = entry.stream(id);
    const { state } = await this.runner.load(entry.decider, stream);
    const target = await entry.target(state, command, id, new Evidence(this.runner));
    if (!target) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的记录`);
    const role = who === undefined ? 'system' : admit(who, command.type, target);
    const { basedOn = [], meta, ...order } = asked;
    // What the system asks by itself is known by its cause: asked again later, the facts around it may read otherwise.
    const body = who === undefined ? { id, type: command.type } : { id, command };
    const run = this.runner.run(
      entry.decider,
      stream,
      async (current, context) => {
        if (who) {
          const onFile = (await entry.onFile?.(current, command, new Evidence(this.runner))) ?? [];
          await demandFiles(this.stores, who.organ, command.data, onFile);
        }
        const prepare = entry.prepare?.[command.type];
        if (!prepare) return { command: command as C, basedOn };
        const evidence = new Evidence(this.runner, basedOn);
        const facts = { id, state: current, evidence, context, stores: this.stores, who };
        const data: unknown = await prepare(command.data as never, facts);
        return { command: { type: command.type, data } as C, basedOn: evidence.basedOn };
      },
      { ...order, meta: { role, ...meta }, body },
    );
    return run.catch((error: unknown) => this.named(error));
  }

  /** What a rule says of an organ by its id, people read by its name. */
  private async named(error: unknown): Promise<never> {
    if (!(error instanceof Refusal)) throw error;
    const { code, text, data } = error;
    let { detail } = error;
    const said = [data['organ'], data['department']].filter((id): id is Id => typeof id === 'string');
    const names = await namesOf(
      new Evidence(this.runner),
      said.filter((id) => detail.includes(id)),
    );
    for (const [id, name] of Object.entries(names)) detail = detail.replaceAll(id, name);
    throw new Refusal(code, text, detail, data);
  }
}

/** The role under which somebody may give a command to a subject. @throws Refusal naming what is missing */
export function admit(who: Who, command: string, target: Target): string {
  return admitAs(who, mayCommand[command] ?? [], target);
}

/** Whether somebody holds a role for the command at all, whatever it is about. @throws Refusal ROLE_MISSING */
export function demandMayCommand({ grants }: Who, command: string): void {
  const held = grants.map(({ role }) => role);
  if (!permits(command, held)) missing(mayCommand[command] ?? []);
}

function missing(allowed: readonly Role[]): never {
  return refuse(
    'ROLE_MISSING',
    `此操作须由下列岗位之一办理：${allowed.map((role) => roleLabels[role]).join('、') || '系统'}`,
    {
      allowed: [...allowed],
    },
  );
}

/** The first of the roles that somebody holds for a subject. @throws Refusal naming what is missing */
export function admitAs(who: Who, allowed: readonly Role[], target: Target): string {
  const held = who.grants.filter(({ role }) => allowed.includes(role));
  if (held.length === 0) return missing(allowed);
  const ours = held.filter(
    ({ role }) =>
      (role === 'partner-officer' && target.partners?.includes(who.organ)) ||
      (role === 'inspector' && target.inspecting?.includes(who.organ)) ||
      target.organ === EVERY_ORGAN ||
      who.organ === target.organ,
  );
  if (ours.length === 0) return refuse('OTHER_ORGAN');
  const grant = ours.find(({ section }) => section === null || target.section == null || section === target.section);
  return grant ? grant.role : refuse('OTHER_SECTION');
}
