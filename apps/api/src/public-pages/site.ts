import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@srd/application';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvOf } from './csv';
import { documentOf, type Page } from './page';

/** Everything comes from here; a page runs no script of its own but the one file. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const above = join(__dirname, '../../../..');
const scripts = [join(above, 'verifier', 'check.js'), join(above, 'dist', 'verifier', 'check.js')];

/** What the public's pages are sent with. */
@Injectable()
export class Site {
  readonly style = readFileSync(join(__dirname, 'public.css'));
  /** Recomputes a draw in the browser; empty where it wasn't built: the page says how to check without it. */
  readonly script = scripts.filter(existsSync).map((file) => readFileSync(file))[0] ?? Buffer.from('');
  private readonly version = createHash('sha256').update(this.style).update(this.script).digest('hex').slice(0, 12);

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  send(reply: FastifyReply, page: Page, status = 200): void {
    const frame = { demonstration: this.settings.mode === 'demo', version: this.version };
    this.answer(reply, 'text/html', status).header('content-security-policy', POLICY).send(documentOf(page, frame));
  }

  /** Rows as a file that spreadsheets open. */
  sendCsv(reply: FastifyReply, name: string, rows: readonly (readonly string[])[]): void {
    this.answer(reply, 'text/csv')
      .header('content-disposition', attachment(`${name}.csv`))
      .send(csvOf(rows));
  }

  sendJson(reply: FastifyReply, name: string, value: unknown): void {
    this.answer(reply, 'application/json')
      .header('content-disposition', attachment(`${name}.json`))
      .send(JSON.stringify(value));
  }

  private answer(reply: FastifyReply, type: string, status = 200): FastifyReply {
    return reply.status(status).header('content-type', `${type}; charset=utf-8`).header('cache-control', 'no-cache');
  }
}

/** RFC 6266: the name in UTF-8, and one that every program can write. */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9.:_-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
