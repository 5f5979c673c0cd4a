import { CaseDeskController } from './case-desk.controller';
import { DrawRoomController } from './draw-room.controller';
import { DueDaysController } from './due-days.controller';
import { RevisitsController } from './revisits.controller';
import { FlagsController } from './flags.controller';
import { FollowUpsController } from './follow-ups.controller';
import { IntegrityController } from './integrity.controller';
import { OutlookController } from './outlook.controller';
import { PublicProcedureController } from './public-procedure.controller';
import { PublicController } from './public.controller';
import { RegistersController } from './registers.controller';
import { StandingsController } from './standings.controller';
import { ReportsController } from './reports.controller';
import { StatisticsController } from './statistics.controller';
import { ThenController } from './then.controller';
import { WorkController } from './work.controller';

export { Reader } from './reader';
export { NO_SUCH_CODE, visitOf } from './visit-of';

/** Everything that is read. */
export const queryControllers = [
  PublicController,
  DrawRoomController,
  PublicProcedureController,
  FlagsController,
  FollowUpsController,
  DueDaysController,
  RevisitsController,
  OutlookController,
  RegistersController,
  StandingsController,
  IntegrityController,
  ReportsController,
  StatisticsController,
  ThenController,
  WorkController,
  CaseDeskController,
];
