import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { usePagedList } from '../../shared/table/use-paged-list';

export type Partner = Schemas['PartnerDto'];
export type PartnerToRegister = Schemas['RegisterPartnerDto'];
export type PartnerChange = Schemas['ChangePartnerDto'];
export type IssuedKey = Schemas['IssuedKeyDto'];
export type PartnerFile = Schemas['PartnerFileDto'];
export type Delivery = Schemas['DeliveryDto'];

export function usePartners() {
  return usePagedList<Partner>(['partners'], (cursor) =>
    bodyOf(api.GET('/api/v1/partners', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
}

export function usePartner(id: string) {
  return useQuery({
    queryKey: ['partner', id],
    queryFn: () => bodyOf(api.GET('/api/v1/partners/{id}', { params: { path: { id } } })),
  });
}

export function useDeliveries(id: string, state: Delivery['state'] | undefined) {
  return usePagedList<Delivery>(['partner-deliveries', id, state], (cursor) =>
    bodyOf(
      api.GET('/api/v1/partners/{id}/deliveries', {
        params: {
          path: { id },
          query: {
            ...(state === undefined ? {} : { state }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

export function usePartnerFiles(id: string) {
  return usePagedList<PartnerFile>(['partner-files', id], (cursor) =>
    bodyOf(
      api.GET('/api/v1/partners/{id}/files', {
        params: { path: { id }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
}

export function useRegisterPartner() {
  const headers = useIdempotencyKey();
  return usePartnerAct((body: PartnerToRegister) => bodyOf(api.POST('/api/v1/partners', { body, headers })));
}

/** What an administrator does to one platform. */
export function usePartnerActs({ id, version }: Partner) {
  const params = { path: { id } };
  const exactly = { ...params, header: ifMatch(version) };
  return {
    change: usePartnerAct((body: PartnerChange) =>
      bodyOf(api.PATCH('/api/v1/partners/{id}', { params: exactly, body })),
    ),
    rotate: usePartnerAct(() => bodyOf(api.POST('/api/v1/partners/{id}/rotate-key', { params: exactly }))),
    disable: usePartnerAct(() => bodyOf(api.POST('/api/v1/partners/{id}/disable', { params }))),
    enable: usePartnerAct(() => bodyOf(api.POST('/api/v1/partners/{id}/enable', { params }))),
    resend: usePartnerAct((body: Schemas['ResendDto']) =>
      bodyOf(api.POST('/api/v1/partners/{id}/deliveries/resend', { params, body })),
    ),
  };
}

function usePartnerAct<B, A>(act: (body: B) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      for (const key of ['partners', 'partner', 'partner-deliveries'])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
}
