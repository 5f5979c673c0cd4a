import { ReplayController } from '../replay/replay.controller';
import { BundlesController } from './bundles.controller';
import { LogController } from './log.controller';
import { PublicDrawsController } from './public-draws.controller';
import { PublicLogController } from './public-log.controller';

/** The log's proofs, the draws in plain words, audit bundles, replay, and what is recorded of those who look. */
export const logControllers = [
  PublicLogController,
  PublicDrawsController,
  BundlesController,
  LogController,
  ReplayController,
];
