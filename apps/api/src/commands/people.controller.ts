import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Passwords, People, type Who } from '@srd/application';
import { CurrentUser } from '../edge/asked';
import { CredentialDto, EnterPersonDto, NamedPersons, NamesDto, PersonEntered } from './people.dto';

/** Natural persons and their sign-in: none of it is an event. */
@ApiTags('persons')
@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly passwords: Passwords,
  ) {}

  @Post('persons')
  @ApiOperation({ summary: '登记人员，其余各处只用编号' })
  @ApiCreatedResponse({ type: PersonEntered })
  async enter(@CurrentUser() who: Who, @Body() body: EnterPersonDto): Promise<PersonEntered> {
    const { name, certificate, phone } = body;
    const numbers = {
      ...(certificate === undefined ? {} : { certificate }),
      ...(phone === undefined ? {} : { phone }),
    };
    return { id: await this.people.enter(who, { name, ...numbers }) };
  }

  @Get('persons')
  @ApiOperation({ summary: '按编号查姓名' })
  @ApiQuery({ name: 'ids', type: String })
  @ApiOkResponse({ type: NamedPersons })
  async names(@CurrentUser() who: Who, @Query() query: NamesDto): Promise<NamedPersons> {
    return { items: [...(await this.people.names(who, query.ids))] };
  }

  @Post('persons/:id/forget')
  @HttpCode(204)
  @ApiOperation({ summary: '删除人员的个人信息，不可恢复；编号和记录保留' })
  @ApiNoContentResponse()
  forget(@CurrentUser() who: Who, @Param('id') id: string): Promise<void> {
    return this.people.forget(who, id);
  }

  @Post('accounts/:id/credential')
  @HttpCode(204)
  @ApiOperation({ summary: '由本机关系统管理员设定账户的登录名和密码' })
  @ApiNoContentResponse()
  issue(@CurrentUser() who: Who, @Param('id') id: string, @Body() body: CredentialDto): Promise<void> {
    return this.passwords.issue(who, id, body.login, body.password);
  }
}
