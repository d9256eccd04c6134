import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { DepartmentCode } from '@zhaoguan/contracts';
import { api, bodyOf, ifMatch } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type Inspector = Schemas['InspectorDto'];
export type Candidate = Schemas['CandidateDto'];

export function useInspectors(filters: { readonly department?: DepartmentCode; readonly active?: boolean }) {
  return usePagedList<Inspector>(['inspectors', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/inspectors', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useInspector(id: string) {
  return useQuery({
    queryKey: ['inspector', id],
    queryFn: () => bodyOf(api.GET('/api/v1/inspectors/{id}', { params: { path: { id } } })),
  });
}

export function useDirectoryChanges(inspectorId: string) {
  return usePagedList<Schemas['DirectoryChangeDto']>(['inspector-changes', inspectorId], (cursor) =>
    bodyOf(
      api.GET('/api/v1/inspectors/{id}/changes', {
        params: { path: { id: inspectorId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
}

/** Accounts of the district that may be listed, by a part of the name. */
export function useCandidates(q: string) {
  return useQuery({
    queryKey: ['inspector-candidates', q],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/inspectors/candidates', { params: { query: q === '' ? {} : { q } } })))
        .items,
  });
}

export function useAddInspector() {
  return useInspectorAct(({ key, ...body }: Schemas['AddInspectorDto'] & { readonly key: string }) =>
    bodyOf(api.POST('/api/v1/inspectors', { body, params: { header: { 'Idempotency-Key': key } } })),
  );
}

export function useChangeInspector({ id, version }: Inspector) {
  return useInspectorAct((body: Schemas['ChangeInspectorDto']) =>
    bodyOf(
      api.PATCH('/api/v1/inspectors/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
    ),
  );
}

export function useRevokeRecusal(inspectorId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recusalId, reason }: { readonly recusalId: string; readonly reason: string }) =>
      bodyOf(
        api.POST('/api/v1/inspectors/{id}/recusals/{recusalId}/revoke', {
          params: { path: { id: inspectorId, recusalId } },
          body: { reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['recusals', inspectorId] }),
  });
}

function useInspectorAct<B>(act: (body: B) => Promise<Inspector>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (inspector) => {
      client.setQueryData(['inspector', inspector.id], inspector);
      await client.invalidateQueries({ queryKey: ['inspectors'] });
      await client.invalidateQueries({ queryKey: ['inspector-changes', inspector.id] });
    },
  });
}
