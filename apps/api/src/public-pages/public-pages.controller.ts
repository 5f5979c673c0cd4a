import { Controller, Get, Header, HttpException, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../edge/guard';
import type { AddressQuery } from './asked';
import { Draws } from './draws';
import { Home } from './home';
import { csvRows, jsonRows, listPage, type PublicList } from './lists';
import { LogPage } from './log-page';
import { Plans } from './plans';
import { procedurePage } from './procedure';
import { PublicPagesFilter } from './problem-page';
import { Registers } from './registers';
import { Results } from './results';
import { Site } from './site';
import { Visits } from './visits';

/** The public's own pages: plain HTML that needs no script, without login, nothing in them that the procedure hasn't made public (R12). */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller('public')
export class PublicPagesController {
  constructor(
    private readonly site: Site,
    private readonly home: Home,
    private readonly results: Results,
    private readonly draws: Draws,
    private readonly plans: Plans,
    private readonly registers: Registers,
    private readonly visits: Visits,
    private readonly log: LogPage,
  ) {}

  @Get()
  async index(@Res() reply: FastifyReply): Promise<void> {
    this.site.send(reply, await this.home.page());
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  style(@Res() reply: FastifyReply): void {
    void reply.send(this.site.style);
  }

  @Get('check.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  script(@Res() reply: FastifyReply): void {
    void reply.send(this.site.script);
  }

  @Get('results/:case')
  async result(@Param('case') id: string, @Res() reply: FastifyReply): Promise<void> {
    this.site.send(reply, await this.results.page(id));
  }

  @Get('draws/:id/transcript.json')
  async transcript(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    this.site.sendJson(reply, id, await this.draws.transcript(id));
  }

  @Get('draws/:id')
  async draw(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    this.site.send(reply, await this.draws.page(id));
  }

  @Get('fairness')
  async fairness(@Query() query: AddressQuery, @Res() reply: FastifyReply): Promise<void> {
    const { page, status } = await this.draws.fairness(query);
    this.site.send(reply, page, status);
  }

  @Get('plans/:id')
  async plan(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    this.site.send(reply, await this.plans.page(id));
  }

  @Get('procedure')
  procedure(@Res() reply: FastifyReply): void {
    this.site.send(reply, procedurePage());
  }

  @Get('visit')
  async visit(@Query() { code }: AddressQuery, @Res() reply: FastifyReply): Promise<void> {
    const { page, status } = await this.visits.page(typeof code === 'string' ? code.trim().slice(0, 40) : '');
    this.site.send(reply, page, status);
  }

  /** The address in the QR code. */
  @Get('visit/:code')
  async visitOf(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    await this.visit({ code }, reply);
  }

  @Get('log')
  logPage(@Res() reply: FastifyReply): void {
    this.site.send(reply, this.log.page());
  }

  /** A list by its name: as a page, and with `.csv` or `.json` behind it as a file. */
  @Get(':list')
  async list(@Param('list') name: string, @Query() query: AddressQuery, @Res() reply: FastifyReply): Promise<void> {
    const [, base = '', form = ''] = /^([a-z]+)(\.csv|\.json)?$/.exec(name) ?? [];
    const list = this.listOf(base);
    if (!list) throw new HttpException('没有这个页面', 404);
    if (form === '.csv') this.site.sendCsv(reply, list.title, await csvRows(list, query));
    else if (form === '.json') this.site.sendJson(reply, list.title, await jsonRows(list, query));
    else {
      const { page, status } = await listPage(list, query);
      this.site.send(reply, page, status);
    }
  }

  @Get('*')
  nothing(): never {
    throw new HttpException('没有这个页面', 404);
  }

  private listOf(name: string): PublicList<never> | undefined {
    const lists: Readonly<Record<string, () => unknown>> = {
      results: () => this.results.list(),
      draws: () => this.draws.list(),
      plans: () => this.plans.list(),
      items: () => this.registers.items(),
      listings: () => this.registers.listings(),
      circulars: () => this.registers.circulars(),
    };
    return Object.hasOwn(lists, name) ? (lists[name]!() as PublicList<never>) : undefined;
  }
}
