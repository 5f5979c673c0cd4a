/**
 * The witness's page (现场监督抽查, B二(九); R11): one link, one value. It runs on any phone and over plain http, so it hashes in
 * JavaScript and loads nothing but itself. The value stays on the device until the sealing is closed; then the page opens the seal by itself.
 */
import './witness.css';
import { linkIn, Refused, sendOpening, sendSeal, viewOf, type ContributorView, type Link } from './link';
import { keep, kept, openingOf, type Opening } from './opening';
import { screenOf, type Actions } from './screen';
import { stepOf, type Step } from './step';

/** How often the page asks where the draw stands, in milliseconds. */
const EVERY = 2_000;
/** After so many milliseconds an answer that is still awaited isn't waited for any more. */
const LONGEST = 30_000;

const place = document.querySelector<HTMLElement>('#witness')!;
const link = linkIn(location);

let mine: Opening | undefined;
let shown: string | undefined;
let busy = false;
/** The server has said where the draw stands. */
let known = false;
/** Since when an answer is awaited, in milliseconds of the page. */
let asked: number | undefined;
/** Counts the looks and what is sealed: an answer that was asked for before the last of them tells of a time gone by. */
let turn = 0;

/** Shows a step once: what somebody is typing isn't taken away by the next look. */
function show(step: Step | 'waiting' | 'no-link' | 'unknown' | 'offline', view?: ContributorView): void {
  const key = `${step} ${view?.openUntil ?? ''}`;
  if (key === shown) return;
  shown = key;
  place.replaceChildren(...screenOf(step, { view, mine, actions }));
  place.querySelector<HTMLElement>('h1')?.focus();
}

const actions: Actions = {
  async seal(value) {
    if (!link || busy) return;
    busy = true;
    turn += 1;
    asked = undefined;
    try {
      const view = await viewOf(link);
      // A value that was sent before its answer got lost is sent again; another one can't take its place.
      mine = kept(view) ?? openingOf(view, value);
      keep(mine);
      await sendSeal(link, mine.seal);
    } finally {
      busy = false;
    }
    await look(link);
  },
  save() {
    if (!mine) return;
    const file = new Blob([JSON.stringify(mine, null, 2)], { type: 'application/json' });
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(file);
    anchor.download = `开启凭据-${mine.draw}-${mine.by}.json`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  },
};

/** Looks where the draw stands, and does what then is to do without being asked: one look at a time, so that it is done once. */
async function look(given: Link): Promise<void> {
  if (busy || (asked !== undefined && performance.now() - asked < LONGEST)) return;
  asked = performance.now();
  const own = (turn += 1);
  try {
    const view = await viewOf(given);
    if (turn !== own) return;
    known = true;
    mine ??= kept(view);
    const step = stepOf(view, mine);
    show(step, view);
    if (step === 'resend' && mine) await sendSeal(given, mine.seal);
    if (step === 'open' && mine) await sendOpening(given, mine);
  } catch (error) {
    if (error instanceof Refused && error.code === 'UNKNOWN_DRAW_LINK') show('unknown');
    // Any other refusal passes with the next look: the server restarts, or a checkpoint is on its way.
    else if (!(error instanceof Refused) && !known) show('offline');
  } finally {
    if (turn === own) asked = undefined;
  }
}

if (link) {
  show('waiting');
  void look(link);
  setInterval(() => void look(link), EVERY);
} else {
  show('no-link');
}
