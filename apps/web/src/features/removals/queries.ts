import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { Kind, Regime } from '@zhaoguan/contracts';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { codeOf } from '../../shared/api/failure';
import { whilePrinting } from '../../shared/papers/while-printing';
import { usePagedList } from '../../shared/table/use-paged-list';

export type Removal = Schemas['RemovalDto'];
export type RemovalLine = Schemas['RemovalLineDto'];
export type RemovalStatus = RemovalLine['status'];

export interface RemovalFilters {
  readonly status?: RemovalStatus;
  readonly institutionId?: string;
}

/** @param enabled false for who may not read them */
export function useRemovals(filters: RemovalFilters, enabled = true) {
  return usePagedList<RemovalLine>(
    ['removals', filters],
    (cursor) =>
      bodyOf(
        api.GET('/api/v1/removals', {
          params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    enabled,
  );
}

/** @param id undefined while it is not known */
export function useRemoval(id: string | undefined) {
  return useQuery({
    queryKey: ['removal', id],
    queryFn: () => bodyOf(api.GET('/api/v1/removals/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

/** Asked anew with every version, for an act may give one out. */
export function useRemovalPapers({ id, version }: Removal) {
  return useQuery({
    queryKey: ['removal', id, 'papers', version],
    queryFn: () => bodyOf(api.GET('/api/v1/removals/{id}/papers', { params: { path: { id } } })),
    placeholderData: keepPreviousData,
    refetchInterval: whilePrinting,
  });
}

export function useRemovalGrounds(held: { readonly kind: Kind; readonly regime: Regime }) {
  return useQuery({
    queryKey: ['removal-grounds', held],
    queryFn: () => bodyOf(api.GET('/api/v1/removal-grounds', { params: { query: held } })),
    staleTime: Infinity,
  });
}

type Once = { readonly 'Idempotency-Key': string };

export function useOpenRemoval(once: Once) {
  return useAct((body: Schemas['OpenRemovalDto']) =>
    bodyOf(api.POST('/api/v1/removals', { body, headers: once })),
  );
}

/**
 * Acts on a case as it was read when the form was opened.
 * @param version what was read then: who changed it since must be looked at first
 */
export function useRemovalActs({ id }: { readonly id: string }, version: number, once: Once) {
  const params = { path: { id } };
  const headers = { ...ifMatch(version), ...once };
  return {
    // What is handed over on paper is drawn up by it, and served afterwards.
    notice: useAct(({ facts, ...service }: Schemas['RemovalNoticeDto']) =>
      service.service === 'DELIVERED'
        ? bodyOf(api.POST('/api/v1/removals/{id}/notice-paper', { params, body: { facts }, headers }))
        : bodyOf(api.POST('/api/v1/removals/{id}/notice', { params, body: { facts, ...service }, headers })),
    ),
    prepare: useAct((body: Schemas['RemovalNoticePaperDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/notice-paper', { params, body, headers })),
    ),
    serve: useAct((body: Schemas['RemovalServiceDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/service', { params, body, headers })),
    ),
    statement: useAct((body: Schemas['RemovalStatementDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/statement', { params, body, headers })),
    ),
    propose: useAct((body: Schemas['RemovalProposalDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/propose', { params, body, headers })),
    ),
    sendBack: useAct((body: Schemas['RemovalReasonDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/send-back', { params, body, headers })),
    ),
    decide: useAct((body: Schemas['DecideRemovalDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/decide', { params, body, headers })),
    ),
    serveDecision: useAct((body: Schemas['RemovalDecisionServiceDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/decision-service', { params, body, headers })),
    ),
    drop: useAct((body: Schemas['RemovalReasonDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/drop', { params, body, headers })),
    ),
    annul: useAct((body: Schemas['AnnulRemovalDto']) =>
      bodyOf(api.POST('/api/v1/removals/{id}/annul', { params, body, headers })),
    ),
  };
}

function useAct<B>(act: (body: B) => Promise<Removal>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      client.setQueryData(['removal', after.id], after);
      const changed = ['removals', 'institution', 'institutions'];
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

const OUTDATED: ReadonlySet<string> = new Set([
  'STALE_VERSION',
  'INVALID_TRANSITION',
  'DECISION_SERVED',
  'DECISION_SERVICE_CHANGED',
]);

/** Whether somebody else acted on the case since it was read. */
export function isOutdated(error: Error | null): boolean {
  return OUTDATED.has(codeOf(error) ?? '');
}
