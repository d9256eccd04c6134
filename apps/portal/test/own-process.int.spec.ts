import { createHttpApp, createLogger, loadConfig } from '@zhaoguan/platform';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { PortalProcessModule } from '../src/portal-process.module';

describe('the public site as a process of its own', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await createTestDatabase();
    const config = loadConfig({
      DATABASE_PUBLIC_URL: database.url,
      LOG_LEVEL: 'fatal',
      DATABASE_POOL_SIZE: '4',
    });
    const logger = createLogger(config.logLevel);
    app = await createHttpApp(PortalProcessModule.forRoot({ config, logger }), logger);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it.each([
    '/',
    '/institutions',
    '/penalties',
    '/draws',
    '/guide',
    '/guide/childcare-change',
    '/service-ratings',
    '/api/v1/public/institutions',
  ])('serves %s with nothing but the published database', async (path) => {
    await supertest(app.getHttpServer()).get(path).expect(200);
  });

  it('is ready when the published database answers', async () => {
    await supertest(app.getHttpServer()).get('/healthz').expect(200, { status: 'up' });
    await supertest(app.getHttpServer()).get('/readyz').expect(200, { status: 'ready' });
  });

  it('has no way to sign in and no way to write', async () => {
    await supertest(app.getHttpServer()).post('/api/v1/auth/login').send({}).expect(404);
    await supertest(app.getHttpServer()).post('/api/v1/public/institutions').send({}).expect(405);
  });
});
