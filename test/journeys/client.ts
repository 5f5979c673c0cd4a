import { createHash } from 'node:crypto';

/** One answer of the server. */
export interface Answer<B = unknown> {
  readonly status: number;
  readonly body: B;
  readonly etag: string | null;
  readonly headers: Headers;
}

/** What a command answers. */
export interface Done {
  readonly id: string;
  readonly revision: number;
  readonly position: number | null;
  readonly recorded: readonly string[];
  readonly repeated: boolean;
}

/** What is answered to a file that was sent. */
export interface Received {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly receivedAt: string;
}

/** What a refused request answers (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly basis?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly given?: string }[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One page of a list. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** Paths of the aggregates whose single things can be read, with their ETag. */
const READABLE = ['plans', 'cases', 'selections', 'organs', 'reports', 'standings', 'circulars', 'integrity-files'];

/** Revisions last seen of what has no page of its own, by `path/id`; all clients of a server share them. */
export type Seen = Map<string, number>;

/** `OpenVisit` → `open-visit`. */
export function kebab(command: string): string {
  return command.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** A paper with a text, as far as its first bytes tell; and what it is known by. */
export const paperOf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}\n`);
export const fingerprintOf = (text: string): string => createHash('sha256').update(paperOf(text)).digest('hex');

/** Somebody at a browser, or the public: speaks HTTP to the server and knows nothing else of it. */
export class Client {
  private token: Promise<string> | undefined;

  constructor(
    private readonly base: () => string,
    private readonly seen: Seen,
    private readonly signIn?: () => Promise<string>,
  ) {}

  /** The session's token; signs in when there is none yet. Undefined for the public. */
  async session(): Promise<string | undefined> {
    this.token ??= this.signIn?.();
    return this.token;
  }

  /** Signs in anew with the next request. */
  forgetSession(): void {
    this.token = undefined;
  }

  async send<B>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<B>> {
    const token = await this.session();
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${this.base()}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const read = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(read) : read) as B,
      etag: response.headers.get('etag'),
      headers: response.headers,
    };
  }

  /** Sends a file, whole or as a stream without a length. */
  async upload<B = Received & Problem>(name: string, content: Uint8Array | ReadableStream): Promise<Answer<B>> {
    const token = await this.session();
    const response = await fetch(`${this.base()}/api/v1/attachments?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: content,
      ...(content instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit);
    const body = (await response.json()) as B;
    return { status: response.status, body, etag: null, headers: response.headers };
  }

  /** Sends a paper with this text as a file. @returns its fingerprint */
  async paper(name: string, text: string): Promise<string> {
    const { status, body } = await this.upload(name, paperOf(text));
    if (status !== 201) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body.sha256;
  }

  /** A file as it is saved. */
  async download(path: string): Promise<Answer<Uint8Array>> {
    const token = await this.session();
    const response = await fetch(`${this.base()}${path}`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, body, etag: null, headers: response.headers };
  }

  get<B>(path: string): Promise<Answer<B>> {
    return this.send<B>('GET', path);
  }

  /** What stands there. @throws Error when it isn't answered with 200 */
  async read<B>(path: string): Promise<B> {
    const { status, body } = await this.get<B>(path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** A whole list, page by page. */
  async list<Row>(path: string): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const joint = path.includes('?') ? '&' : '?';
    for (let cursor: string | null | undefined; cursor !== null;) {
      const at: string = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<Row> = await this.read<Page<Row>>(`${path}${joint}limit=200${at}`);
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  }

  /** Gives a command with the revision that this person has just seen in `If-Match`. */
  async ask(
    aggregate: string,
    id: string,
    command: string,
    data: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Done & Problem>> {
    const subject = `${aggregate}/${encodeURIComponent(id)}`;
    const etag = 'if-match' in headers ? undefined : await this.etagOf(aggregate, subject);
    const path = `/api/v1/${subject}/${kebab(command)}`;
    const answer = await this.send<Done & Problem>('POST', path, data, {
      ...(etag === undefined ? {} : { 'if-match': etag }),
      ...headers,
    });
    if (answer.status < 300) this.seen.set(subject, answer.body.revision);
    return answer;
  }

  /** Gives a command that is expected to go through. @throws Error with the refusal */
  async give(aggregate: string, id: string, command: string, data: object = {}): Promise<Done> {
    const { status, body } = await this.ask(aggregate, id, command, data);
    if (status >= 300) throw new Error(`${command} ${id}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Gives a command that is expected to be refused, and says how. */
  async refused(aggregate: string, id: string, command: string, data: object = {}): Promise<string> {
    const { status, body } = await this.ask(aggregate, id, command, data);
    return status < 300 ? `${command} went through` : `${status} ${body.code}`;
  }

  private async etagOf(aggregate: string, subject: string): Promise<string | undefined> {
    if (READABLE.includes(aggregate)) {
      const { status, etag } = await this.get(`/api/v1/${subject}`);
      return status === 200 ? (etag ?? undefined) : undefined;
    }
    const revision = this.seen.get(subject);
    return revision === undefined ? undefined : `"${revision}"`;
  }
}
