import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { refuse, type IdempotencyClaim } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { APP_DATABASE } from '../tokens';
import type { RequestWithCaller } from './policy';
import { toProblem } from './problem.failure';
import { uploadedFile } from './upload';

interface Ask {
  readonly actorId: string;
  readonly claim: IdempotencyClaim;
  /** How long to wait for an answer that the first request has not kept yet. */
  readonly waitMs: number;
}

interface StoredAnswer {
  readonly request_hash: string;
  readonly status: number | null;
  readonly body: unknown;
  readonly etag: string | null;
}

const SECRET_ANSWER = Symbol('SECRET_ANSWER');

/** The answer holds a secret that is shown once: it is not kept, and a repeat is told that the work was done. */
export const SecretAnswer = (): MethodDecorator => SetMetadata(SECRET_ANSWER, true);

/** How long a repeat waits for the answer of the first, which has committed and is about to store it. */
const WAIT_MS = 5_000;
const LOOK_MS = 50;

/**
 * `Idempotency-Key` on POST: the key is taken in the same transaction as the write (see UnitOfWork), the answer is
 * stored beside it; a repeat gets that answer and nothing is done again. A refused request takes no key: it may be
 * corrected and sent anew. Keys are dropped after 24 h.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(APP_DATABASE) private readonly database: DataSource) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.caller) return next.handle();
    if (Array.isArray(key) || key.length > 128 || key.trim() === '') {
      throw refuse('VALIDATION_FAILED', {}, [
        { pointer: '/headers/idempotency-key', code: 'TOO_LONG', message: '应为 1 至 128 个字符' },
      ]);
    }
    const claim: IdempotencyClaim = { key, requestHash: hashOf(request), claimed: false };
    request.caller = { ...request.caller, idempotency: claim };
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const secret = Reflect.getMetadata(SECRET_ANSWER, context.getHandler()) === true;
    const ask: Ask = { actorId: request.caller.id, claim, waitMs: secret ? 0 : WAIT_MS };
    const stored = await this.find(ask);
    if (stored) {
      if (request.isMultipart()) await readToEnd(request);
      return from(this.replay(stored, ask, reply));
    }
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        if (!secret) await this.keepAnswer(ask, reply, body);
        return body;
      }),
      catchError(async (error: unknown) => {
        if (claim.claimed && toProblem(error, request.id).status < 500) await this.release(ask);
        // Another request with this key was faster by less than its transaction: its answer is ours.
        const first = isTaken(error) ? await this.find(ask) : undefined;
        if (!first) throw error;
        return this.replay(first, ask, reply);
      }),
    );
  }

  private async find({ actorId, claim }: Ask): Promise<StoredAnswer | undefined> {
    const rows: StoredAnswer[] = await this.database.query(
      'select request_hash, status, body, etag from platform.idempotency where actor_id = $1 and key = $2',
      [actorId, claim.key],
    );
    return rows[0];
  }

  private async replay(first: StoredAnswer, ask: Ask, reply: FastifyReply): Promise<unknown> {
    if (first.request_hash !== ask.claim.requestHash) throw refuse('IDEMPOTENCY_KEY_REUSED');
    let stored: StoredAnswer | undefined = first;
    for (let waited = 0; stored?.status === null && waited < ask.waitMs; waited += LOOK_MS) {
      await new Promise((resume) => setTimeout(resume, LOOK_MS));
      stored = await this.find(ask);
    }
    // The first was refused meanwhile and gave its key back.
    if (!stored) throw refuse('CONFLICT');
    if (stored.status === null) throw refuse('IDEMPOTENCY_ANSWER_LOST');
    void reply.status(stored.status).header('idempotent-replay', 'true');
    if (stored.etag !== null) void reply.header('etag', stored.etag);
    return stored.body ?? undefined;
  }

  private async keepAnswer({ actorId, claim }: Ask, reply: FastifyReply, body: unknown): Promise<void> {
    if (!claim.claimed) return;
    await this.database.query(
      `update platform.idempotency set status = $3, body = $4, etag = $5 where actor_id = $1 and key = $2`,
      [actorId, claim.key, reply.statusCode, JSON.stringify(body ?? null), reply.getHeader('etag') ?? null],
    );
  }

  /** Refused after a transaction that had to be kept, such as the count of a wrong password. */
  private async release({ actorId, claim }: Ask): Promise<void> {
    await this.database.query('delete from platform.idempotency where actor_id = $1 and key = $2', [
      actorId,
      claim.key,
    ]);
  }
}

/**
 * What is asked, and with which rights: an answer is not given again to whom it would be refused by now. The file of an upload is a stream that has not been read yet; it is added as it is read ({@link uploadedFile}). */
function hashOf(request: RequestWithCaller): string {
  return createHash('sm3')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}\n${rightsOf(request)}`)
    .digest('hex');
}

const rightsOf = ({ caller }: RequestWithCaller): string =>
  JSON.stringify([caller?.roles, caller?.districts, caller?.departments]);

/** Reads a repeated upload for its hash alone. */
async function readToEnd(request: RequestWithCaller): Promise<void> {
  for await (const _piece of (await uploadedFile(request)).file);
}

const isTaken = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'IDEMPOTENCY_ANSWER_LOST';
