import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Remote, remoteDesk, remotePlace, signIn } from './http-place';

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown };

const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
let answers: ((url: string) => Answer)[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, headers, body });
    const answer = (answers.length > 1 ? answers.shift() : answers[0])?.(url) ?? {};
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
  });
});
const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const remote = (): Remote => new Remote(`${address()}/`, 'token-of-the-session');

describe('a running server as the place of an import', () => {
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => asked.splice(0));

  it("gives a row to the aggregate's own route, under the session", async () => {
    answers = [() => ({ status: 201 })];
    const command = { type: 'RegisterInstitution', data: { institution: 'a' } };
    await remoteDesk(remote()).give('roster', 'chaozhou.law-firm', command);
    expect(asked).toMatchObject([
      { method: 'POST', url: '/api/v1/rosters/chaozhou.law-firm/register-institution', body: '{"institution":"a"}' },
    ]);
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer token-of-the-session' });
  });

  it('sends the same row again under the same key when the server says "later"', async () => {
    answers = [
      () => ({ status: 429, headers: { 'retry-after': '0.01' } }),
      () => ({ status: 503, headers: { 'retry-after': '0.01' } }),
      () => ({ status: 201, body: { id: 'p-1' } }),
    ];
    expect(await remoteDesk(remote()).enter({ name: '王某' })).toBe('p-1');
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(asked).toHaveLength(3);
  });

  it('tells a refused row from a session that has ended and a server that is not there', async () => {
    const give = () => remoteDesk(remote()).give('plan', 'x-2023', { type: 'DraftTask', data: {} });
    answers = [
      () => ({
        status: 422,
        body: { code: 'VALIDATION_FAILED', title: '内容有误', detail: '有 1 处填写有误：名称（/name）不能为空' },
      }),
    ];
    await expect(give()).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      detail: '有 1 处填写有误：名称（/name）不能为空',
    });
    answers = [() => ({ status: 401, body: { detail: '尚未登录或会话已结束' } })];
    await expect(give()).rejects.toMatchObject({ name: 'Failed', message: '尚未登录或会话已结束' });
    await expect(signIn('http://127.0.0.1:9', 'a', 'b')).rejects.toThrow('连不上服务');
  });

  it('reads all pages of a list, and knows no plan where there is none', async () => {
    answers = [
      () => ({ body: { items: [{ uscc: '1' }], next: 'c2' } }),
      () => ({ body: { items: [{ uscc: '2' }], next: null } }),
    ];
    expect(await remotePlace(remote(), 'chaozhou').institutions()).toEqual([{ uscc: '1' }, { uscc: '2' }]);
    expect(asked[1]?.url).toBe('/api/v1/institutions?organ=chaozhou&limit=200&cursor=c2');
    answers = [() => ({ status: 404 })];
    expect(await remotePlace(remote(), 'chaozhou').taskNumbers('chaozhou-2023')).toBeUndefined();
  });
});
