import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { refuse } from '@zhaoguan/contracts';
import { POLICY, type Policy, type RequestWithCaller } from '@zhaoguan/platform';
import type { SignedInCaller } from './token.strategy';

/** What a person whose first password must be changed may still call. */
const ALLOWED_BEFORE_PASSWORD_CHANGE: ReadonlySet<string> = new Set([
  '/api/v1/auth/password',
  '/api/v1/auth/me',
]);

/** A request that has passed the guard with a token. */
export type SignedInRequest = RequestWithCaller & { signedIn: SignedInCaller };

/** Every route passes here: no policy, no entry. */
@Injectable()
export class AccessGuard extends AuthGuard('access-token') {
  constructor(private readonly reflector: Reflector) {
    super({ property: 'signedIn' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw refuse('FORBIDDEN');
    // The signature of a partner is checked by the guard of the module exchange; without it there is nobody to act for.
    if (policy.kind === 'public' || policy.kind === 'partner') return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { caller, mustChangePassword } = request.signedIn;
    if (mustChangePassword && !ALLOWED_BEFORE_PASSWORD_CHANGE.has(request.url)) {
      throw refuse('PASSWORD_CHANGE_REQUIRED');
    }
    request.caller = caller;
    if (policy.kind === 'signed-in') return true;
    if (!policy.anyOf.some((permission) => caller.permissions.has(permission))) throw refuse('FORBIDDEN');
    return true;
  }

  override handleRequest<T>(error: unknown, signedIn: T | false): T {
    if (error) throw error instanceof Error ? error : refuse('NOT_SIGNED_IN');
    if (!signedIn) throw refuse('NOT_SIGNED_IN');
    return signedIn;
  }
}
