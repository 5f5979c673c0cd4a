import type { CommandBus } from '@nestjs/cqrs';
import { inspectionCase, type CaseCommand } from '@srd/domain/case';
import type { DomainCommand, Id, RecordedEvent } from '@srd/kernel';
import { derivedId, type CommandRunner } from '@srd/runtime';
import { CommandCase } from '../aggregates';
import { caseId } from '../desks/selections';
import { Evidence } from '../evidence';
import type { Stores } from '../ports';
import type { Given } from '../who';

/** An event of one type, for a reaction that knows which stream it comes from. */
export type Cause<E extends { type: string; data: unknown }, T extends E['type']> = RecordedEvent<
  T,
  Extract<E, { type: T }>['data']
>;

type CommandClass = new (...given: ConstructorParameters<typeof Given>) => Given;

/** What a reaction works with: it reads with evidence, and gives commands under keys that follow from their cause. */
export class Follow {
  constructor(
    private readonly bus: CommandBus,
    readonly runner: CommandRunner,
    readonly stores: Stores,
  ) {}

  /** Reads for one reaction. What follows rests on the cause itself, too. */
  evidence(cause: RecordedEvent): Evidence {
    return new Evidence(this.runner, [{ stream: cause.stream, revision: cause.revision }]);
  }

  /** Gives a command that follows from an event: the same cause gives it once. `by` names the kind of the reaction. */
  async give(
    cause: RecordedEvent,
    by: string,
    Command: CommandClass,
    id: Id,
    command: DomainCommand,
    evidence: Evidence,
  ): Promise<void> {
    await this.bus.execute(
      new Command(id, command, {
        actor: `system:${by}`,
        correlation: cause.meta.correlation,
        causation: cause.id,
        key: derivedId(by, cause.id, command.type),
        basedOn: evidence.basedOn,
      }),
    );
  }

  /** The same for a case. */
  giveCase(cause: RecordedEvent, by: string, id: Id, command: CaseCommand, evidence: Evidence): Promise<void> {
    return this.give(cause, by, CommandCase, id, command, evidence);
  }

  /** How many cases of a draw are open, and the numbers that aren't drawn yet. */
  async casesOf(series: Id): Promise<{ readonly count: number; readonly undrawn: readonly number[] }> {
    const undrawn: number[] = [];
    for (let number = 1; ; number++) {
      const { state } = await this.runner.load(inspectionCase, `case-${caseId(series, number)}`);
      if (state === null) return { count: number - 1, undrawn };
      if (state.context.object === null && state.value !== 'voided') undrawn.push(number);
    }
  }
}
