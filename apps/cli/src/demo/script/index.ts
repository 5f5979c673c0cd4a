import { SelfChecks, type Stores } from '@srd/application';
import { inspectJointly } from './chaozhou-2023/autumn';
import { plan, prepare, setUp } from './chaozhou-2023/spring';
import { drawInJuly, inspectInSummer } from './chaozhou-2023/summer';
import { reportTheYear } from './chaozhou-2023/year-report';
import * as chaozhou2024 from './chaozhou-2024';
import * as kazuo2024 from './kazuo-2024';
import { followComplaint, stateInterests } from './kazuo-2024-complaint';
import { Stage, type Doors } from './stage';

/** Where the demonstration's clock stands when it is ready: a Tuesday, 9 o'clock in China. */
export const END = { day: '2024-08-20', time: '09:00' } as const;

/**
 * Plays the demonstration's years in order of date, by commands through the one door and nothing else. `report` gets a line of
 * progress now and then. @throws what any command throws: the script expects each to go through
 */
export async function buildDemonstration(
  { app, stores }: { readonly app: Doors; readonly stores: Stores },
  report: (line: string) => void = () => undefined,
): Promise<void> {
  const stage = new Stage(app, stores, report);
  await setUp(stage);
  await prepare(stage);
  await plan(stage);
  await drawInJuly(stage);
  await inspectInSummer(stage);
  await inspectJointly(stage);
  await reportTheYear(stage);

  await chaozhou2024.adoptNewestProcedure(stage);
  await chaozhou2024.importInspections(stage);
  await kazuo2024.setUp(stage);
  await kazuo2024.plan(stage);
  await kazuo2024.inspectNotaryOffice(stage);
  await chaozhou2024.declareInterests(stage);
  await chaozhou2024.plan(stage);
  await chaozhou2024.allot(stage);
  await kazuo2024.drawInJuly(stage);
  await kazuo2024.adoptNewestProcedure(stage);
  await kazuo2024.inspectInAugust(stage);
  await stateInterests(stage);
  await followComplaint(stage);
  await stage.on(END.day, END.time);
  await app.get(SelfChecks).daily();
}
