import { Served } from '../commands/served.fixture';

/** One reader's stream, as a browser would hold it. */
class Stream {
  readonly events: { id?: string; event?: string; data: Record<string, unknown> }[] = [];
  comments = 0;
  ended = false;
  private text = '';
  private readonly abort = new AbortController();
  status = 0;

  async open(url: string, headers: Record<string, string>): Promise<this> {
    const answer = await fetch(url, { headers, signal: this.abort.signal });
    this.status = answer.status;
    if (answer.status === 200) void this.read(answer.body!).catch(() => (this.ended = true));
    else await answer.text();
    return this;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    for await (const chunk of body) {
      this.text += new TextDecoder().decode(chunk);
      for (let end = this.text.indexOf('\n\n'); end >= 0; end = this.text.indexOf('\n\n')) {
        this.take(this.text.slice(0, end));
        this.text = this.text.slice(end + 2);
      }
    }
    this.ended = true;
  }

  private take(block: string): void {
    const fields = block
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
    if (fields.every(([name]) => name === '')) this.comments++;
    const of = (name: string) => fields.find(([each]) => each === name)?.[1];
    const [id, event, data] = [of('id'), of('event'), of('data')];
    if (data !== undefined) this.events.push({ ...(id && { id }), ...(event && { event }), data: JSON.parse(data) });
  }

  get told(): string[] {
    return this.events.filter(({ event }) => event === undefined).map(({ data }) => String(data['id']));
  }

  get last(): string {
    return this.events.at(-1)?.id ?? '';
  }

  cut(): void {
    this.abort.abort();
  }

  async until(what: (stream: Stream) => boolean, ms = 60_000): Promise<void> {
    for (const end = Date.now() + ms; !what(this);) {
      if (Date.now() > end) throw new Error(`not told in time: ${JSON.stringify(this.events)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

describe('the live stream', () => {
  let served: Served;
  let url: string;
  const token: Record<string, string> = {};

  beforeAll(async () => {
    served = await Served.start();
    for (const organ of ['chaozhou', 'elsewhere']) {
      await served.found(organ);
      await served.open(`${organ}-officer`, organ, 'section-officer', 'lawyer-administration');
    }
    await served.open('admin', 'chaozhou', 'account-admin');
    for (const login of ['chaozhou-officer', 'elsewhere-officer', 'admin']) {
      const { credentials } = served.stores;
      token[login] = await credentials.start({ login, account: login, demonstration: true });
    }
    await served.server.app.listen(0, '127.0.0.1');
    url = `${await served.server.app.getUrl()}/api/v1/live`;
    await served.settled();
  });
  afterAll(() => served.stop());

  const open = (login: string, more: Record<string, string> = {}, query = '') =>
    new Stream().open(`${url}${query}`, { authorization: `Bearer ${token[login]}`, ...more });
  const draft = async (organ: string, year: number) => {
    const source = { kind: 'own', note: '试' };
    const body = { title: `${year}年计划`, documents: [], source };
    const { status } = await served.post(`${organ}-officer`, `plans/${organ}-${year}/draft-plan`, body);
    expect(status).toBe(201);
  };

  it('tells what happens to those who may see it, and to no others', async () => {
    const [mine, theirs] = [await open('chaozhou-officer'), await open('elsewhere-officer')];
    await mine.until(({ events }) => events[0]?.event === 'ready');
    await draft('chaozhou', 2030);
    await draft('elsewhere', 2030);
    await mine.until(({ told }) => told.length > 0);
    await theirs.until(({ told }) => told.length > 0);
    expect(mine.told).toEqual(['chaozhou-2030']);
    expect(theirs.told).toEqual(['elsewhere-2030']);
    mine.cut();
    theirs.cut();
  });

  it('a reader that was cut off goes on where it was: each event once, in order, none missing', async () => {
    const first = await open('chaozhou-officer');
    await first.until(({ events }) => events.length > 0);
    await draft('chaozhou', 2031);
    await first.until(({ told }) => told.length === 1);
    first.cut();
    for (const year of [2032, 2033, 2034]) await draft('chaozhou', year);
    const again = await open('chaozhou-officer', { 'last-event-id': first.last });
    await draft('chaozhou', 2035);
    await again.until(({ told }) => told.length >= 4);
    expect(again.told).toEqual(['chaozhou-2032', 'chaozhou-2033', 'chaozhou-2034', 'chaozhou-2035']);
    again.cut();
    const byAddress = await open('chaozhou-officer', {}, `?after=${first.last}`);
    await byAddress.until(({ told }) => told.length >= 4);
    expect(byAddress.told).toEqual(again.told);
    byAddress.cut();
  });

  it('isn’t buffered or kept on the way, and refuses whom cases are no business of', async () => {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token['chaozhou-officer']}` } });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('cache-control')).toContain('no-cache');
    await answer.body?.cancel();
    expect((await fetch(url)).status).toBe(401);
    expect((await open('admin')).status).toBe(403);
    expect((await open('chaozhou-officer', { 'last-event-id': 'x' })).status).toBe(400);
  });

  it('no account holds more streams open than it needs, and one that closes makes room', async () => {
    const streams: Stream[] = [];
    for (let at = 0; at < 8; at++) streams.push(await open('elsewhere-officer'));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open('elsewhere-officer')).status).toBe(429);
    streams[0]!.cut();
    let next = await open('elsewhere-officer');
    // The server hears of the end a moment later.
    for (const end = Date.now() + 60_000; next.status === 429 && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      next = await open('elsewhere-officer');
    }
    expect(next.status).toBe(200);
    for (const stream of [...streams, next]) stream.cut();
  });

  it('beats every fifteen seconds, and ends with the session', async () => {
    const stream = await open('chaozhou-officer');
    await stream.until(({ comments }) => comments > 0);
    await served.stores.credentials.end(token['chaozhou-officer']!);
    await stream.until(({ ended }) => ended);
  });
});
