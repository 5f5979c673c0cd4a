import { CommandBus } from '@nestjs/cqrs';
import { closeStores, openStores } from '@srd/adapters/stores';
import { commandFor, Daily, Engine, readSettings, type AggregateName } from '@srd/application';
import type { Role } from '@srd/domain/account';
import { chaozhou2023 } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer, type Server } from '../server';

export const PASSWORD = 'a long passphrase 12';

/** What a request came back with; `body` is empty for 204. */
export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: Record<string, unknown> & { code?: string; errors?: { pointer: string }[] };
}

/** A whole server in a folder of its own, with an organ and whatever accounts a test opens. */
export class Served {
  private readonly tokens = new Map<string, string>();

  private constructor(
    private readonly folder: string,
    readonly stores: ReturnType<typeof openStores>,
    readonly server: Server,
  ) {}

  static async start(mode: 'demo' | 'serve' = 'demo', more: Readonly<Record<string, string>> = {}): Promise<Served> {
    const folder = mkdtempSync(join(tmpdir(), 'srd-commands-'));
    const settings = readSettings({ SRD_MODE: mode, DATA_DIR: join(folder, 'data'), SRD_LOG_LEVEL: 'silent', ...more });
    const stores = openStores(settings);
    return new Served(folder, stores, await buildServer(stores, settings));
  }

  /** Where its data and keys lie. */
  get place(): { readonly dataDir: string; readonly keyDir: string } {
    return { dataDir: join(this.folder, 'data'), keyDir: join(this.folder, 'data-keys') };
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await closeStores(this.stores);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** As the installation's own set-up does. */
  async setUp(aggregate: AggregateName, id: Id, type: string, data: object): Promise<void> {
    const Command = commandFor[aggregate];
    const asked = { actor: 'system:set-up', correlation: 'set-up' };
    await this.server.app.get(CommandBus).execute(new Command(id, { type, data }, asked));
  }

  async found(organ: Id): Promise<void> {
    await this.setUp('organ', organ, 'FoundOrgan', { organ, ...chaozhou2023 });
  }

  /** Opens an account with a role and signs it in; account, login and person go by the same name. */
  async open(name: string, organ: Id, role: Role, section: Id | null = null): Promise<void> {
    await this.setUp('account', name, 'OpenAccount', { organ, person: `p-${name}`, section });
    await this.setUp('account', name, 'ProposeRole', { role, section });
    await this.setUp('account', name, 'ConfirmRole', { role, section });
    const credential = { login: name, account: name, demonstration: true };
    await this.stores.credentials.set(credential, PASSWORD);
    this.tokens.set(name, await this.stores.credentials.start(credential));
  }

  async settled(): Promise<void> {
    await this.server.app.get(Engine).settled();
  }

  /** The daily job moves the clock, as the demonstration does. */
  async on(day: string): Promise<void> {
    await this.server.app.get(Daily).moveTo(`${day}T01:00:00.000Z` as never);
  }

  post(as: string | null, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', as, path, body, headers);
  }

  get(as: string | null, path: string): Promise<Answer> {
    return this.ask('GET', as, path);
  }

  private async ask(
    method: 'GET' | 'POST',
    as: string | null,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.server.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { ...headers, ...(as === null ? {} : { authorization: `Bearer ${this.tokens.get(as) ?? as}` }) },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const etag = response.headers['etag'];
    return {
      status: response.statusCode,
      etag: typeof etag === 'string' ? etag : undefined,
      body: response.body === '' ? {} : (JSON.parse(response.body) as Answer['body']),
    };
  }
}
