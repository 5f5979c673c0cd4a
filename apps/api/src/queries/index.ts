import { PublicController } from './public.controller';
import { RegistersController } from './registers.controller';
import { WorkController } from './work.controller';

export { Reader } from './reader';

/** Everything that is read. */
export const queryControllers = [PublicController, RegistersController, WorkController];
