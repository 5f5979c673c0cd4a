import createClient from 'openapi-fetch';
import { hasActed } from './acted';
import { problemIn, problemOf } from './problem';
import { purposeHeaders } from './purpose';
import type { components, paths } from './schema';

/** The forms and answers of the interface, by their names in its description. */
export type Schemas = components['schemas'];

/** Position of this page's last command: what is read afterwards shows its outcome. */
let written: number | undefined;

/** Every route of the interface, typed by its description. Anything but a success is thrown as a `Problem`. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  querySerializer: { array: { style: 'form', explode: false } },
});

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') return request;
    if (!hasActed()) request.headers.set('srd-background', '1');
    if (written !== undefined) request.headers.set('srd-after', String(written));
    for (const [name, value] of Object.entries(purposeHeaders(request.url))) request.headers.set(name, value);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemIn(response);
    return undefined;
  },
  onError({ error }) {
    return problemOf(error);
  },
});

/** An answer's content. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** What a command answers. */
export type CommandAnswer = Schemas['CommandAnswer'];

/** A command on its way: its route, what it says, and the revision that its sender saw. */
export interface Command {
  /** `/api/v1/cases/{id}/open-visit`, with the id in place. */
  readonly path: string;
  readonly body: unknown;
  readonly revision?: number;
  /** The same key with the same content is carried out once, however often it is sent. */
  readonly key: string;
}

/** Takes note of what an answer says of its outcome's position. */
export function seen<T extends { readonly position: number | null }>(answer: T): T {
  if (answer.position !== null) written = Math.max(written ?? 0, answer.position);
  return answer;
}

/** Sends a command. @throws Problem */
export async function give({ path, body, revision, key }: Command): Promise<CommandAnswer> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': key };
  if (revision !== undefined) headers['if-match'] = `"${revision}"`;
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  } catch (error) {
    throw problemOf(error);
  }
  if (!response.ok) throw await problemIn(response);
  return seen((await response.json()) as CommandAnswer);
}

/** An idempotency key. Over plain http `crypto.randomUUID` is absent; `getRandomValues` isn't. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
