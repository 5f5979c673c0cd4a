/**
 * The verifier as one page that an auditor keeps on a stick. The same text runs twice: in the document as the page, and from a blob:
 * address as the worker that judges, so that a large bundle doesn't freeze the page.
 */
import { showPage } from './page';
import { work } from './worker';

if (typeof document === 'undefined') work();
else showPage();
