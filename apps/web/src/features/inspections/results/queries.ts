import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type Result = Schemas['ResultDto'];

export interface ResultFilters {
  readonly status?: Result['status'];
  readonly kind?: Result['kind'];
  /** The end of the term first; else the newest. */
  readonly sort?: 'dueOn';
}

export function useResults(filters: ResultFilters) {
  return usePagedList<Result>(['inspection-results', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/inspection-results', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useResult(id: string) {
  return useQuery({
    queryKey: ['inspection-result', id],
    queryFn: () => bodyOf(api.GET('/api/v1/inspection-results/{id}', { params: { path: { id } } })),
  });
}

/** As the person saw it: not when it has changed since. */
function publishAsSeen({ id, version }: Result) {
  return bodyOf(
    api.POST('/api/v1/inspection-results/{id}/publish', {
      params: { path: { id }, header: ifMatch(version) },
    }),
  );
}

/** For a run over several results: the lists are read anew once, at its end. */
export function usePublishOne() {
  const client = useQueryClient();
  return {
    publish: publishAsSeen,
    refresh: async () => {
      for (const key of ['inspection-result', 'inspection-results', 'work-items']) {
        await client.invalidateQueries({ queryKey: [key] });
      }
    },
  };
}

export function usePublishResult(seen: Result) {
  const client = useQueryClient();
  const { id } = seen;
  return useMutation({
    mutationFn: () => publishAsSeen(seen),
    onSuccess: async (result) => {
      client.setQueryData(['inspection-result', id], result);
      await client.invalidateQueries({ queryKey: ['inspection-results'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
    // Somebody was faster, or the term ended: the page shows how it is now.
    onError: () => void client.invalidateQueries({ queryKey: ['inspection-result', id] }),
  });
}
