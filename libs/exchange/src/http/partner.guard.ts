import {
  createParamDecorator,
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { refuse, systemCaller } from '@zhaoguan/contracts';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, POLICY, UnitOfWork, type Policy } from '@zhaoguan/platform';
import type { FastifyRequest } from 'fastify';
import type { Partner } from '../domain/partner';
import { isTimely, readCredentials } from '../domain/signature';
import { PartnerStore } from '../store/partner.store';
import { digestOf, isSame, sign } from './hmac';

/** A request that has passed the guard with a signature. */
export interface PartnerRequest extends FastifyRequest {
  partner?: Partner;
  /** The body as it came; none of an upload. */
  rawBody?: Buffer;
  /** Of an upload: what its file must turn out to be. */
  declaredDigest?: string;
}

/**
 * Routes for partner platforms open to a signed request: known key, right HMAC, timely, and never seen before. What is wrong with a
 * signature is not told, only that it is.
 */
@Injectable()
export class PartnerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
    private readonly partners: PartnerStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, targets);
    if (policy?.kind !== 'partner') return true;
    const request = context.switchToHttp().getRequest<PartnerRequest>();
    const given = readCredentials(request.headers);
    if (!given) throw refuse('SIGNATURE_INVALID');
    const { keyId, timestamp, nonce, digest, signature } = given;
    const system = systemCaller(request.id);
    const found = await this.work.read(system, (manager) =>
      this.partners.findByKey(manager, keyId, this.clock.now()),
    );
    if (!found) throw refuse('SIGNATURE_INVALID');
    const { partner, secret } = found;
    const parts = { method: request.method, path: request.url, timestamp, nonce, digest };
    if (!isSame(sign(partner.algorithm, secret, parts), signature)) throw refuse('SIGNATURE_INVALID');
    if (!isTimely(timestamp, this.clock.now())) throw refuse('SIGNATURE_EXPIRED');
    if (request.isMultipart()) request.declaredDigest = digest;
    else if (digestOf(partner.algorithm, request.rawBody ?? '') !== digest) throw refuse('DIGEST_MISMATCH');
    if (!(await this.work.run(system, (tx) => this.partners.takeNonce(tx, keyId, nonce))))
      throw refuse('NONCE_REUSED');
    request.partner = partner;
    return true;
  }
}

/** The platform that signed this request. */
export const CurrentPartner = createParamDecorator((_: unknown, context: ExecutionContext): Partner => {
  const { partner } = context.switchToHttp().getRequest<PartnerRequest>();
  if (!partner) throw refuse('SIGNATURE_INVALID');
  return partner;
});
