import { BadSetting, readSettings, type Settings, type Stores } from '@srd/application';
import { closeStores, openStoresWith } from '@srd/adapters/stores';
import { organs } from '@srd/views';
import { buildServer, type Server } from './server';

/** How long a balancer has to notice that this server isn't ready before its door closes, in milliseconds. */
const NOTICE = 500;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const stores = await openStoresWith(settings, (events, part) => {
    process.stderr.write(`正在由服务器补齐本机的镜像：${events} 条，已过 ${Math.floor(100 * part)}%\n`);
  });
  const server = await buildServer(stores, settings);
  // Before anybody is told that it listens: whoever heard may stop it at once.
  let signalled = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (signalled) return;
      signalled = true;
      server.announceStop();
      setTimeout(() => {
        void server
          .stop()
          .then(() => closeStores(stores))
          .then(() => process.exit(0));
      }, NOTICE);
    });
  }
  await listen(server, settings);
  if (settings.mode === 'serve' && !isSetUp(stores)) {
    process.stderr.write(
      `数据目录 ${settings.dataDir} 中还没有机关和账号，无人能登录：请先停止服务，运行 npx srd init\n`,
    );
  }
  process.stdout.write(`${JSON.stringify({ listening: await server.app.getUrl() })}\n`);
}

/** Whether `srd init` has founded an organ here. */
function isSetUp({ views }: Stores): boolean {
  return views.list(organs.name, { limit: 1 }).rows.length > 0;
}

/** @throws BadSetting where the machine has no such address, or another program has the port */
async function listen({ app }: Server, { port, host }: Settings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'EADDRINUSE') throw new BadSetting('PORT', `${host} 的 ${port} 端口已被占用`);
    if (code === 'EACCES') throw new BadSetting('PORT', `没有使用 ${port} 端口的权限`);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') {
      throw new BadSetting('SRD_HOST', `“${host}”不是本机的地址`);
    }
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
