import { closeStores, openStores } from '@srd/adapters/stores';
import { readSettings } from '@srd/application';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, type Server } from '../../apps/api/src/server';
import { differing, type Description } from '../journeys/described';
import { place, start } from './built';

interface Content {
  readonly schema?: { readonly $ref?: string; readonly type?: string; readonly properties?: object };
}
type Operations = Readonly<Record<string, { readonly responses: Responses }>>;
type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;

const description = JSON.parse(readFileSync(join(__dirname, '../../apps/api/openapi.json'), 'utf8')) as Description & {
  readonly paths: Readonly<Record<string, Operations>>;
};
/** No series of the demonstration waits for its team: the draw room's own journey holds this one against its form. */
const ELSEWHERE = ['/api/v1/selections/{id}/team-preview'];
const routes = Object.entries(description.paths)
  .filter(([, { get }]) => get?.responses['200']?.content?.['application/json'] !== undefined)
  .map(([route]) => route)
  .filter((route) => !ELSEWHERE.includes(route));

/** Who is asked for an answer, one after the other, until somebody may read it. */
const READERS = [
  'chaozhou-leader',
  'chaozhou-auditor',
  'chaozhou-lawyer-officer',
  'chaozhou-public-officer',
  'chaozhou-supervision',
  'kazuo-leader',
  'kazuo-officer',
  'kazuo-rectification',
  'chaozhou-admin-1',
];
/** What is asked beside the path, where a route needs it. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/public/items': ['organ=chaozhou', 'organ=chaozhou&list=joint'],
  '/api/v1/items': ['organ=chaozhou', 'organ=chaozhou&list=joint'],
  '/api/v1/public/guidance': ['organ=chaozhou&sector=law-firm'],
  '/api/v1/public/listings': ['state=listed', 'state=withdrawn'],
  '/api/v1/integrity-files': ['kind=institution', 'kind=practitioner'],
  '/api/v1/overview': ['year=2024', 'year=2023'],
  '/api/v1/inspectors/{organ}/statements': ['year=2024', 'year=2023'],
  '/api/v1/public/fairness': ['organ=chaozhou&year=2023', 'organ=kazuo&year=2024'],
  '/api/v1/statistics': ['organ=chaozhou&year=2023&by=section'],
  '/api/v1/statistics/burden': ['organ=chaozhou&year=2023'],
  '/api/v1/statistics/{figure}': ['organ=chaozhou&year=2023'],
  '/api/v1/due-days': ['from=2024-08-01&to=2024-09-30'],
  '/api/v1/revisits': ['from=2024-08-01&to=2024-09-01'],
  '/api/v1/cases/{id}/revisit-candidates': ['on=2024-08-27'],
  '/api/v1/cases/{id}/diff': ['from=-1&to=3'],
  '/api/v1/cases/{id}/as-known': ['at=2024-07-01T00:00:00.000Z'],
  '/api/v1/cases/{id}/as-true': ['on=2024-07-01'],
  '/api/v1/{kind}/{id}/as-known': ['at=2024-07-01T00:00:00.000Z'],
  '/api/v1/{kind}/{id}/as-true': ['on=2024-07-01'],
  '/api/v1/standings/in-force': ['on=2024-08-01'],
  '/api/v1/reports/{id}/later-changes': ['asOf=2023-10-31'],
  '/api/v1/reports/{id}/export': ['asOf=2023-10-31'],
  '/api/v1/persons': ['ids=p-chaozhou-inspector-4'],
  '/api/v1/selections/{id}/object-preview': ['plan=chaozhou-2024', 'plan=kazuo-2024'],
  '/api/v1/public/log/consistency': ['from=10&to=20'],
  '/api/v1/public/log/inclusion': ['index=3&size=20'],
  '/api/v1/accesses': ['day=2024-08-20'],
};

it.each(
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith('2') && status !== '204')
        .map(([status, { content }]) => [`${method.toUpperCase()} ${path} ${status}`, content] as const),
    ),
  ),
)('%s says in which form it answers', (_, content) => {
  const forms = Object.values(content ?? {}).map(({ schema }) => schema);
  expect(forms).not.toEqual([]);
  for (const form of forms) expect(form?.$ref ?? form?.type).toBeDefined();
  const empty = forms.filter((form) => form?.type === 'object' && form.properties === undefined);
  expect(empty).toEqual([]);
});

describe('in the demonstration', () => {
  let server: Server;
  let stores: ReturnType<typeof openStores>;
  const tokens = new Map<string, string>();
  let known: Readonly<Record<string, readonly string[]>>;

  const get = async (url: string, reader: string): Promise<{ status: number; body: unknown }> => {
    const headers = {
      authorization: `Bearer ${tokens.get(reader) ?? ''}`,
      'srd-purpose': encodeURIComponent('核对接口说明'),
    };
    const answer = await server.app.inject({ method: 'GET', url, headers });
    return { status: answer.statusCode, body: answer.statusCode === 200 ? (JSON.parse(answer.body) as unknown) : null };
  };
  const ids = async (url: string, member = 'id'): Promise<string[]> => {
    const all = await Promise.all(READERS.slice(0, 6).map((reader) => get(url, reader)));
    const rows = all.flatMap(
      ({ body }) => (body as { items?: Readonly<Record<string, string>>[] } | null)?.items ?? [],
    );
    return [...new Set(rows.map((row) => row[member] ?? ''))];
  };

  beforeAll(async () => {
    const where = place();
    await start(where);
    const env = { SRD_MODE: 'demo', DATA_DIR: where.dataDir, SRD_KEY_DIR: where.keyDir, SRD_LOG_LEVEL: 'silent' };
    const settings = readSettings({ ...env, SRD_REQUESTS_PER_MINUTE: '1000000' });
    stores = openStores(settings);
    server = await buildServer(stores, settings);
    for (const account of READERS) {
      const url = '/api/v1/demonstration/session';
      const answer = await server.app.inject({ method: 'POST', url, payload: { account } });
      tokens.set(account, answer.json<{ token: string }>().token);
    }
    const [cases, plans, draws, organs] = await Promise.all(
      ['cases', 'plans', 'draws', 'organs'].map((list) => ids(`/api/v1/${list}?limit=200`)),
    );
    const codes = stores.views.list('visitCodes', { limit: 5 }).rows.map(({ row }) => (row as { code: string }).code);
    const waiting = await ids('/api/v1/tasks-to-draw', 'task');
    known = {
      cases: cases ?? [],
      plans: plans ?? [],
      reports: plans ?? [],
      draws: draws ?? [],
      'object-preview': waiting,
      selections: [...new Set((draws ?? []).map((draw) => draw.replace(/\.\d+$/, '')))],
      organs: organs ?? [],
      inspectors: organs ?? [],
      tasks: ['chaozhou-2023-1', 'chaozhou-2023-4', 'kazuo-2024-1'],
      standings: await ids('/api/v1/standings?limit=200'),
      'integrity-files': await ids('/api/v1/integrity-files?limit=200'),
      circulars: await ids('/api/v1/circulars?limit=200'),
      visits: codes,
      statistics: ['cases', 'inspected', 'drawn', 'completed'],
      '{kind}': ['plans/chaozhou-2023', 'plans/kazuo-2024'],
    };
  });
  afterAll(async () => {
    await server.stop();
    await closeStores(stores);
  });

  /** The addresses that a route has here. A bundle is long work: two of a kind do. */
  const addressesOf = (route: string): string[] => {
    const [, kind = ''] = /^\/api\/v1\/(?:public\/)?([^/]+)/.exec(route) ?? [];
    const within = route.endsWith('/bundle')
      ? known[kind]?.slice(0, 2)
      : (known[route.split('/').at(-1) ?? ''] ?? known[kind]);
    const filled = route
      .replace('{year}', '2023')
      .replace('{revision}', '2')
      .replace('{path}', 'team')
      .replace('{kind}/{id}', '{id}');
    const paths = /\{/.test(filled) ? (within ?? []).map((id) => filled.replace(/\{\w+\}/, id)) : [filled];
    return paths.flatMap((path) => (ASKED[route] ?? ['']).map((asked) => (asked ? `${path}?${asked}` : path)));
  };

  it.each(routes)('%s answers as it says', async (route) => {
    let answered = 0;
    for (const url of addressesOf(route)) {
      for (const reader of READERS) {
        const { status, body } = await get(url, reader);
        if (status !== 200) continue;
        answered++;
        expect({ url, differing: differing(description, route, body) }).toEqual({ url, differing: [] });
        break;
      }
    }
    expect(answered).toBeGreaterThan(0);
  });
});
