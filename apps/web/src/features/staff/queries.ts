import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { StaffPost, StaffStanding } from '@zhaoguan/contracts';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type StaffMember = Schemas['StaffMemberDto'];
export type StaffLine = Schemas['StaffLineDto'];
export type StaffCoverage = Schemas['StaffCoverageDto'];

export interface StaffFilters {
  readonly institutionId: string;
  readonly post?: StaffPost;
  readonly standing?: StaffStanding;
  readonly hasLeft?: boolean;
}

export function useStaff(filters: StaffFilters) {
  return usePagedList<StaffLine>(['staff', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/staff', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useStaffCoverage(institutionId: string) {
  return useQuery({
    queryKey: ['staff-coverage', institutionId],
    queryFn: () => bodyOf(api.GET('/api/v1/staff/coverage', { params: { query: { institutionId } } })),
  });
}

export function useStaffMember(id: string) {
  return useQuery({
    queryKey: ['staff-member', id],
    queryFn: () => bodyOf(api.GET('/api/v1/staff/{id}', { params: { path: { id } } })),
  });
}

type Once = { readonly 'Idempotency-Key': string };

export function useAddStaff(once: Once) {
  return useChange((body: Schemas['NewStaffDto']) =>
    bodyOf(api.POST('/api/v1/staff', { body, headers: once })),
  );
}

/** @param version what was read when the form was opened: who changed it since must be looked at first */
export function useStaffActs(id: string, version: number, once: Once) {
  const params = { path: { id } };
  const headers = { ...ifMatch(version), ...once };
  return {
    correct: useChange((body: Schemas['StaffFactsDto']) =>
      bodyOf(api.PUT('/api/v1/staff/{id}', { params, body, headers })),
    ),
    leave: useChange((body: Schemas['StaffLeaveDto']) =>
      bodyOf(api.POST('/api/v1/staff/{id}/leave', { params, body, headers })),
    ),
    enter: useChange((body: Schemas['NewCredentialDto']) =>
      bodyOf(api.POST('/api/v1/staff/{id}/credentials', { params, body, headers: once })),
    ),
  };
}

function useChange<B>(act: (body: B) => Promise<StaffMember>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      client.setQueryData(['staff-member', after.id], after);
      const changed = ['staff', 'staff-coverage'];
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}
