import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { useCallback } from 'react';
import { api, bodyOf, ifMatch } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type Task = Schemas['TaskDto'];
export type TaskLine = Schemas['TaskPageDto']['items'][number];
export type Finding = Schemas['FindingDto'];
export type FindingInput = Schemas['FindingInputDto'];
export type Evidence = Schemas['EvidenceDto'];
export type ResultCategory = Schemas['ResultCategoryDto'];

/** A network that swallows requests without a word is given up on, and tried anew. */
const LONGEST_WAIT_MS = 20_000;
/** What the team of a task that is not over may do. */
const TEAM_ACTS: ReadonlySet<string> = new Set(['start', 'record', 'submit']);
/** How often it is asked whether a colleague has begun, answered or submitted, while the page is open. */
const COLLEAGUE_MS = 30_000;
const taskKey = (id: string) => ['inspection-task', id] as const;
const at = (id: string) => ({ params: { path: { id } } });

export function useTasks(filters: {
  readonly assignee?: 'me';
  readonly status?: Task['status'];
  readonly district?: string;
  readonly drawId?: string;
}) {
  return usePagedList<TaskLine>(['inspection-tasks', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/inspection-tasks', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function fetchTask(id: string): Promise<Task> {
  return bodyOf(
    api.GET('/api/v1/inspection-tasks/{id}', { ...at(id), signal: AbortSignal.timeout(LONGEST_WAIT_MS) }),
  );
}

export function useTask(id: string) {
  return useQuery({
    queryKey: taskKey(id),
    queryFn: () => fetchTask(id),
    // Not for whoever only looks at a task that is still secret: each look is put on record.
    refetchInterval: ({ state: { data } }) =>
      data?.availableActions.some((action) => TEAM_ACTS.has(action)) ? COLLEAGUE_MS : false,
    refetchOnWindowFocus: ({ state: { data } }) =>
      data?.availableActions.some((action) => TEAM_ACTS.has(action)) ? 'always' : true,
  });
}

/** Puts a newer answer of the server in the place of what the page has. */
export function useKeepTask(): (task: Task) => void {
  const client = useQueryClient();
  return useCallback((task) => client.setQueryData(taskKey(task.id), task), [client]);
}

export function recordFindings({ id, version }: Task, findings: FindingInput[]): Promise<Task> {
  return bodyOf(
    api.PUT('/api/v1/inspection-tasks/{id}/findings', {
      ...at(id),
      body: findings,
      headers: ifMatch(version),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    }),
  );
}

export function useStartTask() {
  return useTaskAct(({ id, version }: Task) =>
    bodyOf(api.POST('/api/v1/inspection-tasks/{id}/start', { ...at(id), headers: ifMatch(version) })),
  );
}

export function useSubmitTask() {
  return useTaskAct(({ task: { id, version }, result }: { readonly task: Task; readonly result: string }) =>
    bodyOf(
      api.POST('/api/v1/inspection-tasks/{id}/submit', {
        ...at(id),
        headers: ifMatch(version),
        body: { result },
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
      }),
    ),
  );
}

export function useCoSignTask() {
  return useTaskAct(({ id, version }: Task) =>
    bodyOf(
      api.POST('/api/v1/inspection-tasks/{id}/co-sign', {
        ...at(id),
        // What is signed is what was read: the report may have been taken back and another one made.
        headers: ifMatch(version),
      }),
    ),
  );
}

interface WithdrawalWish {
  readonly task: Task;
  readonly key: string;
  readonly reason: string;
}

export function useWithdrawReport() {
  return useTaskAct(({ task: { id, version }, key, reason }: WithdrawalWish) =>
    bodyOf(
      api.POST('/api/v1/inspection-tasks/{id}/withdraw-report', {
        ...at(id),
        headers: { ...ifMatch(version), 'Idempotency-Key': key },
        body: { reason },
      }),
    ),
  );
}

export interface StandInWish {
  readonly task: Task;
  readonly key: string;
  readonly certificateNumber: string;
  readonly reason: string;
}

export function useStandIn() {
  return useTaskAct(({ task: { id }, key, certificateNumber, reason }: StandInWish) =>
    bodyOf(
      api.POST('/api/v1/inspection-tasks/{id}/stand-in', {
        ...at(id),
        headers: { 'Idempotency-Key': key },
        body: { certificateNumber, reason },
      }),
    ),
  );
}

interface CallOffWish {
  readonly task: Task;
  readonly key: string;
  readonly reason: string;
}

export function useCallOff() {
  return useTaskAct(({ task: { id }, key, reason }: CallOffWish) =>
    bodyOf(
      api.POST('/api/v1/inspection-tasks/{id}/call-off', {
        ...at(id),
        headers: { 'Idempotency-Key': key },
        body: { reason },
      }),
    ),
  );
}

export function useResultCategories() {
  return useQuery({
    queryKey: ['result-categories'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/inspection-result-categories'))).items,
    staleTime: Infinity,
  });
}

/** What the public reads for a result code; the code itself while the wordings are loading. */
export function useResultLabel(code: string | null): string {
  const { data } = useResultCategories();
  return data?.find((category) => category.code === code)?.label ?? code ?? '';
}

function useTaskAct<V>(act: (values: V) => Promise<Task>) {
  const client = useQueryClient();
  const keep = useKeepTask();
  return useMutation({
    mutationFn: act,
    onSuccess: (task) => {
      keep(task);
      void client.invalidateQueries({ queryKey: ['inspection-tasks'] });
      void client.invalidateQueries({ queryKey: [...taskKey(task.id), 'history'] });
    },
    // Somebody was faster, or it is over: the page shows how it is now.
    onError: () => void client.invalidateQueries({ queryKey: ['inspection-task'] }),
  });
}
