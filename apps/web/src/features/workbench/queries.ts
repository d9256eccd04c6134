import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { useCallback } from 'react';
import { askAnew } from '../../shared/api/ask-anew';
import { api, bodyOf } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type WorkItem = Schemas['WorkItemDto'];
export type WorkSummary = Schemas['WorkItemSummaryDto'];
export type Notification = Schemas['NotificationDto'];
export type SearchGroup = Schemas['SearchGroupDto'];

const NOTIFICATIONS = 'notifications';
const WORK = 'work-items';
const WORK_AT_ONCE = 30;

/** What waits for the person (待办), the nearest last day first. */
export function useWorkItems(type: WorkItem['type'] | undefined) {
  return usePagedList<WorkItem>([WORK, 'list', type], (cursor) =>
    bodyOf(
      api.GET('/api/v1/work-items', {
        params: {
          query: {
            limit: WORK_AT_ONCE,
            ...(type === undefined ? {} : { type }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

export function useWorkSummary() {
  return useQuery({
    queryKey: [WORK, 'summary'],
    queryFn: () => bodyOf(api.GET('/api/v1/work-items/summary')),
  });
}

export function useUnread() {
  return useQuery({
    queryKey: [NOTIFICATIONS, 'count'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/notifications/count'))).unread,
  });
}

export function useNotifications() {
  return usePagedList<Notification>([NOTIFICATIONS, 'list'], (cursor) =>
    bodyOf(api.GET('/api/v1/notifications', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
}

/** Marks what the person has seen: single ones, or all up to one. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { readonly ids?: number[]; readonly upTo?: number }) =>
      bodyOf(api.POST('/api/v1/notifications/read', { body: which })),
    onSuccess: () => askAnew(client, [NOTIFICATIONS]),
  });
}

const MOST_AT_ONCE = 100;

/** Marks as read those of the newest unread ones that are chosen; asks the server for nothing where none is unread. */
export function useMarkReadOnPage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (choose: (unread: readonly Notification[]) => number[]) => {
      if (client.getQueryData([NOTIFICATIONS, 'count']) === 0) return;
      const query = { unread: true, limit: MOST_AT_ONCE };
      const { items } = await bodyOf(api.GET('/api/v1/notifications', { params: { query } }));
      const ids = choose(items);
      if (ids.length === 0) return;
      await bodyOf(api.POST('/api/v1/notifications/read', { body: { ids } }));
      await askAnew(client, [NOTIFICATIONS]);
    },
  });
}

/**
 * Asks again for everything that the page shows: a notification may have changed any of it. Not for what was typed into it,
 * which is kept for good until its page saves it, nor for what is the same for ever.
 */
export function useAskAnewOfPage(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await askAnew(client, [NOTIFICATIONS]);
    await client.invalidateQueries({
      predicate: ({ queryKey, observers }) =>
        queryKey[0] !== NOTIFICATIONS && !observers.some(({ options }) => options.staleTime === Infinity),
    });
  }, [client]);
}

export function useSearch(q: string) {
  return useQuery({
    queryKey: ['search', q],
    queryFn: () => bodyOf(api.GET('/api/v1/search', { params: { query: { q } } })),
    enabled: q !== '',
  });
}
