import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';

export type Opinions = Schemas['OpinionsDto'];

/** Why this department cannot be asked on the filing now; null where it can. */
export const hindranceOf = ({ departments }: Pick<Opinions, 'departments'>, department: string | undefined) =>
  departments.find(({ code }) => code === department)?.hindrance ?? null;

const at = (id: string) => ({ params: { path: { id } } });

/** Which departments are asked for their opinion on a filing. */
export function useOpinions(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['filing', id, 'opinions'],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/opinions', at(id))),
    enabled,
  });
}

export function useOpinionAct<B>(act: (id: string, body: B) => Promise<Opinions>, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: B) => act(id, body),
    onSuccess: async (after) => {
      client.setQueryData(['filing', id, 'opinions'], after);
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
}

export const askOpinion = (id: string, body: Schemas['AskOpinionDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/opinions', { ...at(id), body }));
export const waiveOpinions = (id: string, body: Schemas['WaiveOpinionsDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/opinions/waive', { ...at(id), body }));
