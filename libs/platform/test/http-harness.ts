import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Body,
  Get,
  Module,
  Param,
  Post,
  Query,
  Req,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { refuse, systemCaller, type Caller } from '@zhaoguan/contracts';
import { FixedClock } from '@zhaoguan/kernel';
import type { TestDatabase } from '@zhaoguan/testing';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { Response } from 'supertest';
import {
  ApiController,
  createHttpApp,
  CurrentCaller,
  HttpModule,
  loadConfig,
  loadSecrets,
  PageQuery,
  PlatformModule,
  Public,
  SignedIn,
  UnitOfWork,
  uploadedFile,
  FileStore,
  type RequestWithCaller,
} from '../src';

class PartDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(5)
  name!: string;
  @IsOptional()
  @IsInt()
  @Min(0)
  floorAreaM2?: number;
}
class NoteDto {
  @IsString()
  @IsNotEmpty()
  text!: string;
  @IsOptional()
  @IsUUID()
  subjectId?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  parts?: PartDto[];
}

@ApiController('test', '测试')
class TestController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  @Get('things/:id')
  @Public()
  thing(@Param('id') id: string): Promise<unknown> {
    return this.work.read(systemCaller('test'), (manager) => manager.query('select $1::uuid as id', [id]));
  }
  @Get('list')
  @Public()
  list(@Query() query: PageQuery): unknown {
    return { limit: query.limit };
  }
  @Get('address')
  @Public()
  address(@Req() request: FastifyRequest): unknown {
    return { ip: request.ip };
  }
  @Get('fails/:how')
  @Public()
  async fails(@Param('how') how: string): Promise<unknown> {
    if (how === 'unknown') throw new Error('the password is swordfish');
    if (how === 'full') throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    if (how === 'refused') throw refuse('NOT_FOUND');
    return this.work.run(systemCaller('test'), (tx) =>
      tx.manager.query(`do $$ begin raise exception 'x' using errcode = '${how}'; end $$`),
    );
  }
  @Post('notes')
  @SignedIn()
  create(@CurrentCaller() caller: Caller, @Body() body: NoteDto): Promise<unknown> {
    return this.work.run(caller, async (tx) => {
      const [row]: { id: string }[] = await tx.manager.query(
        'insert into public.note (text) values ($1) returning id',
        [body.text],
      );
      if (body.text === 'refuse me') throw refuse('CONFLICT');
      return { id: row?.id, text: body.text };
    });
  }
  /** Refuses in spite of what it keeps, as a wrong password does that is counted. */
  @Post('guesses')
  @SignedIn()
  async guess(@CurrentCaller() caller: Caller, @Body() body: NoteDto): Promise<unknown> {
    await this.work.run(caller, (tx) =>
      tx.manager.query('insert into public.note (text) values ($1)', [body.text]),
    );
    if (body.text.startsWith('wrong')) throw refuse('BAD_CREDENTIALS');
    if (body.text.startsWith('fault')) throw new Error('after the commit');
    return { text: body.text };
  }
  @Post('files')
  @SignedIn()
  async upload(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<unknown> {
    const { file, filename } = await uploadedFile(request);
    return this.files.receive(caller, file, filename, async (stored) => {
      await this.work.run(caller, (tx) => this.files.record(tx, stored));
      return stored;
    });
  }
}

/** Says who calls by a header; signing in is tested with the module that does it. */
class HeaderGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    const id = request.headers['x-test-person'];
    const district = request.headers['x-test-district'];
    const rights = typeof district === 'string' ? { districts: [district] } : {};
    if (typeof id === 'string') request.caller = { ...systemCaller(request.id), id, ...rights };
    return true;
  }
}

export const ANNE = '01930000-0000-7000-8000-00000000000a';
export const BEN = '01930000-0000-7000-8000-00000000000b';

export interface StartedHttp {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export async function startHttp(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<StartedHttp> {
  const folder = mkdtempSync(join(tmpdir(), 'zg-http-'));
  const config = loadConfig({
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    ...env,
  });
  const clock = new FixedClock('2026-11-20T02:00:00Z');
  const logger = pino({ level: 'silent' });
  @Module({
    imports: [
      PlatformModule.forRoot({ config, secrets: loadSecrets(config), logger, entities: [], clock }),
      HttpModule,
    ],
    controllers: [TestController],
    providers: [{ provide: APP_GUARD, useClass: HeaderGuard }],
  })
  class TestModule {}
  const app = await createHttpApp(TestModule, logger);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await app.close();
    rmSync(folder, { recursive: true });
  };
  return { app, clock, port, stop };
}

/** Sends bytes as they are, for what no client library would send. */
export function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}

export function expectProblem(answer: Response, status: number, code: string): void {
  expect({ status: answer.status, code: (answer.body as { code?: string }).code }).toEqual({
    status,
    code,
  });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['x-trace-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect((answer.body as { traceId?: string }).traceId).toBe(answer.headers['x-trace-id']);
  expect((answer.body as { detail?: string }).detail).toMatch(/[\u4e00-\u9fff]/);
}
