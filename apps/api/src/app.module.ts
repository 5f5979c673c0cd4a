import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { ApplicationModule, type Settings, type Stores } from '@srd/application';
import { LoggerModule } from 'nestjs-pino';
import { AttachmentsController } from './attachments/attachments.controller';
import { boardControllers } from './board';
import { commandControllers } from './commands';
import { DailyTimer } from './daily-timer';
import { AsOfNow } from './edge/as-of-now';
import { SessionGuard } from './edge/guard';
import { ProblemFilter } from './edge/problem';
import { validation } from './edge/validation';
import { deskControllers, MeOf } from './desk';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { MetricsController } from './health/metrics.controller';
import { Readiness } from './health/readiness';
import { logControllers } from './log';
import { PublicPagesController, publicPages } from './public-pages';
import { queryControllers, Reader } from './queries';
import { SessionController } from './session/session.controller';
import { VerifierPage } from './verifier-page/verifier-page';
import { VerifierPageController } from './verifier-page/verifier-page.controller';

/** The HTTP edge over the application. */
@Module({})
export class AppModule {
  static over(stores: Stores, settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ApplicationModule.over(stores, settings),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: settings.requestsPerMinute }]),
        LoggerModule.forRoot({
          pinoHttp: {
            level: settings.logLevel,
            // server.ts writes a line for each answer, with the route in place of the address.
            autoLogging: false,
            serializers: { req: () => undefined, res: () => undefined },
          },
        }),
      ],
      controllers: [
        ...deskControllers(settings.mode),
        SessionController,
        HealthController,
        MetricsController,
        VerifierPageController,
        ...queryControllers,
        ...boardControllers,
        ...logControllers,
        AttachmentsController,
        ...commandControllers(settings.mode),
        PublicPagesController,
      ],
      providers: [
        DailyTimer,
        MeOf,
        Metrics,
        Reader,
        Readiness,
        VerifierPage,
        ...publicPages,
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: AsOfNow },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: validation },
      ],
    };
  }
}
