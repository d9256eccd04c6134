import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { codeOf } from '../../../shared/api/failure';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type Recusal = Schemas['RecusalDto'];

/** The entry of the directory that stands for the person who is signed in; null when there is none. */
export function useOwnEntry() {
  return useQuery({
    queryKey: ['inspector', 'me'],
    queryFn: async () => {
      try {
        return await bodyOf(api.GET('/api/v1/inspectors/me'));
      } catch (error) {
        if (codeOf(error) === 'NOT_FOUND') return null;
        throw error;
      }
    },
  });
}

export function useRecusals(inspectorId: string) {
  return usePagedList<Recusal>(['recusals', inspectorId], (cursor) =>
    bodyOf(
      api.GET('/api/v1/inspectors/{id}/recusals', {
        params: { path: { id: inspectorId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
}

export interface Declaration {
  readonly institutionId: string;
  readonly reason: string;
  /** Made once per opened form. */
  readonly key: string;
}

export function useDeclareRecusal(inspectorId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Declaration) =>
      bodyOf(
        api.POST('/api/v1/inspectors/{id}/recusals', {
          params: { path: { id: inspectorId } },
          body,
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['recusals', inspectorId] }),
  });
}

const SHORTEST_FRAGMENT = 2;
const MOST_FOUND = 10;

/** Institutions by two characters of the name or more. */
export function useFoundInstitutions(q: string) {
  const fragment = q.trim();
  return useQuery({
    queryKey: ['institutions', 'found', fragment],
    queryFn: async () =>
      (
        await bodyOf(
          api.GET('/api/v1/institutions', { params: { query: { q: fragment, limit: MOST_FOUND } } }),
        )
      ).items,
    enabled: fragment.length >= SHORTEST_FRAGMENT,
  });
}
