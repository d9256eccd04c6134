import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf, ifMatch } from '../../../shared/api/client';
import { codeOf } from '../../../shared/api/failure';
import type { Act } from '../../../shared/ui/history';
import type { Filing } from '../queries';
import { recordInWords } from './closure-record';

export type Closure = Schemas['ClosureDto'];
export type NamingClosure = Schemas['NamingClosureDto'];

const keyOf = (filingId: string) => ['filing', filingId, 'closure'];

/** What became of the people and the fees once the institution had ended; nothing of any other case. */
export function useClosure({ id, type, status }: Pick<Filing, 'id' | 'type' | 'status'>) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/filings/{id}/closure', { params: { path: { id } } }))).items,
    enabled: type === 'CLOSURE' && status === 'ACCEPTED',
  });
}

export function useClosuresOf(institutionId: string) {
  return useQuery({
    queryKey: ['institution', institutionId, 'closures'],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/closures', { params: { query: { institutionId } } }))).items,
  });
}

/** Closures that name an institution as taking over, as long as that is not written into its lineage. */
export function useClosuresNaming(institutionId: string) {
  return useQuery({
    queryKey: ['institution', institutionId, 'closures-naming'],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/closures/naming', { params: { query: { institutionId } } }))).items,
  });
}

function useClosureAct<B>(filingId: string, mutationFn: (body: B) => Promise<Closure>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async (after) => {
      client.setQueryData(keyOf(filingId), [after]);
      await client.invalidateQueries({ queryKey: ['work-items'] });
      await client.invalidateQueries({ queryKey: ['institution', after.institutionId, 'closures'] });
    },
    onError: async (error) => {
      if (codeOf(error) === 'STALE_VERSION') await client.invalidateQueries({ queryKey: keyOf(filingId) });
    },
  });
}

/** One more record on what was read; where a colleague was faster it is read again. */
export function useRecordClosure({ filingId, version }: Closure) {
  return useClosureAct(filingId, (body: Schemas['RecordClosureDto']) =>
    bodyOf(
      api.POST('/api/v1/filings/{id}/closure/records', {
        params: { path: { id: filingId }, header: ifMatch(version) },
        body,
      }),
    ),
  );
}

/** That all is done, of a closure as it was read; where the office was faster it is read again. */
export function useReportClosure({ filingId, version }: Closure) {
  return useClosureAct(filingId, (statement: string) =>
    bodyOf(
      api.POST('/api/v1/filings/{id}/closure/report', {
        params: { path: { id: filingId }, header: ifMatch(version) },
        body: { statement },
      }),
    ),
  );
}

export const filesPath = (id: string): string => `/api/v1/filings/${id}/closure/files`;

/** The records and reports as lines of the history of the case. */
export function closureInHistory(closures: readonly Closure[] = []): Act[] {
  return closures.flatMap(({ filingId, records, reports }) => [
    ...records.map((record) => ({
      id: `closure-${filingId}-${record.seq}`,
      at: record.at,
      label: `终止后续核实：${record.label}`,
      actor: record.actorName,
      reason: recordInWords(record),
    })),
    ...reports.map(({ seq, at, actorName, statement }) => ({
      id: `closure-${filingId}-${seq}`,
      at,
      label: '终止后续核实：报告已完成',
      actor: actorName,
      reason: statement,
    })),
  ]);
}
