import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { Grade, Kind } from '@zhaoguan/contracts';
import { api, bodyOf } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type InstitutionLine = Schemas['InstitutionLineDto'];
export type Institution = Schemas['InstitutionDto'];

export interface InstitutionFilters {
  readonly q?: string;
  readonly kind?: Kind;
  readonly grade?: Grade;
  readonly district?: string;
}

export function useInstitutions(filters: InstitutionFilters) {
  return usePagedList<InstitutionLine>(['institutions', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/institutions', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useInstitution(id: string) {
  return useQuery({
    queryKey: ['institution', id],
    queryFn: () => bodyOf(api.GET('/api/v1/institutions/{id}', { params: { path: { id } } })),
  });
}
