import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLive, type Line } from './live';
import { Updates, type Changed } from './updates';

/** Several records of one step, or of a line that is back, are read in one go, in milliseconds. */
const TOGETHER = 250;

/**
 * Follows what others do for a page that lists or counts cases: what it has read is read anew as soon as something changes. Says what stands
 * above the list, and which cases of it were changed since it was last seen.
 * @param keys of what the page has read
 * @param shown the cases of a list, by id; for figures the organs whose cases they count
 */
export function useUpdates(
  keys: readonly string[],
  shown: readonly string[] | { readonly organs: readonly string[] },
): { readonly above: ReactNode; readonly updated: ReadonlySet<string> } {
  const queries = useQueryClient();
  const [line, setLine] = useState<Line>('waiting');
  const [told, setTold] = useState<ReadonlyMap<string, Changed & { readonly organ: string }>>(new Map());
  const listed = 'organs' in shown ? [] : shown;
  // What has left the list since counts too: it was on it.
  const [met, setMet] = useState<ReadonlySet<string>>(new Set(listed));
  if (listed.some((id) => !met.has(id))) setMet(new Set([...met, ...listed]));
  const reading = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(reading.current), []);

  function readAnew(): void {
    clearTimeout(reading.current);
    reading.current = setTimeout(() => {
      for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
    }, TOGETHER);
  }
  useLive('now', {
    told: ({ card }) => {
      readAnew();
      if (card) setTold((before) => new Map(before).set(card.case, { ...card, id: card.case }));
    },
    reset: readAnew,
    line: setLine,
  });

  const changed = [...told.values()].filter(({ id, organ }) =>
    'organs' in shown ? shown.organs.includes(organ) : met.has(id),
  );
  return {
    above: <Updates changed={changed} line={line} onSeen={() => setTold(new Map())} />,
    updated: new Set(changed.map(({ id }) => id)),
  };
}
