import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './edge/guard';

/** Whoever opens the printed address finds what the server offers. */
@ApiExcludeController()
@Public()
@Controller()
export class HomeController {
  @Get()
  @Redirect('/api/docs', 302)
  home(): void {}
}
