import { createContext, useCallback, useContext, useState } from 'react';

interface Holding {
  /** A form was opened or put away: while it is open, its step stays in view with what was entered. */
  readonly hold: (open: boolean) => void;
  /** Where the draw stands by now, in words, when others went on while a form was open. */
  readonly moved: string | undefined;
}

const Held = createContext<Holding>({ hold: () => undefined, moved: undefined });

export const HoldingProvider = Held.Provider;
export const useHolding = (): Holding => useContext(Held);

/** What is shown: the latest, or what was in view when a form was opened. */
export function useHeld<T>(latest: T) {
  const [kept, keep] = useState<{ readonly value: T }>();
  const hold = useCallback((open: boolean) => keep(open ? { value: latest } : undefined), [latest]);
  return { shown: kept ? kept.value : latest, hold };
}
