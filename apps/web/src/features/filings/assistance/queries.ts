import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { useIdempotencyKey } from '../../../shared/api/use-idempotency-key';
import type { Filing } from '../queries';

/** What an applicant came for. */
export type Matter = Schemas['OpenAccountDto']['about'];
export type OpenedAccount = Schemas['OpenedAccountDto'];

/** An official begins a filing for an applicant who is at the window. */
export function useBeginAssisted() {
  const client = useQueryClient();
  const headers = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: Schemas['AssistFilingDto']) =>
      bodyOf(api.POST('/api/v1/filings/assisted', { body, headers })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['filings'] }),
  });
}

/** An account for an applicant who has none. */
export function useOpenAccount() {
  return useMutation({
    mutationFn: (body: Schemas['OpenAccountDto']) =>
      bodyOf(api.POST('/api/v1/filings/assisted/accounts', { body })),
  });
}

/** Who leaves does not see the filing any more: nothing is read again of it. */
export function useLeaveAssistance({ id }: Filing) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/filings/{id}/assistance/leave', { params: { path: { id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['filings'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
}

export const endAssistance = ({ id }: Filing) =>
  bodyOf(api.POST('/api/v1/filings/{id}/assistance/end', { params: { path: { id } } }));
