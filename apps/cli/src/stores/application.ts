import {
  Accounts,
  ApplicationModule,
  Door,
  Engine,
  LogKeeper,
  LogRotation,
  People,
  type Settings,
  type Stores,
} from '@srd/application';
import { closeStores, openStoresWith } from '@srd/adapters/stores';
import { CommandRunner } from '@srd/runtime';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';

/** The application without its HTTP edge. */
export interface Opened {
  readonly stores: Stores;
  readonly accounts: Accounts;
  readonly door: Door;
  readonly people: People;
  readonly bus: CommandBus;
  readonly engine: Engine;
  readonly runner: CommandRunner;
  readonly rotation: LogRotation;
}

/**
 * Opens the stores of the data folder, gives them to `work`, and closes them again. Read models and reactions aren't started:
 * `work` starts the engine where it needs them.
 * @throws FileInUse when a server has them; LogForged when the events aren't those that were signed for
 */
export async function withApplication<T>(settings: Settings, work: (opened: Opened) => Promise<T>): Promise<T> {
  const stores = await openStoresWith(settings);
  try {
    const app = await NestFactory.createApplicationContext(ApplicationModule.over(stores, settings), {
      logger: ['error'],
      abortOnError: false,
    });
    const keeper = app.get(LogKeeper);
    try {
      // Nothing is written to a log that isn't the one that was signed for.
      await keeper.start();
      const engine = app.get(Engine);
      return await work({
        stores,
        engine,
        accounts: app.get(Accounts),
        door: app.get(Door),
        people: app.get(People),
        bus: app.get(CommandBus),
        runner: app.get(CommandRunner),
        rotation: app.get(LogRotation),
      });
    } finally {
      await keeper.stop();
      await app.close();
    }
  } finally {
    await closeStores(stores);
  }
}
