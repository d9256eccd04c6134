import { MetadataScanner, DiscoveryService } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ERRORS, INSTITUTION_LIMITS, PERMISSIONS } from '@zhaoguan/contracts';
import { POLICY, type Policy } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { openApiDocument } from '../../apps/api/src/openapi';
import { describeInterface } from '../../apps/cli/src/openapi/openapi.command';
import { expectStored } from './support/stored';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: unknown;
  readonly example?: unknown;
  readonly maxLength?: number;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly 'x-permissions'?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema?: Schema }>> }>
  >;
}
interface Route {
  readonly key: string;
  readonly policy: Policy | undefined;
  readonly documented: boolean;
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

function operationsOf(document: OpenAPIObject): Map<string, Operation> {
  return new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method): [string, Operation][] => {
        const operation = item[method];
        return operation ? [[`${method.toUpperCase()} ${path}`, operation as unknown as Operation]] : [];
      }),
    ),
  );
}

/** Every route of every controller, as Nest itself finds them. */
function routesOf(app: TestApp): Route[] {
  const scanner = new MetadataScanner();
  return app.nest
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      const excluded = Reflect.getMetadata('swagger/apiExcludeController', metatype) as unknown;
      return scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
        const handler = prototype[name];
        if (!handler || !Reflect.hasMetadata('path', handler)) return [];
        const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
        const bases = [Reflect.getMetadata('path', metatype) as string | string[]].flat();
        const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
        return bases.flatMap((base) =>
          paths.map((path) => ({
            key: `${method} /${[base, path]
              .map((part) => part.replace(/^\/|\/$/g, ''))
              .filter(Boolean)
              .join('/')}`.replace(/:(\w+)/g, '{$1}'),
            policy: (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, metatype)) as
              Policy | undefined,
            documented: excluded === undefined,
          })),
        );
      });
    });
}

describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: OpenAPIObject;
  let operations: Map<string, Operation>;
  let routes: Route[];
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    document = await describeInterface();
    operations = operationsOf(document);
    routes = routesOf(app);
  });
  afterAll(() => app.stop());

  it('is the same whether the system runs or not', () => {
    expect(openApiDocument(app.nest)).toEqual(document);
  });

  it('is the one that is stored', () => {
    expect(() => expectStored('docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`)).not.toThrow();
  });

  /** An answer to HEAD has none. */
  const withBody = () => [...operations].filter(([key]) => !key.startsWith('HEAD '));

  it('has every route below /api, and no other', () => {
    const routed = routes.filter(({ key }) => key.includes(' /api/')).map(({ key }) => key);
    expect([...operations.keys()].sort()).toEqual([...new Set(routed)].sort());
    expect(routes.filter(({ key, documented }) => key.includes(' /api/') && !documented)).toEqual([]);
  });

  it('tells of every route who may call it', () => {
    const untold = routes.filter(({ key, policy }) => {
      if (!policy) return true;
      const operation = operations.get(key);
      if (!operation) return false;
      const permissions = policy.kind === 'allow' ? policy.anyOf : [];
      const secured = (operation.security ?? []).length > 0;
      return (
        secured !== (policy.kind !== 'public') ||
        JSON.stringify(operation['x-permissions'] ?? []) !== JSON.stringify(permissions)
      );
    });
    expect(untold.map(({ key }) => key)).toEqual([]);
  });

  it('tells of every operation what it is, in Chinese, and under which heading', () => {
    const silent = [...operations].filter(
      ([, { summary, tags }]) => !/[\u4e00-\u9fff]/.test(summary ?? '') || (tags ?? []).length !== 1,
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('tells of every operation how it fails', () => {
    const silent = withBody().filter(
      ([, { responses }]) => !responses['default']?.content?.['application/problem+json'],
    );
    expect(silent.map(([key]) => key)).toEqual([]);
    const problem = document.components?.schemas?.['Problem'] as Schema;
    expect(problem.properties?.['code']?.enum).toEqual(Object.keys(ERRORS).sort());
  });

  it('tells of every operation what it answers', () => {
    const silent = withBody().filter(([, { responses }]) => {
      const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
      if (status === undefined) return true;
      const contents = Object.values(answer?.content ?? {});
      return status !== '204' && (contents.length === 0 || contents.some(({ schema }) => !schema));
    });
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('describes every parameter of the path and every field of a schema', () => {
    const paths = [...operations].filter(([key, { parameters = [] }]) => {
      const named = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return named.some(
        (name) => !parameters.some((parameter) => parameter.in === 'path' && parameter.name === name),
      );
    });
    expect(paths.map(([key]) => key)).toEqual([]);
    const schemas = document.components?.schemas as Record<string, Schema>;
    const empty = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, field]) => !isDescribed(field))
        .map(([field]) => `${name}.${field}`),
    );
    expect(empty).toEqual([]);
  });

  it('leaves no object open but on purpose: members, or what they may be', () => {
    const blank = [...objectsIn(document, '')].filter(
      ([, { $ref, properties, allOf, oneOf, anyOf, additionalProperties }]) =>
        [$ref, properties, allOf, oneOf, anyOf, additionalProperties].every((part) => part === undefined),
    );
    expect(blank.map(([place]) => place)).toEqual([]);
  });

  it('tells of the headers that make a request safe to repeat, and of the version it is about', () => {
    const headersOf = (key: string): string[] =>
      (operations.get(key)?.parameters ?? []).filter((each) => each.in === 'header').map(({ name }) => name);
    const posts = [...operations].filter(
      ([key, { security = [] }]) => key.startsWith('POST') && security.some((scheme) => 'bearer' in scheme),
    );
    const silent = posts.filter(([key]) => !headersOf(key).includes('Idempotency-Key'));
    expect(silent.map(([key]) => key)).toEqual([]);
    for (const act of [
      'PATCH /api/v1/filings/{id}',
      'POST /api/v1/filings/{id}/submit',
      'POST /api/v1/filings/{id}/return',
      'POST /api/v1/filings/{id}/refuse',
      'POST /api/v1/filings/{id}/accept',
      'PATCH /api/v1/inspectors/{id}',
      'PUT /api/v1/inspection-tasks/{id}/findings',
      'POST /api/v1/inspection-results/{id}/publish',
      'POST /api/v1/penalty-cases/{id}/notice',
      'POST /api/v1/penalty-cases/{id}/statement',
      'POST /api/v1/penalty-cases/{id}/decide',
    ]) {
      expect([act, headersOf(act)]).toEqual([act, expect.arrayContaining(['If-Match'])]);
    }
  });

  it('refers to nothing that is not there, and holds nothing that nobody refers to', () => {
    const text = JSON.stringify(document);
    const referred = new Set(
      [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name]) => name ?? ''),
    );
    const held = Object.keys(document.components?.schemas ?? {});
    expect([...referred].filter((name) => !held.includes(name))).toEqual([]);
    expect(held.filter((name) => !referred.has(name))).toEqual([]);
  });

  it('takes texts of an institution as long as a directory may bring them', () => {
    const lengthOf = (schema: string, field: string): number | undefined =>
      (document.components?.schemas?.[schema] as Schema | undefined)?.properties?.[field]?.maxLength;
    expect({
      name: lengthOf('InstitutionInput', 'name'),
      address: lengthOf('InstitutionInput', 'address'),
      personName: lengthOf('LegalRepresentativeInput', 'name'),
    }).toEqual(INSTITUTION_LIMITS);
  });

  it('has one name for each operation', () => {
    const names = [...operations.values()].map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('asks only for permissions that exist', () => {
    const asked = [...operations.values()].flatMap((operation) => operation['x-permissions'] ?? []);
    expect(asked.filter((permission) => !Object.hasOwn(PERMISSIONS, permission))).toEqual([]);
  });
});

/** Every schema of type object, wherever it stands. */
function* objectsIn(node: unknown, place: string): Generator<[string, Schema]> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && node.type === 'object') yield [place, node as Schema];
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'example' && name !== 'examples') yield* objectsIn(child, `${place}/${name}`);
  }
}

function isDescribed({ $ref, type, allOf, oneOf, anyOf, enum: values, items }: Schema): boolean {
  if (type === 'array') return items !== undefined && isDescribed(items);
  return [$ref, type, allOf, oneOf, anyOf, values].some((part) => part !== undefined);
}
