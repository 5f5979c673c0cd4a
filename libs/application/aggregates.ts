import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Type } from '@nestjs/common';
import type { Outcome } from '@srd/runtime';
import { Desk } from './desk';
import { accountDesk } from './desks/accounts';
import { accessDesk, logDesk } from './desks/log';
import { caseDesk } from './desks/cases';
import { circularDesk } from './desks/circulars';
import { integrityDesk } from './desks/integrity';
import { calendarDesk, catalogueDesk, organDesk } from './desks/organs';
import { planDesk } from './desks/plans';
import { inspectorsDesk, rosterDesk } from './desks/rosters';
import { practitionersDesk } from './desks/practitioners';
import { selectionDesk } from './desks/selections';
import { yearDesk } from './desks/years';
import { standingDesk } from './desks/standings';
import { Given } from './who';

// The map of the system: one command class and one handler for each aggregate. What a command needs to know stands in desks/,
// what it leads to in libs/domain.

export class CommandOrgan extends Given {}
export class CommandCalendar extends Given {}
export class CommandCatalogue extends Given {}
export class CommandRoster extends Given {}
export class CommandPractitioners extends Given {}
export class CommandInspectors extends Given {}
export class CommandPlan extends Given {}
export class CommandSelection extends Given {}
export class CommandCase extends Given {}
export class CommandStanding extends Given {}
export class CommandIntegrity extends Given {}
export class CommandCircular extends Given {}
export class CommandReport extends Given {}
export class CommandAccount extends Given {}
/** Readings and the log's own events come from the system on somebody's behalf: they have no route. */
export class CommandAccess extends Given {}
export class CommandLog extends Given {}

@CommandHandler(CommandOrgan)
export class OrganHandler implements ICommandHandler<CommandOrgan> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandOrgan): Promise<Outcome<unknown>> {
    return this.desk.carryOut(organDesk, given);
  }
}

@CommandHandler(CommandCalendar)
export class CalendarHandler implements ICommandHandler<CommandCalendar> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandCalendar): Promise<Outcome<unknown>> {
    return this.desk.carryOut(calendarDesk, given);
  }
}

@CommandHandler(CommandCatalogue)
export class CatalogueHandler implements ICommandHandler<CommandCatalogue> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandCatalogue): Promise<Outcome<unknown>> {
    return this.desk.carryOut(catalogueDesk, given);
  }
}

@CommandHandler(CommandRoster)
export class RosterHandler implements ICommandHandler<CommandRoster> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandRoster): Promise<Outcome<unknown>> {
    return this.desk.carryOut(rosterDesk, given);
  }
}

@CommandHandler(CommandPractitioners)
export class PractitionersHandler implements ICommandHandler<CommandPractitioners> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandPractitioners): Promise<Outcome<unknown>> {
    return this.desk.carryOut(practitionersDesk, given);
  }
}

@CommandHandler(CommandInspectors)
export class InspectorsHandler implements ICommandHandler<CommandInspectors> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandInspectors): Promise<Outcome<unknown>> {
    return this.desk.carryOut(inspectorsDesk, given);
  }
}

@CommandHandler(CommandPlan)
export class PlanHandler implements ICommandHandler<CommandPlan> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandPlan): Promise<Outcome<unknown>> {
    return this.desk.carryOut(planDesk, given);
  }
}

@CommandHandler(CommandSelection)
export class SelectionHandler implements ICommandHandler<CommandSelection> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandSelection): Promise<Outcome<unknown>> {
    return this.desk.carryOut(selectionDesk(this.desk.stores.hash), given);
  }
}

@CommandHandler(CommandCase)
export class CaseHandler implements ICommandHandler<CommandCase> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandCase): Promise<Outcome<unknown>> {
    return this.desk.carryOut(caseDesk, given);
  }
}

@CommandHandler(CommandStanding)
export class StandingHandler implements ICommandHandler<CommandStanding> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandStanding): Promise<Outcome<unknown>> {
    return this.desk.carryOut(standingDesk, given);
  }
}

@CommandHandler(CommandIntegrity)
export class IntegrityHandler implements ICommandHandler<CommandIntegrity> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandIntegrity): Promise<Outcome<unknown>> {
    return this.desk.carryOut(integrityDesk, given);
  }
}

@CommandHandler(CommandCircular)
export class CircularHandler implements ICommandHandler<CommandCircular> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandCircular): Promise<Outcome<unknown>> {
    return this.desk.carryOut(circularDesk, given);
  }
}

@CommandHandler(CommandReport)
export class ReportHandler implements ICommandHandler<CommandReport> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandReport): Promise<Outcome<unknown>> {
    return this.desk.carryOut(yearDesk, given);
  }
}

@CommandHandler(CommandAccount)
export class AccountHandler implements ICommandHandler<CommandAccount> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandAccount): Promise<Outcome<unknown>> {
    return this.desk.carryOut(accountDesk, given);
  }
}

@CommandHandler(CommandAccess)
export class AccessHandler implements ICommandHandler<CommandAccess> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandAccess): Promise<Outcome<unknown>> {
    return this.desk.carryOut(accessDesk, given);
  }
}

@CommandHandler(CommandLog)
export class LogHandler implements ICommandHandler<CommandLog> {
  constructor(private readonly desk: Desk) {}
  execute(given: CommandLog): Promise<Outcome<unknown>> {
    return this.desk.carryOut(logDesk, given);
  }
}

/** The command class of each aggregate, by the name it has at the edge. */
export const commandFor = {
  organ: CommandOrgan,
  calendar: CommandCalendar,
  catalogue: CommandCatalogue,
  roster: CommandRoster,
  practitioners: CommandPractitioners,
  inspectors: CommandInspectors,
  plan: CommandPlan,
  selection: CommandSelection,
  case: CommandCase,
  standing: CommandStanding,
  integrity: CommandIntegrity,
  circular: CommandCircular,
  report: CommandReport,
  account: CommandAccount,
} as const satisfies Record<string, Type<Given>>;

export type AggregateName = keyof typeof commandFor;

export const commandHandlers = [
  OrganHandler,
  CalendarHandler,
  CatalogueHandler,
  RosterHandler,
  PractitionersHandler,
  InspectorsHandler,
  PlanHandler,
  SelectionHandler,
  CaseHandler,
  StandingHandler,
  IntegrityHandler,
  CircularHandler,
  ReportHandler,
  AccountHandler,
  AccessHandler,
  LogHandler,
];
