import { Controller, Get, Header, HttpException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../edge/guard';
import { builtPage } from './web-build';

/** Every address of the desk answers with the one page that starts it; what it shows there is the page's own business. */
@ApiExcludeController()
@Public()
@Controller()
export class PagesController {
  @Get(['/', 'sign-in', 'desk', 'desk/*'])
  @Header('content-type', 'text/html; charset=utf-8')
  // The names of the scripts in it change with each build.
  @Header('cache-control', 'no-cache')
  desk(): string {
    return built('index');
  }

  /** A witness's own link to one draw; the token behind `#` never comes here. */
  @Get('witness/:draw')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  witness(): string {
    return built('witness');
  }
}

function built(name: Parameters<typeof builtPage>[0]): string {
  const page = builtPage(name);
  if (page === undefined) throw new HttpException('页面尚未构建，请运行 npm run ready', 503);
  return page;
}
