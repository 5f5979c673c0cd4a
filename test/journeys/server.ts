import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client, type Answer, type Seen } from './client';
import { PASSWORD } from './people';
import { anotherNode, newPlace, setUp, type Beginning } from './place';
import { ServerProcess, type Ended, type Place } from './process';

/** A server that runs. */
export type Running = Pick<ServerProcess, 'url' | 'lines' | 'stop' | 'terminate' | 'kill' | 'ended'>;
export type Start = (place: Place, settings: Readonly<Record<string, string>>) => Promise<Running>;

const asProcess: Start = (place, settings) => ServerProcess.start(place, settings);

/** What a house is opened with. */
export interface Opening {
  readonly organs: readonly Beginning[];
  /** Where the demonstration's clock stands; without it the house is in real use, on the machine's time. */
  readonly clock?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the events lie, if not where this run has them. */
  readonly eventStore?: string;
  /** How many servers stand in front of one EventStoreDB; whoever asks is sent to each in turn. */
  readonly nodes?: number;
  /** Starts a server; by default a process of its own. */
  readonly start?: Start;
}

/** An installation with its server running: what a test of a whole procedure speaks to. */
export class House {
  private readonly seen: Seen = new Map();
  private readonly clients = new Map<string, Client>();
  private doors = 0;
  private turn = 0;

  private constructor(
    readonly place: Place,
    /** The servers that run, the first of them at `place`. */
    private readonly processes: Running[],
    private readonly settings: Readonly<Record<string, string>>,
    private readonly start: Start,
  ) {}

  static async open({
    organs,
    clock,
    settings = {},
    eventStore,
    nodes = 1,
    start = asProcess,
  }: Opening): Promise<House> {
    const place = newPlace(clock, eventStore);
    await setUp(place, organs);
    const processes = [await start(place, settings)];
    for (let number = 2; number <= nodes; number++) {
      processes.push(await start(anotherNode(place, number, clock), settings));
    }
    return new House(place, processes, settings, start);
  }

  /** Of the server whose turn it is. */
  get url(): string {
    return this.node(this.turn++ % this.processes.length).url;
  }

  get server(): Running {
    return this.node(0);
  }

  /** One of several servers. */
  node(index: number): Running {
    return this.processes[index] as Running;
  }

  /** The machine of a server dies. */
  async lose(index: number): Promise<void> {
    const [lost] = this.processes.splice(index, 1);
    await lost?.kill();
  }

  /** The account's own browser, which signs in over HTTP when it is first used. */
  as(login: string): Client {
    const known = this.clients.get(login);
    if (known) return known;
    const client = new Client(
      () => this.url,
      this.seen,
      async () => {
        const { status, body } = await this.signIn(login, PASSWORD);
        if (status !== 201) throw new Error(`${login} can't sign in: ${status}`);
        return body.token;
      },
    );
    this.clients.set(login, client);
    return client;
  }

  /** Somebody without an account. */
  get anybody(): Client {
    return new Client(() => this.url, this.seen);
  }

  /** Each time from another address, so that the limit on attempts concerns the tests that mean it. */
  signIn(account: string, password: string): Promise<Answer<{ token: string }>> {
    const address = `10.0.${(this.doors >> 8) % 256}.${this.doors++ % 256}`;
    return this.anybody.send('POST', '/api/v1/session', { account, password }, { 'x-forwarded-for': address });
  }

  /** Moves the demonstration's clock to 9 o'clock of a later day, as a leader does. */
  async on(day: string, leader = 'chaozhou-leader'): Promise<void> {
    // Each server has the demonstration's clock to itself.
    const moved = this.processes.map(async () => {
      const { status, body } = await this.as(leader).send('POST', '/api/v1/demonstration/clock', { day });
      if (status !== 200) throw new Error(`the clock stays: ${JSON.stringify(body)}`);
    });
    await Promise.all(moved);
  }

  /** Ends the process and starts another on the same data. */
  async restart(how: 'stop' | 'kill' = 'stop', settings = this.settings): Promise<Ended> {
    const ended = await this.server[how]();
    this.processes[0] = await this.start(this.place, settings);
    return ended;
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
    rmSync(dirname(this.place.dataDir), { recursive: true, force: true });
  }
}

/** Waits for what follows from a command by itself, such as a case that a draw's result reaches. */
export async function until<T>(look: () => Promise<T | undefined | false>, what = 'it', patience = 60_000): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} didn't come about in time`);
}
