import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../../shared/api/client';
import { codeOf } from '../../../shared/api/failure';
import type { Act } from '../../../shared/ui/history';
import type { Filing } from '../queries';
import { visitOrdinals } from './visit-ordinals';

export type Verification = Schemas['VerificationDto'];

const at = (id: string) => ({ params: { path: { id } } });

/** The verifications on the spot of a case that was handed in, the last first; none of most. */
export function useVerifications({ id, submittedAt }: Pick<Filing, 'id' | 'submittedAt'>) {
  return useQuery({
    queryKey: ['filing', id, 'verification'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/filings/{id}/verifications', at(id)))).items,
    enabled: submittedAt !== null,
  });
}

/** What an acceptance sets going, with its days, for who decides. */
export function useIfAccepted(id: string) {
  return useQuery({
    queryKey: ['filing', id, 'if-accepted'],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/if-accepted', at(id))),
  });
}

/** What was found of an institution and is not put right. */
export function useOpenMismatches(institutionId: string) {
  return useQuery({
    queryKey: ['institution', institutionId, 'mismatches'],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/verifications', { params: { query: { institutionId } } }))).items,
  });
}

/** An act on the verification as it was read; where somebody was faster it is read again. */
export function useVerificationAct<B>(
  act: (read: VerificationRead, body: B) => Promise<Verification>,
  read: VerificationRead,
) {
  const client = useQueryClient();
  const queryKey = ['filing', read.id, 'verification'];
  return useMutation({
    mutationFn: (body: B) => act(read, body),
    onSuccess: async (after) => {
      client.setQueryData<readonly Verification[]>(queryKey, (before = []) => [
        after,
        ...before.filter(({ id }) => id !== after.id),
      ]);
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
    onError: async (error) => {
      if (codeOf(error) === 'STALE_VERSION') await client.invalidateQueries({ queryKey, exact: true });
    },
  });
}

/** Of which filing, and how it stood when it was read. */
interface VerificationRead {
  readonly id: string;
  readonly version: number;
}

const asRead = ({ id, version }: VerificationRead) => ({
  params: { path: { id }, header: ifMatch(version) },
});

/** Officials who may go there. */
export function useVisitOfficers(id: string) {
  return useQuery({
    queryKey: ['filing', id, 'verification', 'officers'],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/verification/officers', at(id))),
  });
}

export const recordVisit = (read: VerificationRead, body: Schemas['RecordVisitDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verification/record', { ...asRead(read), body }));
export const reportCorrected = (read: VerificationRead, statement: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verification/correct', { ...asRead(read), body: { statement } }));

export const settleRecheck = (read: VerificationRead) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verification/settle', asRead(read)));

export const filesPath = (id: string): string => `/api/v1/filings/${id}/verification/files`;

export const orderVisit = (id: string, body: Schemas['OrderVisitDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verifications', { ...at(id), body }));
export const callOffVisit = (read: VerificationRead, reason: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/verification/withdraw', { ...asRead(read), body: { reason } }));

/** The orders and acts as lines of the history of the filing. */
export function verificationsInHistory(verifications: readonly Verification[] = []): Act[] {
  const ordinals = visitOrdinals(verifications);
  return verifications.flatMap(({ id, openedAt, purpose, orderedByName, steps }) => [
    ...(purpose === null
      ? []
      : [
          {
            id: `verification-${id}`,
            at: openedAt,
            label: '现场核查：安排核查',
            actor: orderedByName,
            reason: purpose,
          },
        ]),
    ...steps.map(({ seq, at: instant, label, actorName, reason }) => ({
      id: `verification-${id}-${seq}`,
      at: instant,
      label: `${ordinals(id, seq)}现场核查：${label}`,
      actor: actorName,
      ...(reason === null ? {} : { reason }),
    })),
  ]);
}
