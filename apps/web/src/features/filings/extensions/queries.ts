import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import type { Filing } from '../queries';

export type Extensions = Schemas['ExtensionsDto'];
export type Extension = Schemas['ExtensionLineDto'];

const at = (id: string) => ({ params: { path: { id } } });

/** Whether the term of a case was extended; asked anew with every version, for what comes of the case ends it. */
export function useExtensions({ id, version, regime, submittedAt }: Filing) {
  return useQuery({
    queryKey: ['filing', id, 'extensions', version],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/extensions', at(id))),
    enabled: regime === 'LICENCE' && submittedAt !== null,
    placeholderData: keepPreviousData,
  });
}

export function useExtensionAct<B>(act: (body: B) => Promise<Extensions>, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['filing', id] });
      await client.invalidateQueries({ queryKey: ['filings'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
}

export const askExtension = (id: string, reason: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/extensions', { ...at(id), body: { reason } }));

const of = (id: string, extensionId: string) => ({ params: { path: { id, extensionId } } });

export const approveExtension = (id: string, extensionId: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/extensions/{extensionId}/approve', of(id, extensionId)));
export const declineExtension = (id: string, extensionId: string, reason: string) =>
  bodyOf(
    api.POST('/api/v1/filings/{id}/extensions/{extensionId}/decline', {
      ...of(id, extensionId),
      body: { reason },
    }),
  );
