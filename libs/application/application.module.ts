import { Module, type DynamicModule } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { CommandRunner } from '@srd/runtime';
import { Readings } from './access';
import { Accounts } from './accounts';
import { Board } from './board';
import { commandHandlers } from './aggregates';
import { Attachments } from './attachments';
import { Bundles } from './bundles';
import { CaseFiles } from './case-files';
import { IntegrityFiles } from './integrity-files';
import { Contributions } from './contributions';
import { Daily } from './daily';
import { Desk } from './desk';
import { Door } from './door';
import { DrawCheckpoints } from './draw-checkpoints';
import { DrawRoom } from './draw-room';
import { Engine, REACTIONS } from './engine';
import { DueDays } from './due-days';
import { Revisits } from './revisits';
import { FollowUpLedger } from './follow-up-ledger';
import { Levels } from './levels';
import { Live } from './live';
import { LogKeeper } from './log-keeper';
import { LogRotation } from './log-rotation';
import { LogWitnessing } from './log-witnessing';
import { LongWork } from './long-work';
import { Passwords } from './passwords';
import { People } from './people';
import { PlanOutlook } from './plan-outlook';
import { STORES, type Stores } from './ports';
import { ListEventsHandler, ListRowsHandler } from './queries';
import { PublicDraws } from './public-draws';
import { reactionsOn } from './reactions';
import { Receipts } from './receipts';
import { Due } from './years/due';
import { YearReports } from './years/reports';
import { Statistics } from './years/statistics';
import { SelfChecks } from './self-check';
import { SETTINGS, type Settings } from './settings';
import { upcasts } from './upcasts';
import { Urging } from './urging';

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
        {
          provide: LogKeeper,
          useFactory: () => new LogKeeper(stores.log, stores.ledger, stores.hash, stores.duty),
        },
        Accounts,
        Attachments,
        Board,
        Bundles,
        CaseFiles,
        IntegrityFiles,
        Contributions,
        Daily,
        Desk,
        Door,
        Due,
        DrawCheckpoints,
        DrawRoom,
        Engine,
        DueDays,
        FollowUpLedger,
        Levels,
        ListEventsHandler,
        ListRowsHandler,
        Live,
        LogRotation,
        LogWitnessing,
        LongWork,
        Passwords,
        People,
        PlanOutlook,
        PublicDraws,
        Readings,
        Receipts,
        Revisits,
        SelfChecks,
        Urging,
        Statistics,
        YearReports,
        ...commandHandlers,
      ],
      exports: [
        Accounts,
        Attachments,
        Board,
        Bundles,
        CaseFiles,
        IntegrityFiles,
        CommandRunner,
        Contributions,
        CqrsModule,
        Daily,
        Door,
        Due,
        DrawCheckpoints,
        DrawRoom,
        Engine,
        DueDays,
        FollowUpLedger,
        Levels,
        Live,
        LogKeeper,
        LogRotation,
        LogWitnessing,
        LongWork,
        Passwords,
        People,
        PlanOutlook,
        PublicDraws,
        Readings,
        Receipts,
        Revisits,
        SelfChecks,
        Urging,
        Statistics,
        YearReports,
        STORES,
        SETTINGS,
      ],
    };
  }
}
