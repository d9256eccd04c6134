import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type Plan = Schemas['PlanDto'];
export type PlanLine = Schemas['PlanSummaryDto'];
export type PlanPreview = Schemas['PlanPreviewDto'];
export type NewPlan = Schemas['CreatePlanDto'];
export type PlanSketch = Schemas['PlanDraftDto'];

export function usePlans(filters: { readonly kind?: Plan['kind']; readonly year?: number }) {
  return usePagedList<PlanLine>(['inspection-plans', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/inspection-plans', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function usePlan(id: string) {
  return useQuery({
    queryKey: ['inspection-plan', id],
    queryFn: () => bodyOf(api.GET('/api/v1/inspection-plans/{id}', { params: { path: { id } } })),
  });
}

export function usePlanPreview(id: string) {
  return useQuery({
    queryKey: ['inspection-plan', id, 'preview'],
    queryFn: () => bodyOf(api.GET('/api/v1/inspection-plans/{id}/preview', { params: { path: { id } } })),
  });
}

/** How many a plan would draw that is still being written; null while too little is filled in to tell. */
export function useSketchPreview(sketch: PlanSketch | null) {
  return useQuery({
    queryKey: ['inspection-plan-preview', sketch],
    queryFn: async () =>
      sketch === null ? null : bodyOf(api.POST('/api/v1/inspection-plans/preview', { body: sketch })),
    // The numbers stand while the next are counted, so that nothing jumps as one types.
    placeholderData: keepPreviousData,
  });
}

export function useCreatePlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: NewPlan & { readonly key: string }) =>
      bodyOf(api.POST('/api/v1/inspection-plans', { body, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inspection-plans'] }),
  });
}
