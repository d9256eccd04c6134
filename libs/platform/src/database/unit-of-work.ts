import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { jurisdictionPrefixes, newId, type Clock, type Rng } from '@zhaoguan/kernel';
import {
  refuse,
  SUBSCRIPTIONS,
  type Caller,
  type EventMap,
  type EventName,
  type JobMap,
  type JobName,
} from '@zhaoguan/contracts';
import { DataSource, EntityManager } from 'typeorm';
import { keyOfOutboxRow } from '../outbox/outbox-key';
import { APP_DATABASE, CLOCK, RNG } from '../tokens';
import type { Channel } from './database-listener';
import { isDuplicateKey, isRetryable } from './pg-errors';

/** One transaction, in whose name it runs, and the instant at which everything in it happens. */
export interface Tx {
  readonly manager: EntityManager;
  readonly caller: Caller;
  readonly at: Date;
  newId(): string;
  /** Tell the other modules, by an outbox row for each subscribed job. */
  emit<E extends EventName>(event: E, payload: EventMap[E]): Promise<void>;
  /** Ask for a job, not before the given instant. @returns the key under which the queue will know it */
  enqueue<J extends JobName>(job: J, payload: JobMap[J], notBefore?: Date): Promise<string>;
  /** Ask for a job that looks after everything there is, unless one is waiting or running already. */
  enqueueUnlessAsked(job: JobName): Promise<void>;
  /** Tell every process that listens, when this transaction commits. @param payload at most 8,000 bytes */
  notify(channel: Channel, payload: string): Promise<void>;
}

const MAX_TRIES = 5;

/** The only way to a transaction (工作单元). Deadlocks and serialization failures run the whole function again. */
@Injectable()
export class UnitOfWork {
  /** Where the reads inside a snapshot read. */
  private readonly snapshots = new AsyncLocalStorage<EntityManager>();

  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @throws whatever `work` throws, after rolling back: nothing half done stays. */
  async run<T>(caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T> {
    const claim = caller.idempotency?.claimed === false ? caller.idempotency : undefined;
    const result = await this.withRetry(() =>
      this.database.transaction(async (manager) => {
        const tx = this.open(manager, caller);
        await bindCaller(manager, caller, tx.at);
        if (claim) await claimIdempotencyKey(tx, claim.key, claim.requestHash);
        return work(tx);
      }),
    );
    if (claim) claim.claimed = true;
    return result;
  }

  /**
   * What is asked, with locks, before the file of a request has come in. The key of the request is for the transaction that writes: claimed
   * here it would name a request without its file, and stand for work that nobody has done where the process is killed in between.
   */
  ask<T>(caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { idempotency: _, ...asking } = caller;
    return this.run(asking, work);
  }

  /** A read under the caller's jurisdiction in which every query sees the same instant. Writing in it fails. */
  async read<T>(caller: Caller, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const snapshot = this.snapshots.getStore();
    if (snapshot) {
      await bindCaller(snapshot, caller, this.clock.now());
      return work(snapshot);
    }
    return this.withRetry(() =>
      this.database.transaction(async (manager) => {
        await manager.query('set transaction isolation level repeatable read, read only');
        await bindCaller(manager, caller, this.clock.now());
        return work(manager);
      }),
    );
  }

  /**
   * One `read` around many: those that `work` makes, one after the other and through whatever use case, see the same instant
   * and take no connection more. Each is under the rights of its own caller.
   */
  snapshot<T>(caller: Caller, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.read(caller, (manager) => this.snapshots.run(manager, () => work(manager)));
  }

  private open(manager: EntityManager, caller: Caller): Tx {
    const at = this.clock.now();
    const notify = async (channel: Channel, payload: string): Promise<void> => {
      await manager.query('select pg_notify($1, $2)', [channel, payload]);
    };
    const enqueue = async (job: JobName, payload: unknown, notBefore: Date = at): Promise<string> => {
      const [row]: [{ id: string; nonce: string }] = await manager.query(
        `insert into platform.outbox (job, payload, not_before, created_at) values ($1, $2, $3, $4)
         returning id, nonce`,
        [job, JSON.stringify(payload), notBefore, at],
      );
      await notify('zhaoguan_outbox', '');
      return keyOfOutboxRow(row);
    };
    return {
      manager,
      caller,
      at,
      newId: () => newId(this.clock, this.rng),
      notify,
      enqueue,
      enqueueUnlessAsked: async (job) => {
        const open: unknown[] = await manager.query(
          'select 1 from platform.outbox where job = $1 and settled_at is null limit 1',
          [job],
        );
        if (open.length === 0) await enqueue(job, {});
      },
      emit: async (event, payload) => {
        for (const job of SUBSCRIPTIONS[event] ?? []) await enqueue(job, payload);
      },
    };
  }

  private async withRetry<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!isRetryable(error) || tries >= MAX_TRIES) throw error;
        await new Promise((resume) => setTimeout(resume, 10 * 2 ** tries));
      }
    }
  }
}

/** Row-level security reads the first two; where they are unset it shows no rows. Triggers write down who and when. */
async function bindCaller(manager: EntityManager, caller: Caller, at: Date): Promise<void> {
  await manager.query(
    `select set_config('app.actor', $1, true), set_config('app.districts', $2, true), set_config('app.at', $3, true)`,
    [caller.id, jurisdictionPrefixes(caller.districts).join(','), at.toISOString()],
  );
}

async function claimIdempotencyKey(tx: Tx, key: string, requestHash: string): Promise<void> {
  try {
    await tx.manager.query(
      'insert into platform.idempotency (actor_id, key, request_hash, created_at) values ($1, $2, $3, $4)',
      [tx.caller.id, key, requestHash, tx.at],
    );
  } catch (error) {
    if (isDuplicateKey(error)) throw refuse('IDEMPOTENCY_ANSWER_LOST');
    throw error;
  }
}
