import { Controller, Get, Header, HttpException, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../edge/guard';
import { VerifierPage, type VerifierFile } from './verifier-page';

/** Hands out the offline verifier: whoever has it needs this server no more. */
@ApiExcludeController()
@Public()
@Controller()
export class VerifierPageController {
  constructor(private readonly page: VerifierPage) {}

  @Get('verifier.html')
  @Header('cache-control', 'no-cache')
  html(@Res() reply: FastifyReply): void {
    const { bytes, sha256, policy } = this.file();
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-disposition', 'inline; filename="srd-verifier.html"')
      .header('content-security-policy', policy)
      .header('etag', `"${sha256}"`)
      .header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
      .send(bytes);
  }

  /** In the form that `sha256sum --check` reads. */
  @Get('verifier.html.sha256')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  sha256(): string {
    return `${this.file().sha256}  srd-verifier.html\n`;
  }

  private file(): VerifierFile {
    if (!this.page.file) throw new HttpException('核验页面没有构建', 404);
    return this.page.file;
  }
}
