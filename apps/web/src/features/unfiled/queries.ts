import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import type { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { usePagedList } from '../../shared/table/use-paged-list';

export type UnfiledLine = Schemas['UnfiledSiteLineDto'];
export type UnfiledSite = Schemas['UnfiledSiteDto'];
export type UnfiledToRecord = Schemas['RecordUnfiledSiteDto'];

export function useUnfiledSites(status: UnfiledLine['status'] | undefined) {
  return usePagedList<UnfiledLine>(['unfiled-sites', status ?? null], (cursor) =>
    bodyOf(
      api.GET('/api/v1/unfiled-sites', {
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

export function useUnfiledSite(id: string) {
  return useQuery({
    queryKey: ['unfiled-site', id],
    queryFn: () => bodyOf(api.GET('/api/v1/unfiled-sites/{id}', { params: { path: { id } } })),
  });
}

/** @param once of the form: sent twice, it is recorded once */
export function useRecordUnfiledSite(once: ReturnType<typeof useIdempotencyKey>) {
  return useSiteAct((body: UnfiledToRecord) =>
    bodyOf(api.POST('/api/v1/unfiled-sites', { body, headers: once })),
  );
}

type Read = Pick<UnfiledSite, 'id' | 'version'>;
const at = ({ id, version }: Read) => ({ params: { path: { id }, header: ifMatch(version) } });

export function useUrge(site: Read) {
  return useSiteAct((body: Schemas['UrgeUnfiledSiteDto']) =>
    bodyOf(api.POST('/api/v1/unfiled-sites/{id}/urge', { ...at(site), body })),
  );
}

export function useSettle(site: Read) {
  return useSiteAct((body: Schemas['SettleUnfiledSiteDto']) =>
    bodyOf(api.POST('/api/v1/unfiled-sites/{id}/settle', { ...at(site), body })),
  );
}

export function useDismiss(site: Read) {
  return useSiteAct((body: Schemas['DismissUnfiledSiteDto']) =>
    bodyOf(api.POST('/api/v1/unfiled-sites/{id}/dismiss', { ...at(site), body })),
  );
}

/** An act whose answer is the site as it is afterwards. */
function useSiteAct<B>(act: (body: B) => Promise<UnfiledSite>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      client.setQueryData(['unfiled-site', after.id], after);
      const changed = ['unfiled-sites', 'work-items'];
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}
