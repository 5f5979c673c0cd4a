import { Module, type DynamicModule } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { CommandRunner } from '@srd/runtime';
import { Accounts } from './accounts';
import { commandHandlers } from './aggregates';
import { Contributions } from './contributions';
import { Daily } from './daily';
import { Desk } from './desk';
import { Door } from './door';
import { Engine, REACTIONS } from './engine';
import { LogKeeper } from './log-keeper';
import { LogWitnessing } from './log-witnessing';
import { Passwords } from './passwords';
import { People } from './people';
import { STORES, type Stores } from './ports';
import { ListEventsHandler, ListRowsHandler } from './queries';
import { reactionsOn } from './reactions';
import { SETTINGS, type Settings } from './settings';
import { upcasts } from './upcasts';

/** Commands, queries, reactions and the daily job over opened stores: the one door that every app uses. */
@Module({})
export class ApplicationModule {
  static over(stores: Stores, settings: Pick<Settings, 'mode'>): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: STORES, useValue: stores },
        { provide: SETTINGS, useValue: settings },
        {
          provide: CommandRunner,
          useFactory: () => new CommandRunner(stores.log, stores.clock, stores.chance, upcasts),
        },
        {
          provide: REACTIONS,
          useFactory: (bus: CommandBus, runner: CommandRunner) => reactionsOn(bus, runner, stores),
          inject: [CommandBus, CommandRunner],
        },
        { provide: LogKeeper, useFactory: () => new LogKeeper(stores.log, stores.ledger, stores.hash) },
        Accounts,
        Contributions,
        Daily,
        Desk,
        Door,
        Engine,
        ListEventsHandler,
        ListRowsHandler,
        LogWitnessing,
        Passwords,
        People,
        ...commandHandlers,
      ],
      exports: [
        Accounts,
        CommandRunner,
        Contributions,
        CqrsModule,
        Daily,
        Door,
        Engine,
        LogKeeper,
        LogWitnessing,
        Passwords,
        People,
        STORES,
        SETTINGS,
      ],
    };
  }
}
