import { SelfChecks, type Stores } from '@srd/application';
import { inspectJointly } from './chaozhou-2023/autumn';
import { plan, prepare, setUp } from './chaozhou-2023/spring';
import { drawInJuly, inspectInSummer } from './chaozhou-2023/summer';
import { reportTheYear } from './chaozhou-2023/year-report';
import { circulate, drawFirms } from './chaozhou-2024/firms';
import { refusesToCooperate, throughTheRounds } from './chaozhou-2024/firms-breach';
import { comesOffTheList, penaltyFalls, staysOnTheList, takesNoHeed } from './chaozhou-2024/firms-lists';
import { drawOnThePlatform, inspectAppraisers, refersACrime } from './chaozhou-2024/forensic';
import { inspectWithoutThePartner } from './chaozhou-2024/notary';
import { drawByLot, learnsOfAnInterest, repairs } from './chaozhou-2024/offices';
import { followTransfer } from './chaozhou-2024/transfer';
import { theYear } from './chaozhou-2024/year';
import { followInstruction } from './kazuo-2024/instruction';
import { followReport } from './kazuo-2024/report';
import * as kazuo2024 from './kazuo-2024/year';
import * as raoping2024 from './raoping-2024';
import * as raopingSummer from './raoping-2024-summer';
import { Stage, type Doors } from './stage';
import { together } from './together';

/** Where the demonstration's clock stands when it is ready: a Tuesday, 9 o'clock in China. */
export const END = { day: '2024-08-20', time: '09:00' } as const;

/** The year 2024, organ by organ and case by case: each told from its beginning to its end, all of them side by side. */
const stories: readonly ((stage: Stage) => Promise<void>)[] = [
  theYear,
  drawFirms,
  comesOffTheList,
  throughTheRounds,
  takesNoHeed,
  staysOnTheList,
  refusesToCooperate,
  penaltyFalls,
  circulate,
  drawByLot,
  repairs,
  learnsOfAnInterest,
  inspectWithoutThePartner,
  drawOnThePlatform,
  refersACrime,
  inspectAppraisers,
  followTransfer,
  raoping2024.prepareAndDraw,
  raoping2024.publishesLate,
  raoping2024.nobodyThere,
  raoping2024.leavesTheSector,
  raoping2024.handsUpMaterial,
  raopingSummer.inspectsOffices,
  raopingSummer.looksAtPapers,
  raopingSummer.isRenamed,
  kazuo2024.theYear,
  followInstruction,
  followReport,
];

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

  await together(stories.map((story) => (turn) => story(stage.inTurn(turn))));
  await stage.on(END.day, END.time);
  await app.get(SelfChecks).daily();
}
