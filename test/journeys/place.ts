import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { closeStores, DEMONSTRATION, eventsFile, mirrorFile, openStoresWith } from '@srd/adapters/stores';
import { Accounts, ApplicationModule, commandFor, Door, Engine, type AggregateName } from '@srd/application';
import { stateCalendar } from '@srd/domain/calendar';
import type { OrganPreset } from '@srd/domain/organ';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNamespace } from '../esdb/namespace';
import { CANARY, PASSWORD, personOf, type Account } from './people';
import type { Place } from './process';

/** An organ to begin with, and the people in it: the first two are its administrators. */
export interface Beginning {
  readonly id: string;
  readonly preset: OrganPreset;
  readonly people: readonly Account[];
}

export type Stores = Awaited<ReturnType<typeof openStoresWith>>;

const SET_UP = 'system:set-up';

/** An empty folder of this test's own; in demonstration mode with its clock at an instant. */
export function newPlace(clock?: string, eventStore = eventStoreOfThisTest()): Place {
  const folder = mkdtempSync(join(tmpdir(), 'srd-journey-'));
  const place: Place = {
    mode: clock === undefined ? 'serve' : 'demo',
    dataDir: join(folder, 'data'),
    keyDir: join(folder, 'keys'),
    eventStore,
  };
  mkdirSync(place.dataDir);
  if (clock !== undefined) writeFileSync(join(place.dataDir, DEMONSTRATION), JSON.stringify({ clock }));
  return place;
}

/** Another node of a place on a server, with a data folder of its own. */
export function anotherNode(place: Place, number: number, clock?: string): Place {
  const node = { ...place, dataDir: `${place.dataDir}-${number}`, sharedDir: place.dataDir };
  mkdirSync(node.dataDir);
  if (clock !== undefined) writeFileSync(join(node.dataDir, DEMONSTRATION), JSON.stringify({ clock }));
  return node;
}

/** SQLite; or, with `npm run test:esdb`, a namespace that nobody else uses on the server in TEST_ESDB_URL. */
function eventStoreOfThisTest(): string {
  const url = process.env['TEST_ESDB_URL'];
  return url === undefined ? 'sqlite' : withNamespace(url);
}

/** The file in which the events of a place lie, its own or a mirror of the server's. */
export function recordFile({ dataDir, eventStore }: Place): string {
  return eventStore === 'sqlite' ? eventsFile(dataDir) : mirrorFile(dataDir);
}

/** Looks at the stores of a place whose server isn't running. */
export async function withStores<T>(place: Place, look: (stores: Stores) => Promise<T> | T): Promise<T> {
  const stores = await openStoresWith(place);
  try {
    return await look(stores);
  } finally {
    await closeStores(stores);
  }
}

/** What an installation does before its server first runs: the calendar, the organs, their people, each with a password. */
export function setUp(place: Place, organs: readonly Beginning[]): Promise<void> {
  return withStores(place, async (stores) => {
    const module = ApplicationModule.over(stores, place);
    const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
    const [bus, door, accounts, engine] = [app.get(CommandBus), app.get(Door), app.get(Accounts), app.get(Engine)];
    const give = async (actor: string, aggregate: AggregateName, id: string, type: string, data: object) => {
      const command = { type, data };
      if (actor === SET_UP) {
        await bus.execute(new commandFor[aggregate](id, command, { actor, correlation: 'set-up' }));
        return;
      }
      const who = await accounts.who(actor);
      if (!who) throw new Error(`${actor} holds no role`);
      await door.give(aggregate, id, command, who, { correlation: 'set-up' });
    };
    const open = async ({ login, organ, section, roles }: Account, proposer: string, confirmer: string) => {
      await stores.persons.put(personOf(login), { name: `${CANARY}${login}`, phone: '13800000000' });
      await give(proposer, 'account', login, 'OpenAccount', { organ, person: personOf(login), section });
      for (const role of roles) {
        await give(proposer, 'account', login, 'ProposeRole', { role, section });
        await give(confirmer, 'account', login, 'ConfirmRole', { role, section });
      }
      const credential = { login, account: login, demonstration: place.mode === 'demo' };
      await stores.credentials.set(credential, PASSWORD);
    };
    await engine.start();
    for (const [year, content] of Object.entries(stateCalendar)) {
      await give(SET_UP, 'calendar', 'calendar', 'EnterCalendarYear', { year, ...content });
    }
    for (const { id, preset, people } of organs) {
      await give(SET_UP, 'organ', id, 'FoundOrgan', { organ: id, ...preset });
      const [first, second, ...others] = people;
      if (!first || !second) throw new Error(`${id} has no two administrators`);
      for (const admin of [first, second]) await open(admin, SET_UP, SET_UP);
      for (const each of others) await open(each, first.login, second.login);
    }
    await engine.settled();
    await engine.stop();
    await app.close();
  });
}
