import {
  applyDecorators,
  Controller,
  createParamDecorator,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { refuse, type Caller, type Permission } from '@zhaoguan/contracts';
import type { FastifyRequest } from 'fastify';

export const POLICY = Symbol('POLICY');

/** Who may call a route. A route without a policy is closed, and the process refuses to start with one. */
export type Policy =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'partner' }
  | { readonly kind: 'allow'; readonly anyOf: readonly Permission[] };

export const Public = (): MethodDecorator & ClassDecorator =>
  SetMetadata(POLICY, { kind: 'public' } satisfies Policy);

export const SignedIn = (): MethodDecorator =>
  applyDecorators(SetMetadata(POLICY, { kind: 'signed-in' } satisfies Policy), ApiBearerAuth());

/** Name of the scheme in the OpenAPI document. */
export const PARTNER_SIGNATURE = 'partner-signature';

/** For partner platforms (对接平台), which sign each request; people who are signed in have no business here. */
export const ByPartner = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(POLICY, { kind: 'partner' } satisfies Policy), ApiSecurity(PARTNER_SIGNATURE));

/** Open to a caller who holds one of these permissions; district and department are checked by the use case. */
export const Allow = (...anyOf: Permission[]): MethodDecorator =>
  applyDecorators(
    SetMetadata(POLICY, { kind: 'allow', anyOf } satisfies Policy),
    ApiBearerAuth(),
    ApiExtension('x-permissions', anyOf),
  );

/** A controller of the interface below /api/v1, tagged in the OpenAPI document. */
export const ApiController = (path: string, tag: string): ClassDecorator =>
  applyDecorators(Controller(`api/v1/${path}`), ApiTags(tag));

export interface RequestWithCaller extends FastifyRequest {
  caller?: Caller;
}

/** The signed-in caller of this request. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
  if (!caller) throw refuse('NOT_SIGNED_IN');
  return caller;
});
