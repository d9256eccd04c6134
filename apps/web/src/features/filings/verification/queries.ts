import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import type { Act } from '../../../shared/ui/history';
import type { Filing } from '../queries';

export type Verification = Schemas['VerificationDto'];

const at = (id: string) => ({ params: { path: { id } } });

/** The verification on the spot of a filing that was accepted; undefined where none is asked for. */
export function useVerification({ id, status }: Filing) {
  return useQuery({
    queryKey: ['filing', id, 'verification'],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/filings/{id}/verifications', at(id)))).items[0] ?? null,
    enabled: status === 'ACCEPTED',
  });
}

export function useVerificationAct<B>(act: (id: string, body: B) => Promise<Verification>, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: B) => act(id, body),
    onSuccess: async (after) => {
      client.setQueryData(['filing', id, 'verification'], after);
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
}

/** Officials who may go there. */
export function useVisitOfficers(id: string) {
  return useQuery({
    queryKey: ['filing', id, 'verification', 'officers'],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/verification/officers', at(id))),
  });
}

export const recordVisit = (id: string, body: Schemas['RecordVisitDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verification/record', { ...at(id), body }));
export const reportCorrected = (id: string, statement: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verification/correct', { ...at(id), body: { statement } }));

export const filesPath = (id: string): string => `/api/v1/filings/${id}/verification/files`;

/** The acts as lines of the history of the filing. */
export function verificationInHistory(verification: Verification | null | undefined): Act[] {
  return (verification?.steps ?? []).map(({ seq, at: instant, label, actorName, reason }) => ({
    id: `verification-${seq}`,
    at: instant,
    label: `现场核查：${label}`,
    actor: actorName,
    ...(reason === null ? {} : { reason }),
  }));
}
