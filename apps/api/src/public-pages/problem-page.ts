import { Catch, Injectable, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from '../edge/problem';
import { html } from './html';
import { Site } from './site';

/** Says on a page what went wrong on the way to one; the words are those of the problem. */
@Injectable()
@Catch()
export class PublicPagesFilter extends ProblemFilter {
  constructor(private readonly site: Site) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // Whoever asks for a file is a program, or is told so by one.
    if (/\.(csv|json)$/.test(request.url.split('?')[0] ?? '')) return super.catch(error, host);
    const { title, detail, status, retryAfter } = this.say(error, request);
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    const main = html`<h1>${title}</h1>
      <p class="lead">${detail}${detail.endsWith('。') ? '' : '。'}</p>
      <p><a href="/public">回到首页</a></p>`;
    this.site.send(reply, { title, main }, status);
  }
}
