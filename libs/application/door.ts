import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DomainCommand, Id } from '@srd/kernel';
import type { Outcome } from '@srd/runtime';
import { commandFor, type AggregateName } from './aggregates';
import type { Order, Who } from './who';

/** The one way in for people's commands: over HTTP, from the command line, and for the demonstration alike. */
@Injectable()
export class Door {
  constructor(private readonly bus: CommandBus) {}

  /** @throws Refusal (also when this person may not), Stale, KeyReused and what the log throws */
  give(aggregate: AggregateName, id: Id, command: DomainCommand, who: Who, order: Order): Promise<Outcome<unknown>> {
    const Command = commandFor[aggregate];
    return this.bus.execute(new Command(id, command, { ...order, actor: who.account }, who));
  }
}
