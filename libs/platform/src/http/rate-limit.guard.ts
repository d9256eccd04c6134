import { Inject, Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  getOptionsToken,
  ThrottlerGuard,
  ThrottlerStorage,
  type ThrottlerLimitDetail,
  type ThrottlerModuleOptions,
} from '@nestjs/throttler';
import { refuse } from '@zhaoguan/contracts';
import type { AppConfig } from '../config';
import { POLICY, type Policy } from './policy';

const MINUTE_MS = 60_000;
const LOGIN_ROUTE = Symbol('LOGIN_ROUTE');

/** Marks a route that checks a password: it is limited by address and by account. */
export const LimitedLogin = (): MethodDecorator => SetMetadata(LOGIN_ROUTE, true);

const reflector = new Reflector();
/** Who is not known yet when the request is counted: anybody, and partners, whose signature is yet to be checked. */
const isPublic = (context: ExecutionContext): boolean => {
  const targets = [context.getHandler(), context.getClass()];
  const policy = reflector.getAllAndOverride<Policy | undefined>(POLICY, targets);
  return policy?.kind === 'public' || policy?.kind === 'partner';
};
const isLogin = (context: ExecutionContext): boolean =>
  reflector.get<boolean | undefined>(LOGIN_ROUTE, context.getHandler()) === true;

/** Who is counted: the address; an IPv6 customer owns a whole /64 of them. */
function addressOf(request: Record<string, unknown>): string {
  const ip = String(request['ip']);
  return ip.includes(':') && !ip.includes('.') ? ip.split(':').slice(0, 4).join(':') : ip;
}

/**
 * One guess at many accounts is caught by the address, many guesses at one by address and name. What was sent is not
 * checked yet: only a text is a name.
 */
function accountOf(request: Record<string, unknown>): string {
  const { username } = (request['body'] ?? {}) as { username?: unknown };
  const name = typeof username === 'string' ? username.toLowerCase().slice(0, 64) : '';
  return `${addressOf(request)} ${name}`;
}

/** This machine itself: its own checks and its administrator. A proxy's callers are known by their own address. */
function isLoopback(context: ExecutionContext): boolean {
  const { ip } = context.switchToHttp().getRequest<{ ip?: unknown }>();
  return typeof ip === 'string' && /^(127\.|::1$|::ffff:127\.)/.test(ip);
}

/** Limits on what may be asked without signing in. People who are signed in are known and not counted. */
export function rateLimits(config: AppConfig, storage: ThrottlerStorage): ThrottlerModuleOptions {
  const { rateLimitPerMinute, limitLoopback, loginLimitPerMinute } = config;
  const common = { ttl: MINUTE_MS, blockDuration: 0, setHeaders: false };
  return {
    storage,
    generateKey: (_context, tracker, name) => `${name} ${tracker}`,
    throttlers: [
      {
        ...common,
        name: 'public',
        limit: rateLimitPerMinute,
        getTracker: addressOf,
        skipIf: (context) => !isPublic(context) || (!limitLoopback && isLoopback(context)),
      },
      {
        ...common,
        name: 'login',
        limit: loginLimitPerMinute,
        getTracker: addressOf,
        skipIf: (context) => !isLogin(context),
      },
      {
        ...common,
        name: 'account',
        limit: Math.ceil(loginLimitPerMinute / 2),
        getTracker: accountOf,
        skipIf: (context) => !isLogin(context),
      },
    ],
  };
}

@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @Inject(getOptionsToken()) options: ThrottlerModuleOptions,
    @Inject(ThrottlerStorage) storage: ThrottlerStorage,
    @Inject(Reflector) routes: Reflector,
  ) {
    super(options, storage, routes);
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return Promise.reject(refuse('TOO_MANY_REQUESTS', { seconds: timeToBlockExpire }));
  }
}
