import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import type { Act } from '../../../shared/ui/history';

type Notes = Schemas['CaseNoteDtoPage'];

/** A case has a handful; who wrote more is shown the newest hundred. */
const SHOWN = 100;

export function useCaseNotes(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['filing', id, 'notes'],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/filings/{id}/notes', { params: { path: { id }, query: { limit: SHOWN } } })),
    enabled,
  });
}

export function useWriteNote(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      bodyOf(api.POST('/api/v1/filings/{id}/notes', { params: { path: { id } }, body: { text } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['filing', id, 'notes'] }),
  });
}

/** Notes as lines of the history. */
export function notesInHistory(notes: Notes | undefined): Act[] {
  return (notes?.items ?? []).map(({ id, at, authorName, text }) => ({
    id: `note-${id}`,
    at,
    label: '内部备注',
    actor: authorName,
    reason: text,
  }));
}
