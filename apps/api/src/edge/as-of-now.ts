import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { STORES, type Stores } from '@srd/application';
import { from, lastValueFrom, type Observable } from 'rxjs';

/** What one request reads is as new as the request: a log on another machine is asked once for all of it. */
@Injectable()
export class AsOfNow implements NestInterceptor {
  constructor(@Inject(STORES) private readonly stores: Pick<Stores, 'log'>) {}

  intercept(_: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return from(this.stores.log.asOfNow(() => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
