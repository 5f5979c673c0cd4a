import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accounts, movesClock, SETTINGS, STORES, type Settings, type Stores } from '@srd/application';
import { dayOf } from '@srd/kernel';
import type { SignedRequest } from '../edge/asked';
import { isUse, Public, tokenOf } from '../edge/guard';
import { DeskStart } from './desk.dto';
import { MeOf } from './me';

@ApiTags('session')
@Controller('api/v1/desk')
export class DeskController {
  constructor(
    private readonly accounts: Accounts,
    private readonly meOf: MeOf,
    @Inject(STORES) private readonly stores: Stores,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'mode'>,
  ) {}

  /** Public: whoever isn't signed in learns just that, and it isn't an error. */
  @Public()
  @Get()
  @ApiOperation({ summary: '页面启动所需：运行方式、程序时钟、当前账号（未登录为 null）' })
  @ApiOkResponse({ type: DeskStart })
  async start(@Req() request: SignedRequest): Promise<DeskStart> {
    const token = tokenOf(request);
    const who = token === undefined ? undefined : await this.accounts.ofSession(token, isUse(request));
    const now = this.stores.clock.now();
    const { mode } = this.settings;
    return {
      mode,
      now,
      today: dayOf(now),
      movesClock: mode === 'demo' && who !== undefined && movesClock(who),
      me: who ? await this.meOf.account(who) : null,
    };
  }
}
