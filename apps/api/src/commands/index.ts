import type { Type } from '@nestjs/common';
import type { AggregateName } from '@srd/application';
import { commandController, type CommandRoute } from '../edge/command-controller';
import { accountRoutes } from './account.routes';
import { BatchesController } from './batches.controller';
import { calendarRoutes } from './calendar.routes';
import { caseRoutes } from './case.routes';
import { catalogueRoutes } from './catalogue.routes';
import { circularRoutes } from './circular.routes';
import { ContributionsController } from './contributions.controller';
import { DemonstrationController } from './demonstration.controller';
import { inspectorsRoutes } from './inspectors.routes';
import { integrityRoutes } from './integrity.routes';
import { organRoutes } from './organ.routes';
import { PeopleController } from './people.controller';
import { planRoutes } from './plan.routes';
import { practitionersRoutes } from './practitioners.routes';
import { reportRoutes } from './report.routes';
import { rosterRoutes } from './roster.routes';
import { selectionRoutes } from './selection.routes';
import { standingRoutes } from './standing.routes';

/** Path and commands of each aggregate: everything that people may ask for. */
export const commandRoutes: Readonly<
  Record<AggregateName, { readonly path: string; readonly routes: Readonly<Record<string, CommandRoute>> }>
> = {
  organ: { path: 'organs', routes: organRoutes },
  calendar: { path: 'calendar', routes: calendarRoutes },
  catalogue: { path: 'catalogues', routes: catalogueRoutes },
  roster: { path: 'rosters', routes: rosterRoutes },
  practitioners: { path: 'practitioners', routes: practitionersRoutes },
  inspectors: { path: 'inspectors', routes: inspectorsRoutes },
  plan: { path: 'plans', routes: planRoutes },
  selection: { path: 'selections', routes: selectionRoutes },
  case: { path: 'cases', routes: caseRoutes },
  report: { path: 'reports', routes: reportRoutes },
  standing: { path: 'standings', routes: standingRoutes },
  integrity: { path: 'integrity-files', routes: integrityRoutes },
  circular: { path: 'circulars', routes: circularRoutes },
  account: { path: 'accounts', routes: accountRoutes },
};

/** The controllers of all that changes something; the demonstration can also move its clock. */
export function commandControllers(mode: 'demo' | 'serve'): Type<object>[] {
  const aggregates = (Object.keys(commandRoutes) as AggregateName[]).map((name) =>
    commandController(commandRoutes[name].path, name, commandRoutes[name].routes),
  );
  return [
    ...aggregates,
    BatchesController,
    ContributionsController,
    PeopleController,
    ...(mode === 'demo' ? [DemonstrationController] : []),
  ];
}
