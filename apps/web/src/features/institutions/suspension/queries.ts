import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type SuspensionContact = Schemas['SuspensionContactDto'];
export type NewContact = Schemas['RecordSuspensionContactDto'];

const PATH = '/api/v1/institutions/{id}/suspension-contacts';
const key = (id: string) => ['institution', id, 'suspension-contacts'];

export function useSuspensionContacts(id: string) {
  return usePagedList<SuspensionContact>(key(id), (cursor) =>
    bodyOf(api.GET(PATH, { params: { path: { id }, query: cursor === undefined ? {} : { cursor } } })),
  );
}

export function useRecordContact(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewContact) => bodyOf(api.POST(PATH, { params: { path: { id } }, body })),
    onSuccess: () =>
      Promise.all([key(id), ['work-items']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
