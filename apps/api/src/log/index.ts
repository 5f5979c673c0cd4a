import { PublicLogController } from './public-log.controller';

/** The log's proofs, and what is recorded of those who look. */
export const logControllers = [PublicLogController];
