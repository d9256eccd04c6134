import type { Kind, Regime, RemovalService, RemovalType } from '@zhaoguan/contracts';
import { siteTypeOf } from '@zhaoguan/platform';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Removal, RemovalGround } from '../domain/removal';
import type { RemovalStatus } from '../domain/removal.process';

export interface RemovalRow {
  readonly id: string;
  readonly type: RemovalType;
  readonly regime: Regime;
  readonly ground: RemovalGround;
  readonly institutionId: string;
  readonly partyId: string | null;
  readonly institutionName: string;
  readonly uscc: string;
  readonly filingNumber: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly township: string | null;
  readonly authorityName: string;
  readonly status: RemovalStatus;
  readonly clue: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly dueOn: PlainDate | null;
  readonly preparedFacts: string | null;
  readonly preparedBy: string | null;
  readonly preparedOn: PlainDate | null;
  readonly facts: string | null;
  readonly service: RemovalService | null;
  readonly serviceNote: string | null;
  readonly servedOn: PlainDate | null;
  readonly statementUntil: PlainDate | null;
  readonly noticedBy: string | null;
  readonly noticedAt: Date | null;
  readonly proposal: string | null;
  readonly statementReview: string | null;
  readonly proposedBy: string | null;
  /** Null in decisions of before it was asked: what they found is what the notice says. */
  readonly decisionFacts: string | null;
  readonly number: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: PlainDate | null;
  readonly serveBy: PlainDate | null;
  readonly annulmentDocument: string | null;
  readonly annulledOn: PlainDate | null;
  readonly isWaived: boolean;
  readonly workedOn: readonly string[];
  readonly acceptedBy: readonly string[];
  readonly version: number;
}

const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

/** Columns of `removals.removal`, each as its name in {@link RemovalRow}. */
export const REMOVAL_COLUMNS = `id, type, regime, ground, institution_id as "institutionId",
  coalesce(party_id, (select i.operator_id from institutions.institution i where i.id = institution_id)) as "partyId", institution_name as "institutionName", uscc,
  filing_number as "filingNumber", kind, ${siteTypeOf('removal.institution_id')} as "siteType", district, township, authority_name as "authorityName", status, clue,
  opened_by as "openedBy", opened_at as "openedAt", ${day('due_on')} as "dueOn", prepared_facts as "preparedFacts",
  prepared_by as "preparedBy", ${day('prepared_on')} as "preparedOn", notice_facts as facts,
  notice_service as service, notice_service_note as "serviceNote", ${day('served_on')} as "servedOn",
  ${day('statement_until')} as "statementUntil", noticed_by as "noticedBy", noticed_at as "noticedAt", proposal,
  statement_review as "statementReview", proposed_by as "proposedBy", decision_facts as "decisionFacts", decision_number as number,
  decided_by as "decidedBy", ${day('decided_on')} as "decidedOn",
  ${day('serve_by')} as "serveBy",
  annulment_document as "annulmentDocument", ${day('annulled_on')} as "annulledOn", version,
  removals.is_waived(removal.id, removal.noticed_at) as "isWaived", removals.worked_on(removal.id) as "workedOn",
  removals.accepted_by(type, filing_number) as "acceptedBy"`;

export function toRemoval(row: RemovalRow): Removal {
  const { preparedFacts, preparedBy, preparedOn } = row;
  const { facts, service, serviceNote, servedOn, statementUntil, noticedBy, noticedAt } = row;
  const { proposal, statementReview, proposedBy } = row;
  const { decisionFacts, number, decidedBy, decidedOn, serveBy } = row;
  const { annulmentDocument, annulledOn, ...rest } = row;
  return {
    id: rest.id,
    type: rest.type,
    regime: rest.regime,
    ground: rest.ground,
    institutionId: rest.institutionId,
    partyId: rest.partyId,
    institutionName: rest.institutionName,
    uscc: rest.uscc,
    filingNumber: rest.filingNumber,
    kind: rest.kind,
    siteType: rest.siteType,
    district: rest.district,
    township: rest.township,
    authorityName: rest.authorityName,
    status: rest.status,
    clue: rest.clue,
    openedBy: rest.openedBy,
    openedAt: rest.openedAt,
    dueOn: rest.dueOn,
    version: rest.version,
    isWaived: rest.isWaived,
    workedOn: rest.workedOn,
    acceptedBy: rest.acceptedBy,
    prepared:
      preparedFacts !== null && preparedBy !== null && preparedOn !== null
        ? { facts: preparedFacts, preparedBy, preparedOn }
        : null,
    notice:
      facts !== null &&
      service !== null &&
      servedOn !== null &&
      statementUntil !== null &&
      noticedBy !== null &&
      noticedAt !== null
        ? { facts, service, serviceNote, servedOn, statementUntil, noticedBy, noticedAt }
        : null,
    proposal:
      proposal !== null && proposedBy !== null ? { text: proposal, statementReview, proposedBy } : null,
    decision:
      facts !== null && number !== null && decidedBy !== null && decidedOn !== null
        ? { facts: decisionFacts ?? facts, number, decidedBy, decidedOn, serveBy }
        : null,
    annulment:
      annulmentDocument !== null && annulledOn !== null ? { document: annulmentDocument, annulledOn } : null,
  };
}
