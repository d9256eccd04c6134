import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import type { Kind, PenaltyMeasure, PublicityClass } from '@zhaoguan/contracts';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { codeOf } from '../../shared/api/failure';
import { usePagedList } from '../../shared/table/use-paged-list';

export type PenaltyCase = Schemas['PenaltyCaseDto'];
export type CaseLine = Schemas['PenaltyCaseLineDto'];
export type CaseStatus = CaseLine['status'];
export type OpenFinding = Schemas['FailedFindingDto'];
export type PenaltyBasis = Schemas['PenaltyBasisDto'];
export type Tier = Schemas['CaseTierDto'];
export type Preview = Schemas['PenaltyPreviewDto'];

export interface CaseFilters {
  readonly status?: CaseStatus;
  readonly kind?: Kind;
  readonly institutionId?: string;
  readonly sort?: '-openedOn' | 'decideBy';
}

export function usePenaltyCases(filters: CaseFilters) {
  return usePagedList<CaseLine>(['penalty-cases', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/penalty-cases', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function usePenaltyCase(id: string) {
  return useQuery({
    queryKey: ['penalty-case', id],
    queryFn: () => bodyOf(api.GET('/api/v1/penalty-cases/{id}', { params: { path: { id } } })),
  });
}

/** Failed findings that no case of the department has taken up. */
export function useOpenFindings(resultId?: string) {
  return usePagedList<OpenFinding & { readonly id: string }>(
    ['failed-findings', resultId ?? null],
    async (cursor) => {
      const query = {
        ...(resultId === undefined ? {} : { resultId, limit: 100 }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      const page = await bodyOf(api.GET('/api/v1/failed-findings', { params: { query } }));
      return { ...page, items: page.items.map((finding) => ({ ...finding, id: finding.findingId })) };
    },
  );
}

/** Whether a case can rest on it: recommended standards alone are guidance. */
export function isBinding({ legalBasis }: OpenFinding): boolean {
  return legalBasis.some(({ binding }) => binding);
}

export function usePenaltyBases(kind: Kind) {
  return useQuery({
    queryKey: ['penalty-bases', kind],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/penalty-bases', { params: { query: { kind } } }))).items,
    staleTime: Infinity,
  });
}

export interface Proposal {
  readonly measures: PenaltyMeasure[];
  readonly amountFen: number;
  readonly severity?: Tier['severity'];
}

export function askPreview(id: string, proposal: Proposal | null): Promise<Preview> {
  return bodyOf(
    api.GET('/api/v1/penalty-cases/{id}/preview', { params: { path: { id }, query: { ...proposal } } }),
  );
}

/** What a penalty would bring about; the last answer stays while the next is asked for. */
export function usePreview(id: string, proposal: Proposal | null) {
  return useQuery({
    queryKey: ['penalty-preview', id, proposal],
    queryFn: () => askPreview(id, proposal),
    enabled: proposal !== null,
    placeholderData: keepPreviousData,
  });
}

/** What a penalty of this class would do to the grade. */
export function useGradePreview(id: string, publicityClass: PublicityClass | undefined) {
  return useQuery({
    queryKey: ['grade-preview', id, publicityClass],
    queryFn: () =>
      bodyOf(
        api.GET('/api/v1/institutions/{id}/credit/preview', {
          params: { path: { id }, query: { publicityClass: publicityClass ?? 'MINOR' } },
        }),
      ),
    enabled: publicityClass !== undefined,
  });
}

/** What the party is told: online at once, or on a paper that is handed over first. */
export interface NoticeToSend {
  readonly onPaper: boolean;
  readonly body: Schemas['NoticePaperDto'];
}

type Once = { readonly 'Idempotency-Key': string };

export function useOpenCase(once: Once) {
  return useAct((body: Schemas['OpenCaseDto']) =>
    bodyOf(api.POST('/api/v1/penalty-cases', { body, headers: once })),
  );
}

/**
 * Acts on a case as it was read when the form was opened.
 * @param version what was read then: who changed it since must be looked at first
 */
export function useCaseActs({ id }: { readonly id: string }, version: number, once: Once) {
  const params = { path: { id } };
  const headers = { ...ifMatch(version), ...once };
  return {
    notify: useAct(({ onPaper, body }: NoticeToSend) =>
      bodyOf(
        onPaper
          ? api.POST('/api/v1/penalty-cases/{id}/notice-paper', { params, body, headers })
          : api.POST('/api/v1/penalty-cases/{id}/notice', {
              params,
              body: { ...body, service: 'ONLINE' },
              headers,
            }),
      ),
    ),
    serve: useAct((body: Schemas['NoticeServiceDto']) =>
      bodyOf(api.POST('/api/v1/penalty-cases/{id}/service', { params, body, headers })),
    ),
    serveDecision: useAct((body: Schemas['PenaltyDecisionServiceDto']) =>
      bodyOf(api.POST('/api/v1/penalty-cases/{id}/decision-service', { params, body, headers })),
    ),
    state: useAct((body: Schemas['StatementDto']) =>
      bodyOf(api.POST('/api/v1/penalty-cases/{id}/statement', { params, body, headers })),
    ),
    decide: useAct((body: Schemas['DecideDto']) =>
      bodyOf(api.POST('/api/v1/penalty-cases/{id}/decide', { params, body, headers })),
    ),
  };
}

function useAct<B>(act: (body: B) => Promise<PenaltyCase>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      client.setQueryData(['penalty-case', after.id], after);
      const changed = ['penalty-cases', 'failed-findings', 'penalty-preview', 'grade-preview', 'credit'];
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
