import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type Draw = Schemas['DrawDto'];
export type DrawLine = Schemas['DrawSummaryDto'];
export type Beacon = Schemas['BeaconDto'];

/** How often the page asks while a draw is being computed. */
const COMPUTING_MS = 2_000;
/** How often while it waits for a colleague who confirms. */
const COLLEAGUE_MS = 15_000;
const at = (id: string) => ({ params: { path: { id } } });
const keyOf = (id: string) => ['draw', id] as const;

export function useDraws(filters: { readonly planId?: string; readonly status?: Draw['status'] }) {
  return usePagedList<DrawLine>(['draws', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/draws', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useDraw(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keyOf(id),
    queryFn: async () => {
      const before = client.getQueryData<Draw>(keyOf(id));
      const draw = await bodyOf(api.GET('/api/v1/draws/{id}', at(id)));
      // What the system did meanwhile is history too, and changes what is shown beside it.
      if (before && before.status !== draw.status) {
        await client.invalidateQueries({
          queryKey: keyOf(id),
          predicate: ({ queryKey }) => queryKey.length > 2,
        });
      }
      return draw;
    },
    refetchInterval: ({ state }) => {
      if (state.data?.status === 'BEACON_CONFIRMED') return COMPUTING_MS;
      return state.data?.status === 'BEACON_ENTERED' ? COLLEAGUE_MS : false;
    },
  });
}

export function useDrawHistory(id: string) {
  return useQuery({
    queryKey: [...keyOf(id), 'history'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/draws/{id}/history', at(id)))).items,
  });
}

/** The directories of the departments in numbers, as the public reads them. */
export function usePublishedDirectory(id: string) {
  return useQuery({
    queryKey: [...keyOf(id), 'directory'],
    queryFn: () => bodyOf(api.GET('/api/v1/public/draws/{id}', at(id))),
  });
}

export function useDrawStrata(id: string) {
  return useQuery({
    queryKey: [...keyOf(id), 'strata'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/draws/{id}/strata', at(id)))).items,
  });
}

export function useLooks(id: string) {
  return useQuery({
    queryKey: [...keyOf(id), 'looks'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/draws/{id}/looks', at(id)))).items,
  });
}

/** The drawn institutions. */
export function useSelection(id: string) {
  return useLook(id, 'draw-selection', async (query) => {
    const page = await bodyOf(api.GET('/api/v1/draws/{id}/selection', { params: { path: { id }, query } }));
    return { ...page, items: page.items.map((target) => ({ ...target, id: target.institutionId })) };
  });
}

/** Inspections that have not begun and of whose team somebody cannot go. */
export function useIncompleteTeams(id: string) {
  return useLook(id, 'incomplete-teams', (query) =>
    bodyOf(api.GET('/api/v1/draws/{id}/incomplete-teams', { params: { path: { id }, query } })),
  );
}

interface Looked<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** What is sealed: each page that is fetched before the opening leaves an entry in the log, so never of itself. */
function useLook<T>(id: string, what: string, fetchPage: (query: { cursor?: string }) => Promise<Looked<T>>) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: [what, id],
    queryFn: async ({ pageParam }) => {
      const page = await fetchPage(pageParam === undefined ? {} : { cursor: pageParam });
      // Who has looked may do less with the draw from now on, and stands among those who looked.
      void client.invalidateQueries({ queryKey: keyOf(id) });
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}

/** When a beacon becomes known that would be announced now. */
export function useBeaconTiming(beacon: Beacon | null) {
  return useQuery({
    queryKey: ['beacon-timing', beacon],
    queryFn: async () =>
      beacon === null ? null : bodyOf(api.GET('/api/v1/beacon-timing', { params: { query: beacon } })),
  });
}

export function useAnnounceDraw(planId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, beacon }: { readonly key: string; readonly beacon: Beacon }) =>
      bodyOf(
        api.POST('/api/v1/inspection-plans/{id}/draws', {
          params: { path: { id: planId }, header: { 'Idempotency-Key': key } },
          body: { beacon },
        }),
      ),
    onSuccess: async (draw) => {
      client.setQueryData(keyOf(draw.id), draw);
      await client.invalidateQueries({ queryKey: ['draws'] });
      await client.invalidateQueries({ queryKey: ['inspection-plan', planId] });
    },
  });
}

export function useEnterBeacon(id: string) {
  return useDrawAct(id, (body: Schemas['EnterBeaconDto']) =>
    bodyOf(api.POST('/api/v1/draws/{id}/beacon', { ...at(id), body })),
  );
}

export function useConfirmBeacon(id: string) {
  return useDrawAct(id, (value: string) =>
    bodyOf(api.POST('/api/v1/draws/{id}/beacon/confirm', { ...at(id), body: { value } })),
  );
}

export function useOpenDraw(id: string) {
  return useDrawAct(id, () => bodyOf(api.POST('/api/v1/draws/{id}/open', at(id))));
}

export function useVoidDraw(id: string) {
  return useDrawAct(id, (reason: string) =>
    bodyOf(api.POST('/api/v1/draws/{id}/void', { ...at(id), body: { reason } })),
  );
}

/** An act on a draw; the answer is the draw as it is afterwards. */
function useDrawAct<B>(id: string, act: (body: B) => Promise<Draw>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (draw) => {
      client.setQueryData(keyOf(id), draw);
      await client.invalidateQueries({
        queryKey: keyOf(id),
        predicate: ({ queryKey }) => queryKey.length > 2,
      });
      await client.invalidateQueries({ queryKey: ['draws'] });
      await client.invalidateQueries({ queryKey: ['inspection-plan'] });
    },
    // Somebody was faster: the page shows how it is now, the refusal stands beside it.
    onError: () => void client.invalidateQueries({ queryKey: keyOf(id), exact: true }),
  });
}
