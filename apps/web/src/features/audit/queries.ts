import type { Schemas } from '@zhaoguan/api-client';
import type { AuditSubject } from '@zhaoguan/contracts';
import { api, bodyOf } from '../../shared/api/client';
import { usePagedList } from '../../shared/table/use-paged-list';

export type AuditEntry = Schemas['AuditEntryDto'];

export interface AuditFilters {
  readonly subjectType?: AuditSubject;
  readonly subjectId?: string;
  readonly actorId?: string;
  readonly from?: string;
  readonly until?: string;
}

export function useAuditEntries(filters: AuditFilters) {
  return usePagedList<AuditEntry>(['audit-entries', filters], (cursor) =>
    bodyOf(
      api.GET('/api/v1/audit-entries', {
        params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}
