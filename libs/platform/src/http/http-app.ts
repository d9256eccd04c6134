import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { NestLogger } from '../logging/nest-logger';
import { LOGGER } from '../tokens';
import { POLICY } from './policy';
import { ProblemFilter } from './problem.filter';
import { UPLOAD_LIMIT } from './upload';
import { validationPipe } from './validation';

const JSON_LIMIT = 1024 * 1024;

/** The HTTP shell that api, portal and standalone share; the caller listens on it. */
export async function createHttpApp(
  module: Type | DynamicModule,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    trustProxy: 'loopback',
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await app.register(cookie);
  // One byte over is let in, so that FileStore refuses it with its own answer before the stream is cut.
  await app.register(multipart, { limits: { files: 1, fields: 10, fileSize: UPLOAD_LIMIT + 1, parts: 12 } });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(LOGGER)));
  addSecurityHeaders(app);
  assertEveryRouteHasPolicy(app);
  return app;
}

function addSecurityHeaders(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      void reply.header('x-content-type-options', 'nosniff');
      void reply.header('referrer-policy', 'same-origin');
      void reply.header('x-frame-options', 'DENY');
      void reply.header('x-trace-id', request.id);
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
        void reply.header('cache-control', 'no-store');
      }
    });
}

/** @throws when a route says nothing about who may call it: denied by default, and found at start rather than in use. */
function assertEveryRouteHasPolicy(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const open: string[] = [];
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as object;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = (prototype as Record<string, unknown>)[name] as () => unknown;
      const isRoute = Reflect.hasMetadata('path', method);
      if (isRoute && !reflector.getAllAndOverride(POLICY, [method, metatype])) {
        open.push(`${metatype.name}.${name}`);
      }
    }
  }
  if (open.length > 0)
    throw new Error(`routes without a policy (@Public, @SignedIn or @Allow): ${open.join(', ')}`);
}
