import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type RatedFiling = Schemas['RatedFilingDto'];
export type RatedStep = Schemas['RatedStepDto'];
export type GivenRating = Schemas['GivenRatingDto'];
export type FollowUpLine = Schemas['FollowUpLineDto'];
export type FollowUp = Schemas['FollowUpDto'];
export type OfficeFigures = Schemas['OfficeFiguresDto'];
export type Statistics = Schemas['RatingStatisticsDto'];
export type Handling = 'contact' | 'resolve' | 'dismiss';

/** The acts on the filing, on the spot, about promises are numbered apart. */
export const stepId = ({ process, recordId, step }: RatedStep): string => `${process}-${recordId}-${step}`;

export function useRatedSteps(filingId: string) {
  return useQuery({
    queryKey: ['service-ratings', filingId],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/filings/{id}/service-ratings', { params: { path: { id: filingId } } })),
  });
}

/** Rates a step of a filing; the answer holds all of them. */
export function useGiveRating(filingId: string) {
  return useRating(filingId, (body: Schemas['GiveRatingDto']) =>
    bodyOf(api.POST('/api/v1/filings/{id}/service-ratings', { params: { path: { id: filingId } }, body })),
  );
}

export function useAddToRating(filingId: string, ratingId: string) {
  return useRating(filingId, (body: Schemas['AddToRatingDto']) =>
    bodyOf(api.POST('/api/v1/service-ratings/{id}/addition', { params: { path: { id: ratingId } }, body })),
  );
}

function useRating<B>(filingId: string, act: (body: B) => Promise<RatedFiling>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (after) => client.setQueryData(['service-ratings', filingId], after),
  });
}

export function useFollowUps(status: FollowUp['status'] | undefined) {
  return usePagedList<FollowUpLine>(['rating-follow-ups', status ?? null], (cursor) =>
    bodyOf(
      api.GET('/api/v1/rating-follow-ups', {
        params: {
          query: {
            ...(status === undefined ? {} : { status }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

export function useFollowUp(id: string) {
  return useQuery({
    queryKey: ['rating-follow-up', id],
    queryFn: () => bodyOf(api.GET('/api/v1/rating-follow-ups/{id}', { params: { path: { id } } })),
  });
}

interface Act {
  readonly action: Handling;
  readonly note: string;
}

const ACTS = {
  contact: '/api/v1/rating-follow-ups/{id}/contact',
  resolve: '/api/v1/rating-follow-ups/{id}/resolve',
  dismiss: '/api/v1/rating-follow-ups/{id}/dismiss',
} as const;

/** Acts on a follow-up as it was read. */
export function useHandleFollowUp({ id, version }: Pick<FollowUp, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, note }: Act) =>
      bodyOf(api.POST(ACTS[action], { params: { path: { id }, header: ifMatch(version) }, body: { note } })),
    onSuccess: async (after) => {
      client.setQueryData(['rating-follow-up', id], after);
      const changed = ['rating-follow-ups', 'service-rating-statistics'];
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

export interface Period {
  readonly from?: string;
  readonly to?: string;
}

export function useStatistics(period: Period) {
  return useQuery({
    queryKey: ['service-rating-statistics', period],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/service-rating-statistics', { params: { query: { ...period, limit: 100 } } })),
  });
}
