import type { Who } from '@srd/application';
import type { publishedList } from '@srd/domain/catalogue';
import type { Organ } from '@srd/domain/organ';
import type { TaskContent } from '@srd/domain/plan';
import { dayOf, type DomainCommand, type Id } from '@srd/kernel';
import { systemClock, type Person } from '@srd/runtime';
import type { InstitutionRow } from '@srd/views';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failed } from '../command';
import type { PlanFacts } from './plan-rows';
import { Refused, type Aggregate, type Desk, type Place } from './place';

/** Routes of the aggregates that rows become. */
const PATHS: Readonly<Record<Aggregate, string>> = { roster: 'rosters', inspectors: 'inspectors', plan: 'plans' };

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly basis?: string;
}
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type PublishedItem = ReturnType<typeof publishedList>[number];

/** How often a request is sent while the server says "later". */
const TRIES = 20;

/** A running server, asked over HTTP under one session. */
export class Remote {
  private readonly base: string;

  constructor(
    server: string,
    private readonly token: string,
  ) {
    this.base = server.replace(/\/+$/, '');
  }

  /** The body of the answer; undefined for 404. @throws Failed for any other answer that isn't a yes */
  async get<T>(path: string): Promise<T | undefined> {
    const { status, body } = await this.ask('GET', path);
    if (status === 404) return undefined;
    if (status >= 400) throw new Failed(saying(body as Problem, status));
    return body as T;
  }

  /** All pages of a list. */
  async list<T>(path: string): Promise<readonly T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: readonly T[]; next: string | null } | undefined = await this.get(`${path}${more}`);
      items.push(...(page?.items ?? []));
      cursor = page?.next ?? null;
    }
    return items;
  }

  /** @throws Refused for what the server refuses, Failed where it isn't this row's fault */
  async post<T>(path: string, data: object): Promise<T> {
    const { status, body } = await this.ask('POST', path, data);
    if (status < 400) return body as T;
    const { code = 'REFUSED', title = '未获准', basis = '' } = body as Problem;
    if (status === 401 || status >= 500) throw new Failed(saying(body as Problem, status));
    throw new Refused(code, title, saying(body as Problem, status), basis);
  }

  /** Sent again, under the same key, when the server says "later". */
  private async ask(method: string, path: string, data?: object): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(data === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    };
    for (let attempt = 1; ; attempt++) {
      const response = await reach(`${this.base}${path}`, {
        method,
        headers,
        ...(data && { body: JSON.stringify(data) }),
      });
      const later = response.status === 429 || response.status === 503;
      if (later && attempt < TRIES) {
        await sleep(1000 * Math.min(Number(response.headers.get('retry-after')) || 2, 60));
        continue;
      }
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : {} };
    }
  }
}

/** A token for a login and its password. @throws Failed when they are wrong */
export async function signIn(server: string, account: string, password: string): Promise<string> {
  const url = `${server.replace(/\/+$/, '')}/api/v1/session`;
  const body = JSON.stringify({ account, password });
  const response = await reach(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const answer = (await response.json()) as Problem & { readonly token?: string };
  return answer.token ?? fail(saying(answer, response.status));
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error as { readonly cause?: Error };
    return fail(`连不上服务 ${url}：${cause?.message ?? (error as Error).message}`);
  }
}

function saying({ detail, title }: Problem, status: number): string {
  return detail ?? title ?? `服务回答 ${status}`;
}

/** An organ's record as the server shows it to this account. Certificate numbers aren't shown, so a doubled one isn't seen before. */
export function remotePlace(remote: Remote, id: Id): Place {
  const of = `organ=${encodeURIComponent(id)}`;
  return {
    organ: id,
    today: dayOf(systemClock.now()),
    record: async () => (await remote.get<Organ>(`/api/v1/organs/${id}`)) ?? fail(`没有编号为“${id}”的机关`),
    institutions: () => remote.list<InstitutionRow>(`/api/v1/institutions?${of}&limit=200`),
    certificates: async () => new Set<string>(),
    items: async () => {
      const lists = await Promise.all(
        ['own', 'joint'].map((list) => remote.list<PublishedItem>(`/api/v1/items?${of}&list=${list}`)),
      );
      const found: Record<string, { id: Id; revision: number }[]> = {};
      for (const { item, version, sector } of lists.flat())
        (found[sector] ??= []).push({ id: item, revision: version });
      return found as PlanFacts['items'];
    },
    taskNumbers: async (plan) => {
      const found = await remote.get<{ tasks: readonly { content: TaskContent }[] }>(`/api/v1/plans/${plan}`);
      return found?.tasks.map(({ content }) => content.number);
    },
  };
}

/** Brings rows in through the server's routes. */
export function remoteDesk(remote: Remote): Desk {
  const route = (command: string): string => command.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return {
    enter: async (person: Person) => (await remote.post<{ id: Id }>('/api/v1/persons', person)).id,
    give: async (aggregate, id, command: DomainCommand) => {
      await remote.post(`/api/v1/${PATHS[aggregate]}/${id}/${route(command.type)}`, command.data as object);
    },
  };
}

/** Who the session's account is. */
export async function whoAmI(remote: Remote): Promise<Who> {
  return (await remote.get<Who>('/api/v1/session')) ?? fail('服务没有会话接口');
}

function fail(reason: string): never {
  throw new Failed(reason);
}
