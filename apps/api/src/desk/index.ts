import type { Type } from '@nestjs/common';
import { DemonstrationHomeController } from './demonstration-home.controller';
import { DeskController } from './desk.controller';
import { PagesController } from './pages.controller';

export { MeOf } from './me';
export { webFolder } from './web-build';

/** The desk's pages and what they start from; the demonstration has a home page of its own. */
export function deskControllers(mode: 'demo' | 'serve'): Type<object>[] {
  return [PagesController, DeskController, ...(mode === 'demo' ? [DemonstrationHomeController] : [])];
}
