import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { projectRoot } from '@zhaoguan/platform';

const PREFIX = '/console';
/**
 * No script but the console's own; antd writes its style sheets as elements, hence 'unsafe-inline' for styles alone.
 * blob: shows what the person is about to upload, and documents fetched with their token.
 */
export const CONSOLE_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/**
 * The console (工作台) as built into dist/web: its files for ever, for their names change with their content, and one page
 * for every address below /console. Behind nginx these are served by nginx itself.
 */
export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  const folder = join(projectRoot(), 'dist', 'web');
  const page = join(folder, 'index.html');
  if (!existsSync(page)) throw new Error(`${page} is missing: node scripts/build.mjs builds the console`);
  const html = readFileSync(page, 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: `${PREFIX}/assets/`,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    // A file that is not there is an old page asking for what a new version has replaced: a plain 404.
    wildcard: false,
  });
  fastify.get(`${PREFIX}/assets/*`, (_request, reply) => reply.status(404).send());
  for (const path of [PREFIX, `${PREFIX}/*`]) {
    fastify.get(path, (_request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-security-policy', CONSOLE_POLICY)
        .send(html),
    );
  }
}
