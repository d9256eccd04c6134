import { createSecretKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Caller } from '@zhaoguan/contracts';
import { isUuid } from '@zhaoguan/kernel';
import { SECRETS, type RequestWithCaller, type Secrets } from '@zhaoguan/platform';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { callerOf, isTokenGood, type AccessToken } from '../domain/person';
import { PersonStore } from '../store/person.store';

export interface SignedInCaller {
  readonly caller: Caller;
  readonly mustChangePassword: boolean;
  /** What the token is worth: who stays connected asks again whether it still holds. */
  readonly token: AccessToken;
  readonly tokenExpiresAt: Date;
}

/** Access token → caller. Rights are read from the database on every request, so a change of rights counts at once. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, 'access-token') {
  constructor(
    @Inject(SECRETS) secrets: Secrets,
    private readonly people: PersonStore,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // As a key: bytes would be tried as a public key first, with each request. The package's types know only bytes.
      secretOrKey: createSecretKey(secrets.tokenKey, 'hex') as unknown as Buffer,
      algorithms: ['HS256'],
      passReqToCallback: true,
    });
  }

  async validate(
    request: RequestWithCaller,
    claims: { sub?: unknown; gen?: unknown; jti?: unknown; exp?: unknown },
  ): Promise<SignedInCaller | null> {
    if (typeof claims.sub !== 'string' || !isUuid(claims.sub)) return null;
    const person = await this.people.findNow(claims.sub);
    const token = { id: idOf(claims.jti), generation: claims.gen };
    if (!isTokenGood(person, token)) return null;
    const { mustChangePassword } = person;
    const tokenExpiresAt = new Date(Number(claims.exp) * 1000);
    return { caller: callerOf(person, request.id), mustChangePassword, token, tokenExpiresAt };
  }
}

const idOf = (jti: unknown): string | null => (typeof jti === 'string' && isUuid(jti) ? jti : null);
