import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { ExpiryWhat } from '@zhaoguan/contracts';
import { api, bodyOf } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type ExpiryLine = Schemas['ExpiryLineDto'];
export type ExpiryMonth = Schemas['ExpiryMonthDto'];

export interface RadarFilters {
  readonly institutionId?: string;
  readonly what?: ExpiryWhat;
  readonly status?: ExpiryLine['status'];
  readonly within?: number;
  readonly month?: string;
}

export function useExpiries(filters: RadarFilters) {
  return usePagedList<ExpiryLine>(['expiries', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/expiries', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useExpiryMonths(filters: Pick<RadarFilters, 'institutionId' | 'what'>) {
  return useQuery({
    queryKey: ['expiry-months', filters],
    queryFn: () => bodyOf(api.GET('/api/v1/expiries/months', { params: { query: filters } })),
  });
}

export function useCheckExpiries(once: { readonly 'Idempotency-Key': string }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas['ExpiryCheckDto']) => {
      await bodyOf(api.POST('/api/v1/expiries/checks', { body, headers: once }));
    },
    onSuccess: () =>
      Promise.all(['expiries', 'expiry-months'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
