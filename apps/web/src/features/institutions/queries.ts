import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { formOfHome, formOfLicence, type Form, type Grade, type Kind } from '@zhaoguan/contracts';
import { api, bodyOf } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type InstitutionLine = Schemas['ListedInstitutionDto'];
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

/** The form in which an institution of this kind is filed or licensed today: it names what the register holds besides the columns. */
export function useFormOfKind({ kind, siteType, regime }: Pick<Institution, 'kind' | 'siteType' | 'regime'>) {
  return useQuery({
    queryKey: ['filing-form-of-kind', kind, siteType, regime],
    queryFn: async () => {
      const query = { kind, type: 'INITIAL' as const };
      const found = (await bodyOf(api.GET('/api/v1/filing-forms', { params: { query } }))) as Form;
      const form = siteType === 'HOME' ? formOfHome(found) : found;
      return regime === 'LICENCE' ? formOfLicence(form) : form;
    },
    staleTime: 600_000,
  });
}
