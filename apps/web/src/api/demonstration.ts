import { problemIn, problemOf } from './problem';

/** What only the demonstration's server offers: it stands in no description, since in real use there is no such thing. */
export interface DemonstrationStart {
  /** How many events the log holds. */
  readonly events: number;
  readonly cards: readonly RoleCard[];
}

export interface RoleCard {
  readonly account: string;
  readonly title: string;
  readonly organ: string;
  readonly about: string;
}

export interface LogChecked {
  readonly events: number;
  readonly streams: number;
  readonly rows: number;
  readonly ok: boolean;
  readonly findings: readonly string[];
}

const path = '/api/v1/demonstration';

export const demonstration = {
  home: () => ask<DemonstrationStart>(path),
  check: () => ask<LogChecked>(`${path}/check`, {}),
  enter: (account: string) => ask<unknown>(`${path}/session`, { account }),
  moveClock: (day: string) => ask<{ readonly today: string }>(`${path}/clock`, { day }),
};

async function ask<T>(address: string, body?: object): Promise<T> {
  const posted = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  let response: Response;
  try {
    response = await fetch(address, posted);
  } catch (error) {
    throw problemOf(error);
  }
  if (!response.ok) throw await problemIn(response);
  return (await response.json()) as T;
}
