import { Draws } from './draws';
import { Home } from './home';
import { LogPage } from './log-page';
import { Organs } from './organs';
import { Plans } from './plans';
import { PublicPagesFilter } from './problem-page';
import { Registers } from './registers';
import { Results } from './results';
import { Site } from './site';
import { Visits } from './visits';

export { PublicPagesController } from './public-pages.controller';

/** What the public's pages are made with. */
export const publicPages = [Draws, Home, LogPage, Organs, Plans, PublicPagesFilter, Registers, Results, Site, Visits];
