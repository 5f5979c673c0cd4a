import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client, type Answer, type Seen } from './client';
import { PASSWORD } from './people';
import { newPlace, setUp, type Beginning } from './place';
import { ServerProcess, type Ended, type Place } from './process';

/** What a house is opened with. */
export interface Opening {
  readonly organs: readonly Beginning[];
  /** Where the demonstration's clock stands; without it the house is in real use, on the machine's time. */
  readonly clock?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** An installation with its server running: what a test of a whole procedure speaks to. */
export class House {
  private readonly seen: Seen = new Map();
  private readonly clients = new Map<string, Client>();
  private doors = 0;

  private constructor(
    readonly place: Place,
    private process: ServerProcess,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async open({ organs, clock, settings = {} }: Opening): Promise<House> {
    const place = newPlace(clock);
    await setUp(place, organs);
    return new House(place, await ServerProcess.start(place, settings), settings);
  }

  get url(): string {
    return this.process.url;
  }

  get server(): ServerProcess {
    return this.process;
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
    const { status, body } = await this.as(leader).send('POST', '/api/v1/demonstration/clock', { day });
    if (status !== 200) throw new Error(`the clock stays: ${JSON.stringify(body)}`);
  }

  /** Ends the process and starts another on the same data. */
  async restart(how: 'stop' | 'kill' = 'stop', settings = this.settings): Promise<Ended> {
    const ended = await this.process[how]();
    this.process = await ServerProcess.start(this.place, settings);
    return ended;
  }

  async close(): Promise<void> {
    await this.process.stop();
    rmSync(dirname(this.place.dataDir), { recursive: true, force: true });
  }
}

/** Waits for what follows from a command by itself, such as a case that a draw's result reaches. */
export async function until<T>(look: () => Promise<T | undefined | false>, what = 'it'): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} didn't come about in time`);
}
