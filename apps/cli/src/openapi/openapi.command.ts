import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createLogger, loadConfig, type Secrets } from '@zhaoguan/platform';
import { ApiModule } from '../../../api/src/api.module';
import { openApiDocument } from '../../../api/src/openapi';
import { UsageError, type Command } from '../command';

/** Never used: in preview nothing is constructed that could connect or sign. */
const NOWHERE = 'postgres://nobody@localhost/none';
const NO_SECRETS: Secrets = { tokenKey: '', fieldKey: '', fieldMacKey: '', indexKey: '', logKey: '' };

/** The document of the interface, from the routes alone: needs no database, no queue, no keys. */
export async function describeInterface(): Promise<OpenAPIObject> {
  const config = loadConfig({ DATABASE_URL: NOWHERE, LOG_LEVEL: 'silent' });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot({ config, secrets: NO_SECRETS, logger: createLogger(config.logLevel) }),
    new FastifyAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  try {
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}

/** `openapi`: prints the OpenAPI document. */
export const openapiCommand: Command = async (args, { stdout }) => {
  if (args.length > 0) throw new UsageError('openapi 没有参数。');
  stdout.write(`${JSON.stringify(await describeInterface(), null, 2)}\n`);
  return 0;
};
