import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { account, type Role } from '@srd/domain/account';
import { CommandRunner } from '@srd/runtime';
import { closeStores, openStores } from '@srd/adapters/stores';
import { rateOf, type Area } from './contest';
import { startServer } from './server-process';

const CONNECTIONS = 50;
const ORGAN = 'chaozhou';

/** One command over HTTP with all that belongs to it, with a durable append and without any. */
export const http: Area = {
  name: 'http',
  async open(folder, options) {
    const requests = options.quick ? 500 : 4_000;
    const real = await ready(join(folder, 'with'), 'main.js');
    const without = await ready(join(folder, 'without'), 'without-store.js').catch(async (error: unknown) => {
      await real.stop();
      throw error;
    });
    return {
      title: '一个命令经 HTTP',
      unit: '请求/s',
      contestants: [
        { name: 'stored', label: '持久追加', measure: () => real.drive(requests) },
        { name: 'unstored', label: '同一路由，事件库只应答不保存', measure: () => without.drive(requests) },
      ],
      goals: [{ kind: 'ratio', of: 'stored', to: 'unstored', atLeast: 0.6 }],
      notes: [
        `\`POST /api/v1/accounts/{id}/open-account\`，${CONNECTIONS} 个长连接，各自等到应答才发下一个；服务器是另一个进程，客户端占另一个核。`,
        '两边都含会话、岗位核对、表单检查、规则判断；“持久追加”一边还含落盘，以及其后读模型和反应的跟进。',
      ],
      async close() {
        await real.stop();
        await without.stop();
      },
    };
  },
};

interface Driven {
  /** Sends so many commands and gives how many were answered in a second. */
  drive(requests: number): Promise<number>;
  stop(): Promise<void>;
}

async function ready(dataDir: string, entry: string): Promise<Driven> {
  const token = await administrator(dataDir);
  const server = await startServer(entry, dataDir);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let opened = 0;
  return {
    drive(requests) {
      const each = Math.floor(requests / CONNECTIONS);
      return rateOf(each * CONNECTIONS, async () => {
        const connection = async (): Promise<void> => {
          for (let sent = 0; sent < each; sent++) await openAccount(server.url, agent, token, `bench-${opened++}`);
        };
        await Promise.all(Array.from({ length: CONNECTIONS }, connection));
      });
    },
    async stop() {
      agent.destroy();
      await server.stop();
    },
  };
}

/** A data folder with one account that may open others. @returns the token of its session */
async function administrator(dataDir: string): Promise<string> {
  const stores = openStores({ mode: 'serve', dataDir, keyDir: `${dataDir}-keys` });
  try {
    const runner = new CommandRunner(stores.log, stores.clock, stores.chance);
    const role = { role: 'account-admin' as Role };
    const commands = [
      { type: 'OpenAccount', data: { account: 'admin', organ: ORGAN, person: 'person-1' } },
      { type: 'ProposeRole', data: role },
      { type: 'ConfirmRole', data: role },
    ] as const;
    for (const command of commands) {
      const asked = { actor: 'system:bench', correlation: 'bench' };
      await runner.run(account, 'account-admin', () => ({ command }), asked);
    }
    return await stores.credentials.start({ login: 'admin', account: 'admin', demonstration: false });
  } finally {
    await closeStores(stores);
  }
}

function openAccount(url: URL, agent: Agent, token: string, id: string): Promise<void> {
  const body = JSON.stringify({ organ: ORGAN, person: `person-${id}` });
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        path: `/api/v1/accounts/${id}/open-account`,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          if (answer.statusCode === 201) resolve();
          else reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
