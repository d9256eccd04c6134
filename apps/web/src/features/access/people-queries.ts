import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { AccountState, Role } from '@zhaoguan/contracts';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { usePagedList } from '../../shared/table/use-paged-list';

export type Person = Schemas['PersonDto'];
export type NewPerson = Schemas['AddPersonDto'];
export type WithPassword = Schemas['PersonWithPasswordDto'];

export interface PeopleFilters {
  readonly q?: string;
  readonly role?: Role;
  readonly state?: AccountState;
}

export function usePeople(filters: PeopleFilters) {
  return usePagedList<Person>(['people', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/people', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

/** Departments in which nobody could give an opinion; found anew with every act on an account. */
export function useVacantAdvisers() {
  return useQuery({
    queryKey: ['people', 'vacant-advisers'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/people/vacant-advisers'))).items,
  });
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: ['person', id],
    queryFn: () => bodyOf(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  });
}

const LEFT_BEHIND = '/api/v1/filings/left-behind/{personId}';

/** What its office could not handle any more, were the account taken out of use: asked anew each time that is about to be done. */
export function useLeftBehind(id: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['left-behind', id],
    queryFn: () => bodyOf(api.GET(LEFT_BEHIND, { params: { path: { personId: id } } })),
    enabled: isAsked,
    gcTime: 0,
    staleTime: 0,
  });
}

/** The same of what is about to be changed. */
export function useLeftBehindByChange(id: string) {
  return useMutation({
    mutationFn: ({ roles, districts, departments }: Pick<NewPerson, 'roles' | 'districts' | 'departments'>) =>
      bodyOf(
        api.GET(LEFT_BEHIND, {
          params: { path: { personId: id }, query: { roles, districts, departments } },
        }),
      ),
  });
}

export function useAddPerson() {
  const headers = useIdempotencyKey();
  return usePeopleAct((body: NewPerson) => bodyOf(api.POST('/api/v1/people', { body, headers })));
}

/** What an administrator does to one account; the answer shows it as it is afterwards. */
export function usePersonActs({ id, version }: Person) {
  const params = { path: { id } };
  return {
    change: usePeopleAct((body: Schemas['ChangePersonDto']) =>
      bodyOf(api.PATCH('/api/v1/people/{id}', { params, body, headers: ifMatch(version) })),
    ),
    disable: usePeopleAct(() => bodyOf(api.POST('/api/v1/people/{id}/disable', { params }))),
    enable: usePeopleAct(() => bodyOf(api.POST('/api/v1/people/{id}/enable', { params }))),
    resetPassword: usePeopleAct(() =>
      bodyOf(api.POST('/api/v1/people/{id}/reset-password', { params, headers: ifMatch(version) })),
    ),
  };
}

function usePeopleAct<B, A>(act: (body: B) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] });
      await client.invalidateQueries({ queryKey: ['person'] });
    },
  });
}
