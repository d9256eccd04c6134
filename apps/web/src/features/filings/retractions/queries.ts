import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { isNotice } from '../notice-words';
import type { Filing } from '../queries';

export type Retractions = Schemas['RetractionsDto'];
export type Retraction = Schemas['RetractionLineDto'];
export type RetractionOffer = NonNullable<Retractions['offer']>;

const keyOf = (id: string) => ['filing', id, 'retractions'];
const at = (id: string) => ({ params: { path: { id } } });

/** Whether what was accepted and is not in force yet is asked to be taken back (撤回); nothing of any other case. */
export function useRetractions({ id, type, status }: Pick<Filing, 'id' | 'type' | 'status'>) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/retractions', at(id))),
    enabled: isNotice(type) && status === 'ACCEPTED',
  });
}

/** What comes of it is told by the case, its papers and its follow-up, by the institution and by what waits. */
export function useRetractionAct<B = void>(
  act: (body: B) => Promise<Retractions>,
  { id, institutionId }: Pick<Filing, 'id' | 'institutionId'>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      client.setQueryData(keyOf(id), after);
      await client.invalidateQueries({ queryKey: ['filing', id] });
      await client.invalidateQueries({ queryKey: ['filings'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
      if (institutionId !== null)
        await client.invalidateQueries({ queryKey: ['institution', institutionId] });
    },
    // Somebody else may have answered, or its day have come.
    onError: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

export const askRetraction = (id: string, reason: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/retractions', { ...at(id), body: { reason } }));

const of = (id: string, retractionId: string) => ({ params: { path: { id, retractionId } } });

export const grantRetraction = (id: string, retractionId: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/retractions/{retractionId}/grant', of(id, retractionId)));
export const declineRetraction = (id: string, retractionId: string, reason: string) =>
  bodyOf(
    api.POST('/api/v1/filings/{id}/retractions/{retractionId}/decline', {
      ...of(id, retractionId),
      body: { reason },
    }),
  );
export const takeBackRetraction = (id: string, retractionId: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/retractions/{retractionId}/take-back', of(id, retractionId)));
