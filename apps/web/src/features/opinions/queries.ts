import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type AskedLine = Schemas['AskedOpinionLineDto'];
export type Asked = Schemas['AskedOpinionDto'];

const at = (id: string) => ({ params: { path: { id } } });

/** What the own department is asked. */
export function useAskedOpinions(status: AskedLine['status'] | undefined) {
  return usePagedList<AskedLine>(['opinions', status], (cursor) => {
    const query = {
      ...(status === undefined ? {} : { status }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    return bodyOf(api.GET('/api/v1/opinions', { params: { query } }));
  });
}

export function useAsked(id: string) {
  return useQuery({
    queryKey: ['opinion', id],
    queryFn: () => bodyOf(api.GET('/api/v1/opinions/{id}', at(id))),
  });
}

export function useAnswer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['AnswerOpinionDto']) =>
      bodyOf(api.POST('/api/v1/opinions/{id}/answer', { ...at(id), body })),
    onSuccess: async (after) => {
      client.setQueryData(['opinion', id], after);
      await client.invalidateQueries({ queryKey: ['opinions'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
}
