import { BoardController } from './board.controller';
import { LiveController } from './live.controller';

/** Where every case stands, and what happens while somebody looks. */
export const boardControllers = [BoardController, LiveController];
