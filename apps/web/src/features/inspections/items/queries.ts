import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { Kind } from '@zhaoguan/contracts';
import { api, bodyOf } from '../../../shared/api/client';

export type Item = Schemas['ItemDto'];

/** The whole catalogue (抽查事项清单) of a kind, or of both: it is short and comes in one answer. */
export function useItems(kind: Kind | undefined) {
  return useQuery({
    queryKey: ['inspection-items', kind],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/inspection-items', { params: { query: kind ? { kind } : {} } }))).items,
    staleTime: Infinity,
  });
}
