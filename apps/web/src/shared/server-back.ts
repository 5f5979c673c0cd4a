import { useEffect, useRef } from 'react';

/** How often the server is asked whether it is there again, in milliseconds. */
const EVERY = 3_000;

/** Calls `onBack` once the server answers again, while it is away. What is shown meanwhile stays as it is. */
export function useServerBack(away: boolean, onBack: () => void): void {
  const back = useRef(onBack);
  useEffect(() => {
    back.current = onBack;
  });
  useEffect(() => {
    if (!away) return undefined;
    const asking = setInterval(() => {
      fetch('/health/ready', { cache: 'no-store' }).then(
        ({ ok }) => ok && back.current(),
        () => undefined,
      );
    }, EVERY);
    return () => clearInterval(asking);
  }, [away]);
}
