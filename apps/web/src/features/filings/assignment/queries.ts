import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { useMay } from '../../../shared/session/use-session';
import type { Act } from '../../../shared/ui/history';
import { isForOfficials } from '../desk/for-officials';
import type { Filing, FilingLine } from '../queries';

export type Assignment = Schemas['AssignmentDto'];

const at = (id: string) => ({ params: { path: { id } } });

/** Who conducts the case; officials alone may ask. */
export function useAssignment(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['filing', id, 'assignment'],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/assignment', at(id))),
    enabled,
  });
}

const assigneesOf = (id: string) => ({
  queryKey: ['filing', id, 'assignees'],
  queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/assignees', at(id))),
});

/** Colleagues to whom the case can be given; asked when somebody is about to. */
export function useAssignees(id: string, enabled: boolean) {
  return useQuery({ ...assigneesOf(id), enabled });
}

/** Colleagues to whom one or the other of these cases can be given, each once. */
export function useAssigneesOf(lines: readonly FilingLine[]) {
  return useQueries({
    queries: lines.map(({ id }) => assigneesOf(id)),
    combine: (asked) => ({
      people: [
        ...new Map(asked.flatMap(({ data }) => (data?.items ?? []).map((one) => [one.id, one]))).values(),
      ],
      error: asked.find(({ error }) => error !== null)?.error ?? null,
      isPending: asked.some(({ isPending }) => isPending),
    }),
  });
}

/** For a run through several cases, which looks anew once it is over. */
export function useAssignOne() {
  const client = useQueryClient();
  return {
    assign: assignCase,
    refresh: async () => {
      for (const key of ['filings', 'filing', 'work-items']) {
        await client.invalidateQueries({ queryKey: [key] });
      }
    },
  };
}

/** A step of the case; the answer is who conducts it from then on. */
export function useAssignmentAct<B = void>(
  act: (id: string, body: B) => Promise<Assignment>,
  { id }: Filing,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: B) => act(id, body),
    onSuccess: async (after) => {
      client.setQueryData(['filing', id, 'assignment'], after);
      await client.invalidateQueries({ queryKey: ['filings'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
}

export const takeCase = (id: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/assignment/take', { ...at(id), body: {} }));
export const assignCase = (id: string, body: Schemas['AssignCaseDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/assignment/assign', { ...at(id), body }));
export const releaseCase = (id: string, note: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/assignment/release', { ...at(id), body: { note } }));

/** Name of the colleague who conducts it, where that is somebody else; it is taken over before it is decided. */
export function useHeldByAnother(filing: Filing): string | undefined {
  const { id, submittedAt } = filing;
  const decides = useMay('filing.assign') && submittedAt !== null && isForOfficials(filing);
  const { data } = useAssignment(id, decides);
  return decides && data?.holder && !data.mine ? data.holder.name : undefined;
}

/** The steps of a case as lines of its history. */
export function stepsInHistory(assignment: Assignment | undefined): Act[] {
  return (assignment?.steps ?? []).map(({ seq, at: instant, label, actorName, assigneeName, note }) => ({
    id: `step-${seq}`,
    at: instant,
    label: assigneeName === null || assigneeName === actorName ? label : `${label}给${assigneeName}`,
    actor: actorName,
    ...(note === null ? {} : { reason: note }),
  }));
}
