import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import type { FastifyReply } from 'fastify';
import { from, mergeMap, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { APP_DATABASE } from '../tokens';
import type { RequestWithCaller } from './policy';

interface StoredAnswer {
  readonly request_hash: string;
  readonly status: number | null;
  readonly body: unknown;
}

/**
 * `Idempotency-Key` on POST: the key is taken in the same transaction as the write (see UnitOfWork), the answer is
 * stored beside it; a repeat gets that answer and nothing is done again. Keys are dropped after 24 h.
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
    const requestHash = createHash('sm3')
      .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const stored = await this.find(request.caller.id, key);
    if (stored) return from([this.replay(stored, requestHash, reply)]);

    const caller: Caller = { ...request.caller, idempotency: { key, requestHash, claimed: false } };
    request.caller = caller;
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        await this.keepAnswer(caller, key, reply.statusCode, body);
        return body;
      }),
    );
  }

  private async find(actorId: string, key: string): Promise<StoredAnswer | undefined> {
    const rows: StoredAnswer[] = await this.database.query(
      'select request_hash, status, body from platform.idempotency where actor_id = $1 and key = $2',
      [actorId, key],
    );
    return rows[0];
  }

  private replay(stored: StoredAnswer, requestHash: string, reply: FastifyReply): unknown {
    if (stored.request_hash !== requestHash) throw refuse('IDEMPOTENCY_KEY_REUSED');
    if (stored.status === null) throw refuse('IDEMPOTENCY_ANSWER_LOST');
    void reply.status(stored.status).header('idempotent-replay', 'true');
    return stored.body;
  }

  private async keepAnswer(caller: Caller, key: string, status: number, body: unknown): Promise<void> {
    if (caller.idempotency?.claimed !== true) return;
    await this.database.query(
      'update platform.idempotency set status = $3, body = $4 where actor_id = $1 and key = $2',
      [caller.id, key, status, JSON.stringify(body ?? null)],
    );
  }
}
