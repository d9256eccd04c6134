import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Clock } from '@zhaoguan/kernel';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { AppConfig } from '../config';
import { CLOCK, CONFIG, LOGGER } from '../tokens';

type Answer = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** Above this many addresses in one window the oldest are forgotten: the counter must not be the way to fill memory. */
const MAX_KEYS = 100_000;
const COMMAND_TIMEOUT_MS = 500;

/** INCR and its expiry in one step, so that a counter without an end cannot be left behind. */
const COUNT = `
local hits = redis.call('incr', KEYS[1])
if hits == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
return { hits, redis.call('pttl', KEYS[1]) }`;

/**
 * Counters of the rate limits, in fixed windows: in Redis when there is one, so that all processes count together, else
 * in this process. While Redis is away this process counts alone: a limit may then be somewhat generous, not absent.
 */
@Injectable()
export class RateLimitStorage implements ThrottlerStorage, OnApplicationShutdown {
  private readonly windows = new Map<string, { hits: number; endsAt: number }>();
  private readonly redis: Redis | undefined;

  constructor(
    @Inject(CONFIG) config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    if (config.redisUrl === undefined) return;
    this.redis = new Redis(config.redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
    });
    this.redis.on('error', (error) => logger.warn({ err: error }, 'rate limit: redis connection error'));
  }

  async increment(key: string, ttl: number, limit: number): Promise<Answer> {
    const { hits, left } = await this.count(key, ttl);
    const seconds = Math.max(1, Math.ceil(left / 1000));
    return { totalHits: hits, timeToExpire: seconds, isBlocked: hits > limit, timeToBlockExpire: seconds };
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private async count(key: string, ttl: number): Promise<{ hits: number; left: number }> {
    if (this.redis?.status === 'ready') {
      try {
        const answer = (await this.redis.eval(COUNT, 1, `zhaoguan:rate:${key}`, ttl)) as [number, number];
        return { hits: answer[0], left: answer[1] };
      } catch (error) {
        this.logger.warn({ err: error }, 'rate limit: this process counts alone');
      }
    }
    return this.countHere(key, ttl);
  }

  private countHere(key: string, ttl: number): { hits: number; left: number } {
    const now = this.clock.now().getTime();
    const known = this.windows.get(key);
    const window = known && known.endsAt > now ? known : { hits: 0, endsAt: now + ttl };
    window.hits += 1;
    // Set anew, so that the first key of the map is the one that began its window longest ago.
    if (window !== known) this.windows.delete(key);
    this.windows.set(key, window);
    this.forget(now);
    return { hits: window.hits, left: window.endsAt - now };
  }

  private forget(now: number): void {
    for (const [key, { endsAt }] of this.windows) {
      if (endsAt > now && this.windows.size <= MAX_KEYS) return;
      this.windows.delete(key);
    }
  }
}
