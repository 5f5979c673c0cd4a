import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Engine, type Settings, type Stores } from '@srd/application';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { AppModule } from './app.module';
import { acceptBodies } from './edge/body';
import { DailyTimer } from './daily-timer';
import { webFolder } from './desk';
import { Metrics } from './health/metrics';
import { Readiness } from './health/readiness';
import { nameIn } from './labels';
import { describeProblems } from './problems';

/** The largest request body, in bytes. */
const BODY_LIMIT = 1_048_576;
/** How long a stopping server waits for requests under way, in milliseconds. */
const PATIENCE = 10_000;

/** A server that can be told to stop. */
export interface Server {
  readonly app: NestFastifyApplication;
  /** Ready goes 503 from here on; requests are still answered. */
  announceStop(): void;
  /** Ready goes 503, commands under way finish, then everything closes. */
  stop(): Promise<void>;
}

/** Builds the application over opened stores; nothing listens yet. */
export async function buildServer(stores: Stores, settings: Settings): Promise<Server> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    // A request that comes while the server closes is still answered: readiness has turned it away before.
    return503OnClosing: false,
    trustProxy: [...settings.trustedProxies],
    // Ids have up to 128 characters, and those made of them more.
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      const said = { code: 'MALFORMED', title: '请求无法解析', detail: '网址不合格式或过长' };
      const problem = { type: 'urn:srd:problem:malformed', instance: request.url.split('?')[0], status, ...said };
      void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8');
      void reply.send(JSON.stringify(problem));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(stores, settings), adapter, {
    bufferLogs: true,
    abortOnError: false,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  await app.register(cookie);
  await app.register(helmet, {
    hsts: false,
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null },
    },
  });
  const web = webFolder();
  if (web !== undefined) {
    // Their names hold a hash of their content: a browser never asks twice. Built compressed beside the plain ones.
    const forEver = {
      maxAge: '365d',
      immutable: true,
      preCompressed: true,
      index: false,
      decorateReply: false,
    } as const;
    await app.register(fastifyStatic, { root: join(web, 'assets'), prefix: '/assets/', ...forEver });
  }
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  acceptBodies(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    // Over plain http, as a witness's phone comes, browsers ignore these two and say so as an error.
    if (request.protocol !== 'https') {
      reply.removeHeader('cross-origin-opener-policy').removeHeader('origin-agent-cluster');
    }
    done();
  });
  const logger = app.get(Logger);
  fastify.addHook('onResponse', ({ id, method, routeOptions }, reply, done) => {
    const route = routeOptions.url ?? 'unknown';
    metrics.answered(method, route, reply.statusCode, reply.elapsedTime / 1000);
    // The route, never the address: a path names cases, and a query may name people.
    const milliseconds = Math.round(reply.elapsedTime);
    const entry = { requestId: id, method, route, status: reply.statusCode, milliseconds };
    // Those who watch the machine ask every second or two: their questions would hide the others.
    if (route.startsWith('/health/') || route === '/metrics') logger.debug(entry, 'request');
    else logger.log(entry, 'request');
    done();
  });
  SwaggerModule.setup('api/docs', app, () => documentOf(app), { jsonDocumentUrl: 'api/openapi.json' });
  await app.init();
  await fastify.ready();
  const engine = app.get(Engine);
  await engine.start();
  const daily = app.get(DailyTimer);
  daily.start();
  let stopping: Promise<void> | undefined;
  return {
    app,
    announceStop: () => app.get(Readiness).close(),
    stop: () =>
      (stopping ??= (async () => {
        app.get(Readiness).close();
        const letGo = releasing(fastify.server);
        await app.close();
        letGo();
        await daily.stop();
        await engine.stop();
      })()),
  };
}

/**
 * While a server closes it waits for its connections, and a browser keeps one open for long after its last answer. Those that are
 * idle are let go at once, those that stall after `PATIENCE`. @returns what ends the watch
 */
function releasing(server: HttpServer): () => void {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const all = setTimeout(() => server.closeAllConnections(), PATIENCE);
  return () => {
    clearInterval(idle);
    clearTimeout(all);
  };
}

/** The OpenAPI document of all routes. */
export function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('srd 双随机检查案件系统')
    .setVersion('1')
    .setDescription(
      '司法局“双随机、一公开”检查案件接口。命令以 If-Match 给出所见版本；revision 是记录在其流中的位置，从 0 起，即 ETag 与 If-Match 的值；文字中的第 n 版、第 n 条从 1 起，为 revision 加一。错误为 application/problem+json，429 和 503 可由任何接口给出，并附 Retry-After。',
    )
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  nameIn(document);
  describeProblems(document);
  return document;
}
