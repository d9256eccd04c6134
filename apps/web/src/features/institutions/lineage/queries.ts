import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { Relation } from '@zhaoguan/contracts';
import { api, bodyOf } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type RelatedInstitution = Schemas['RelatedInstitutionDto'];
export type LinkEntry = Schemas['LinkEntryDto'];
export type NewLink = Schemas['EnterLinkDto'];

const key = (id: string) => ['institution', id, 'lineage'];

const fetchRelated = (id: string, relation: Relation, cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/v1/institutions/{id}/related', {
      params: { path: { id }, query: { relation, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

export function useRelated(id: string, relation: Relation) {
  const list = usePagedList<RelatedInstitution>([...key(id), relation], (cursor) =>
    fetchRelated(id, relation, cursor),
  );
  const elsewhere = useQuery({
    queryKey: [...key(id), relation, 'elsewhere'],
    queryFn: async () => (await fetchRelated(id, relation, undefined)).elsewhere,
  });
  return { list, elsewhere: elsewhere.data ?? 0 };
}

/** As its public page has it. */
export function usePublicLineage(id: string) {
  return useQuery({
    queryKey: [...key(id), 'public'],
    queryFn: () => bodyOf(api.GET('/api/v1/public/institutions/{id}', { params: { path: { id } } })),
  });
}

export function useLinkEntries(id: string) {
  return usePagedList<LinkEntry>([...key(id), 'entries'], (cursor) =>
    bodyOf(
      api.GET('/api/v1/institutions/{id}/links', {
        params: { path: { id }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
}

export function useEnterLink(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewLink) =>
      bodyOf(api.POST('/api/v1/institutions/{id}/links', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key(id) }),
  });
}
