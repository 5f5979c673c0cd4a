/** A witness's own way to one draw: `/witness/<draw>#<token>`. The token stays behind `#`, so no server log holds it. */
export interface Link {
  readonly draw: string;
  readonly token: string;
}

/** What the server tells the holder of a link. */
export interface ContributorView {
  readonly draw: string;
  readonly task: string;
  readonly attempt: number;
  readonly by: string;
  readonly role: string;
  readonly protocol: 'srd-draw/1' | 'srd-assign/1';
  readonly requestHash: string;
  readonly commitment: string;
  readonly state: string;
  readonly revealBy: string;
  readonly openUntil: string | null;
  readonly seal: string | null;
  readonly opened: boolean;
  readonly absent: boolean;
}

/** The link in the address bar; undefined where it isn't one. */
export function linkIn({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Link | undefined {
  const [, draw = ''] = /^\/witness\/([^/]+)$/.exec(pathname) ?? [];
  const token = hash.slice(1);
  return draw === '' || !/^[\w-]{20,100}$/.test(token) ? undefined : { draw: decodeURIComponent(draw), token };
}

/** A server's refusal: its Chinese text and stable code. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** @throws Refused; TypeError while there is no network */
async function post<T>({ draw, token }: Link, step: string, body: object): Promise<T> {
  const response = await fetch(`/api/v1/public/draws/${encodeURIComponent(draw)}/${step}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...body }),
  });
  const answer = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  if (!response.ok)
    throw new Refused(answer.code ?? String(response.status), answer.detail ?? '服务器没有接受，请稍后再试');
  return answer as T;
}

/** @throws Refused; TypeError while there is no network */
export const viewOf = (link: Link): Promise<ContributorView> => post(link, 'link', {});
/** @throws Refused; TypeError while there is no network */
export const sendSeal = (link: Link, seal: string): Promise<unknown> => post(link, 'seal', { seal });
/** @throws Refused; TypeError while there is no network */
export const sendOpening = (link: Link, { value, nonce }: { value: string; nonce: string }): Promise<unknown> =>
  post(link, 'open', { value, nonce });
