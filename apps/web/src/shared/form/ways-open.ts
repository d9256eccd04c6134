import type { RemovalService } from '@zhaoguan/contracts';

/** The ways of service (送达方式) that are open: nothing is served to an account in which nobody reads. */
export const waysOpen = <S extends RemovalService>(services: readonly S[], servesOnline: boolean): S[] =>
  services.filter((each) => servesOnline || each !== 'ONLINE');

/** What was filled in, without a way that is open no more: the usual one stands there again. */
export function withOpenWay<S extends RemovalService, V extends { readonly service?: S | undefined }>(
  values: V,
  services: readonly S[],
  servesOnline: boolean,
): V | Omit<V, 'service'> {
  const { service, ...others } = values;
  const isOpen = service !== undefined && waysOpen(services, servesOnline).includes(service);
  return isOpen ? values : others;
}
