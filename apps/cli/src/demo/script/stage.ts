import { Readable } from 'node:stream';
import {
  Accounts,
  Attachments,
  commandFor,
  Contributions,
  Daily,
  Door,
  Engine,
  type AggregateName,
  type Stores,
} from '@srd/application';
import { inspectionCase, type OpenCase } from '@srd/domain/case';
import {
  addDays,
  day,
  dayOf,
  Refusal,
  type Day,
  type Decider,
  type DomainCommand,
  type DomainEvent,
  type Id,
  type Instant,
} from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { CommandBus } from '@nestjs/cqrs';
import type { Turn } from './together';

/** What the script needs of a Nest application context. */
export interface Doors {
  get<T>(token: abstract new (...given: never[]) => T): T;
}

/** Somebody who gives commands. */
export interface Actor {
  give(aggregate: AggregateName, id: Id, type: string, data?: object): Promise<void>;
}

/** Somebody with an account, who can also send files. */
export interface Person extends Actor {
  /** @returns the file's SHA-256 */
  send(name: string, content: Uint8Array): Promise<string>;
}

/** The instant of a time of day in China. */
function instantOf(on: string, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const utc = hour < 8 ? hour + 16 : hour - 8;
  const date = hour < 8 ? addDays(day(on), -1) : day(on);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(utc)}:${two(minute)}:00.000Z` as Instant;
}

/**
 * Where the demonstration is played: a clock that moves forward only, accounts that act through the one door, and the wait for
 * what follows from each command, so that chance is used in the same order everywhere.
 */
export class Stage {
  private readonly door: Door;
  private readonly bus: CommandBus;
  private readonly who: Accounts;
  private readonly attachments: Attachments;
  private readonly contributions: Contributions;
  private readonly engine: Engine;
  private readonly daily: Daily;
  private readonly runner: CommandRunner;
  private readonly count = { given: 0 };
  private readonly turn?: Turn;

  constructor(
    doors: Doors,
    readonly stores: Stores,
    private readonly tell: (line: string) => void,
  ) {
    this.door = doors.get(Door);
    this.bus = doors.get(CommandBus);
    this.who = doors.get(Accounts);
    this.attachments = doors.get(Attachments);
    this.contributions = doors.get(Contributions);
    this.engine = doors.get(Engine);
    this.daily = doors.get(Daily);
    this.runner = doors.get(CommandRunner);
  }

  /** The day it is. */
  get today(): Day {
    return dayOf(this.stores.clock.now());
  }

  /** The same stage for one of several scripts, which waits for its turn before it moves the clock. */
  inTurn(turn: Turn): Stage {
    return Object.assign(Object.create(this) as Stage, { turn });
  }

  /**
   * Moves the clock to a time in China; the daily job runs for each day on the way. Where others play as well, their visit may have
   * lasted longer: then it is as late as it is. @throws RangeError when that lies behind
   */
  async on(date: string, time = '09:00'): Promise<void> {
    const at = instantOf(date, time);
    await this.turn?.(at);
    const now = this.stores.clock.now();
    if (at < now && !(this.turn && dayOf(at) === dayOf(now)))
      throw new RangeError(`the script turns back to ${date} ${time}`);
    if (at > now) await this.daily.moveTo(at);
    await this.follow('每日作业');
  }

  /** Later the same day. */
  at(time: string): Promise<void> {
    return this.on(this.today, time);
  }

  /** So many minutes later. */
  async later(minutes: number): Promise<void> {
    await this.daily.moveTo(new Date(Date.parse(this.stores.clock.now()) + minutes * 60_000).toISOString() as Instant);
  }

  /** An account, with the roles that it holds at the moment of each command. */
  as(login: Id): Person {
    const holder = async () => {
      const who = await this.who.who(login);
      if (!who) throw new Error(`${login} holds no role on ${this.today}`);
      return who;
    };
    return {
      give: async (aggregate, id, type, data = {}) => {
        const who = await holder();
        await this.follow(type, () => this.door.give(aggregate, id, { type, data }, who, { correlation: this.next() }));
      },
      send: async (name, content) =>
        (await this.attachments.receive(await holder(), name, Readable.from([content]))).sha256,
    };
  }

  /** What the witnesses of a series' latest attempt may do by the links that the officer hands them, in the request's order. */
  async witnesses(officer: Id, series: Id) {
    const who = await this.who.who(officer);
    if (!who) throw new Error(`${officer} holds no role on ${this.today}`);
    return (await this.contributions.links(who, series)).map(({ by, role, path }) => {
      const [draw = '', token = ''] = path.slice(path.lastIndexOf('/') + 1).split('#');
      return {
        by,
        role,
        give: (type: 'EnterSeal' | 'OpenSeal', content: Readonly<Record<string, string>>): Promise<void> =>
          this.follow(type, () =>
            this.contributions.give(decodeURIComponent(draw), token, type, content, { correlation: this.next() }),
          ),
      };
    });
  }

  /** The installation's own set-up, which has no account. */
  asSystem(actor: string): Actor {
    return {
      give: async (aggregate, id, type, data = {}) => {
        const command: DomainCommand = { type, data };
        const Command = commandFor[aggregate];
        await this.follow(type, () => this.bus.execute(new Command(id, command, { actor, correlation: this.next() })));
      },
    };
  }

  /** What is tried and refused: nothing is recorded. @throws Error when it went through, or was refused for another reason */
  async refused(code: string, attempt: Promise<void>): Promise<void> {
    try {
      await attempt;
    } catch (error) {
      if (error instanceof Refusal && error.code === code) return;
      throw error;
    }
    throw new Error(`expected ${code}, but it went through`);
  }

  /** The state of a stream. */
  async read<S, C extends DomainCommand, E extends DomainEvent>(decider: Decider<S, C, E>, stream: string): Promise<S> {
    return (await this.runner.load(decider, stream)).state;
  }

  /** An open case. */
  async file(id: Id): Promise<OpenCase> {
    const state = await this.read(inspectionCase, `case-${id}`);
    if (state === null) throw new Error(`no case ${id}`);
    return state;
  }

  /** A line of progress. */
  report(line: string): void {
    this.tell(line);
  }

  private next(): string {
    return `demonstration:${++this.count.given}`;
  }

  /** Waits for what follows; a reaction that fails here is a fault of the script or of the system. */
  private async follow(what: string, act: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const before = this.engine.reactionFailures;
    await act();
    await this.engine.settled();
    if (this.engine.reactionFailures > before) throw new Error(`${this.today} ${what}: what follows from it failed`);
  }
}
