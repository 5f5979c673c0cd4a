import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client';

/** What the live stream tells: something happened, and how a case's card stands after it. */
export interface Told {
  readonly position: number;
  readonly kind: string;
  readonly id: string;
  readonly type: string;
  readonly organ: string;
  readonly at: string;
  readonly card?: Omit<Schemas['CaseCard'], 'id'>;
}

export type Line = 'waiting' | 'open' | 'cut';

/**
 * Listens from a position on while the page is in front; `undefined` waits, `now` begins with what comes, and says `reset` when it has begun,
 * since what was read before may be older. Behind another tab it lets its connection go (a browser has six
 * for a server) and catches up from where it was when it comes back, as it does after a cut.
 */
export function useLive(
  from: number | 'now' | undefined,
  on: { told: (told: Told) => void; reset: () => void; line?: (line: Line) => void },
): void {
  const handlers = useRef(on);
  useEffect(() => {
    handlers.current = on;
  });
  useEffect(() => {
    if (from === undefined) return undefined;
    let last = from === 'now' ? undefined : from;
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;

    function open(): void {
      close();
      source = new EventSource(last === undefined ? '/api/v1/live' : `/api/v1/live?after=${last}`);
      source.addEventListener('ready', (event) => {
        handlers.current.line?.('open');
        if (last !== undefined) return;
        last = Number(event.lastEventId);
        handlers.current.reset();
      });
      source.addEventListener('reset', (event) => {
        last = Number(event.lastEventId);
        handlers.current.reset();
      });
      source.addEventListener('message', (event: MessageEvent<string>) => {
        last = Number(event.lastEventId);
        handlers.current.told(JSON.parse(event.data) as Told);
      });
      source.addEventListener('error', () => {
        handlers.current.line?.('cut');
        // A refusal ends the browser's own tries; a cut line doesn't, but an hour's sleep of the machine may.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, 3_000);
      });
    }
    function close(): void {
      clearTimeout(again);
      source?.close();
    }
    function seen(): void {
      if (document.visibilityState === 'hidden') close();
      else open();
    }
    open();
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', open);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', open);
      close();
    };
  }, [from]);
}
