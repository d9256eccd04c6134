import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type OwnInspectionLine = Schemas['OwnInspectionLineDto'];
export type OwnInspection = Schemas['OwnInspectionDto'];
export type OwnFinding = Schemas['OwnFindingDto'];

export function useOwnInspections() {
  return usePagedList<OwnInspectionLine>(['own-inspections'], (cursor) =>
    bodyOf(
      api.GET('/api/v1/own-inspections', {
        params: { query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
}

export function useOwnInspection(id: string) {
  return useQuery({
    queryKey: ['own-inspection', id],
    queryFn: () => bodyOf(api.GET('/api/v1/own-inspections/{id}', { params: { path: { id } } })),
  });
}
