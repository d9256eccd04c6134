import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type OverdueLine = Schemas['OverdueLineDto'];
export type Overdue = Schemas['OverdueDto'];
export type OverdueStatistics = Schemas['OverdueStatisticsDto'];
export type OverdueAct = Overdue['availableActions'][number];
export type OverdueDepartment = 'civil-affairs' | 'health';

export interface OverdueFilters {
  readonly status?: OverdueLine['status'];
  readonly level?: OverdueLine['level'];
  readonly department?: OverdueDepartment;
}

export function useOverdues(filters: OverdueFilters) {
  return usePagedList<OverdueLine>(['overdue-items', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/overdue-items', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useOverdue(id: string) {
  return useQuery({
    queryKey: ['overdue-item', id],
    queryFn: () => bodyOf(api.GET('/api/v1/overdue-items/{id}', { params: { path: { id } } })),
  });
}

/** What is late of a case, for the page of the case; asked anew with every version, for an act may have ended it. */
export function useOverdueOfCase({ id, version }: { readonly id: string; readonly version: number }) {
  return useQuery({
    queryKey: ['overdue-items', 'of-case', id, version],
    queryFn: () => bodyOf(api.GET('/api/v1/overdue-items/of-case/{id}', { params: { path: { id } } })),
    placeholderData: keepPreviousData,
  });
}

export function useOverdueStatistics() {
  return useQuery({
    queryKey: ['overdue-statistics'],
    queryFn: () => bodyOf(api.GET('/api/v1/overdue-items/statistics')),
  });
}

const ACTS = {
  urge: '/api/v1/overdue-items/{id}/urge',
  explain: '/api/v1/overdue-items/{id}/explain',
} as const;

/** Acts on what is overdue as it was read. */
export function useOverdueAct({ id, version }: Pick<Overdue, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, note }: { readonly action: OverdueAct; readonly note: string }) =>
      bodyOf(api.POST(ACTS[action], { params: { path: { id }, header: ifMatch(version) }, body: { note } })),
    onSuccess: async (after) => {
      client.setQueryData(['overdue-item', id], after);
      await client.invalidateQueries({ queryKey: ['overdue-items'] });
    },
  });
}
