import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What a server tells over HTTP: the settings that it was started with, to whom it may (InfoController.OnGetOptions, LegacyAuthorizationProviderFactory). */
export async function serveInfo(
  settings: Readonly<Record<string, string>>,
  tells: (authorization: string | undefined) => boolean,
  security: { readonly key: string; readonly certificate: string } | undefined,
): Promise<Server> {
  const answer: RequestListener = (request, response) => {
    if (request.url !== '/info/options') return void response.writeHead(404).end();
    if (!tells(request.headers.authorization)) return void response.writeHead(401).end();
    const told = Object.entries(settings).map(([name, value]) => ({ name, description: '', group: '', value }));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(told));
  };
  const server = security
    ? createSecureServer({ key: security.key, cert: security.certificate }, answer)
    : createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
