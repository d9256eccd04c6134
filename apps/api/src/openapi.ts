import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ERRORS } from '@zhaoguan/contracts';
import { PARTNER_SIGNATURE, Problem } from '@zhaoguan/platform';

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '请求方自定的唯一编号；24 小时内以同一编号重复同一请求，只办理一次，答复相同',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
} as const;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI 3.1 document: every route, every field, every error. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('照管 接口')
    .setDescription(
      '养老、托育机构登记备案与双随机监管。错误以 RFC 9457 application/problem+json 返回，code 固定不变。',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addSecurity(PARTNER_SIGNATURE, {
      type: 'apiKey',
      in: 'header',
      name: 'X-Exchange-Signature',
      description: '对接平台的请求签名，见 docs/guide/exchange.md',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  addProblems(document);
  addIdempotencyKeys(document);
  return document;
}

/** Each operation may answer with a problem; the catalogue of codes stands in the component's description. */
function addProblems(document: OpenAPIObject): void {
  const problem = {
    description: 'RFC 9457 problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) operation.responses['default'] = problem;
    }
  }
  const schema = document.components?.schemas?.['Problem'];
  if (schema && 'properties' in schema) {
    const code = schema.properties?.['code'];
    if (code && 'type' in code) code.enum = Object.keys(ERRORS).sort();
  }
}

/**
 * Every POST of a signed-in person takes the key (IdempotencyInterceptor), so no controller need say so. What a partner hands in is
 * safe to repeat by its own case number.
 */
function addIdempotencyKeys(document: OpenAPIObject): void {
  for (const { post } of Object.values(document.paths)) {
    if (!post?.security?.some((scheme) => 'bearer' in scheme)) continue;
    post.parameters = [...(post.parameters ?? []), IDEMPOTENCY_KEY];
  }
}

const DOCS = '/api/docs';
/**
 * No script but those of the page itself, and nobody called but this very system. It writes its styles into the page, and
 * draws its marks as data: addresses.
 */
const DOCS_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** /api/openapi.json for programs, /api/docs for people. */
export function serveOpenApi(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      const [path = ''] = request.url.split('?');
      if (path === DOCS || path.startsWith(`${DOCS}/`))
        void reply.header('content-security-policy', DOCS_POLICY);
      done();
    });
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '照管 接口文档',
  });
}
