import { useEffect, useState } from 'react';

/** How long what had the focus may still be taken away by the answer to what was done, in milliseconds. */
const SETTLING = 5_000;

/**
 * For a dialog or form that is there only while it is open: when it goes, the focus goes back to what had it when it came, and to the
 * page's content where that is gone, or goes a moment later, because the step that it led to is done.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement) before.focus();
      const toContent = (): void => document.getElementById('content')?.focus({ preventScroll: true });
      if (document.activeElement !== before) return toContent();
      const watch = new MutationObserver(() => {
        if (before === null || before.isConnected) return;
        watch.disconnect();
        if (document.activeElement === document.body) toContent();
      });
      watch.observe(document.body, { childList: true, subtree: true });
      setTimeout(() => watch.disconnect(), SETTLING);
    },
    [before],
  );
}
