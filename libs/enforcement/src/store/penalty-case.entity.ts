import type {
  Kind,
  PenaltyBasisRow,
  PenaltyMeasure,
  PenaltyService,
  PenaltyTier,
  PublicityClass,
} from '@zhaoguan/contracts';
import { siteTypeOf } from '@zhaoguan/platform';
import { Column, Entity, PrimaryColumn, VirtualColumn } from 'typeorm';
import type { PenaltyCaseStatus } from '../domain/penalty-case.process';

@Entity({ schema: 'enforcement', name: 'penalty_case' })
export class PenaltyCaseEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'case_number' })
  caseNumber!: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('uuid', { name: 'party_id', nullable: true })
  partyId!: string | null;

  @Column('text')
  kind!: Kind;

  @VirtualColumn('text', { query: (row) => siteTypeOf(`${row}.institution_id`) })
  siteType!: 'HOME' | null;

  @Column('text')
  district!: string;

  @Column('text', { nullable: true, comment: 'Township of the institution when the case was opened' })
  township!: string | null;

  @Column('text')
  department!: string;

  @Column('text', { name: 'authority_name' })
  authorityName!: string;

  @Column('text', {
    name: 'party_name',
    comment: 'Registered name of the party when the case was opened',
  })
  partyName!: string;

  @Column('text', { name: 'party_uscc' })
  partyUscc!: string;

  @Column('text', { name: 'party_address', comment: 'As registered when the case was opened' })
  partyAddress!: string;

  @Column('text', { name: 'basis_code' })
  basisCode!: string;

  @Column('jsonb', { comment: 'The clause as it stood when the case was opened (row of penalty-bases)' })
  basis!: PenaltyBasisRow;

  @Column('text', {
    array: true,
    comment: 'Certificate numbers of the officials who found the facts; at least two (行政处罚法 art. 42)',
  })
  investigators!: string[];

  @Column('text')
  status!: PenaltyCaseStatus;

  /** An act `state` is the party's own; what an official records is another. */
  @VirtualColumn('boolean', {
    query: (row) =>
      `select exists (select from enforcement.case_transition t where t.case_id = ${row}.id and t.action = 'state')`,
  })
  isHeard!: boolean;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('date', { name: 'opened_on' })
  openedOn!: string;

  @Column('date', { name: 'decide_by', comment: 'Last day for the decision (行政处罚法 art. 60)' })
  decideBy!: string;

  @Column('text', { name: 'notice_severity', nullable: true })
  noticeSeverity!: PenaltyTier['severity'] | null;

  @Column('text', { name: 'notice_measures', array: true, nullable: true })
  noticeMeasures!: PenaltyMeasure[] | null;

  @Column('bigint', { name: 'notice_amount_fen', nullable: true })
  noticeAmountFen!: string | null;

  @Column('text', { name: 'notice_facts', nullable: true })
  noticeFacts!: string | null;

  @Column('text', { name: 'notice_reasons', nullable: true })
  noticeReasons!: string | null;

  @Column('text', {
    name: 'prior_order_number',
    nullable: true,
    comment: 'Document number of the order to correct that went before; null where none is claimed',
  })
  priorOrderNumber!: string | null;

  @Column('date', { name: 'prior_ordered_on', nullable: true })
  priorOrderedOn!: string | null;

  @Column('date', {
    name: 'prior_order_due_on',
    nullable: true,
    comment: 'Last day for the correction; past when the notice is given',
  })
  priorOrderDueOn!: string | null;

  @Column('date', {
    name: 'notice_paper_on',
    nullable: true,
    comment: 'Day that the paper of the notice bears',
  })
  noticePaperOn!: string | null;

  @VirtualColumn('boolean', {
    query: (row) =>
      `select exists (select from enforcement.case_transition t where t.case_id = ${row}.id and t.action = 'prepare')`,
  })
  isNoticeOnPaper!: boolean;

  @Column('date', {
    name: 'noticed_on',
    nullable: true,
    comment:
      "Day on which the service of the notice was entered; until then nothing of the case is the party's to read",
  })
  noticedOn!: string | null;

  @Column('date', { name: 'statement_until', nullable: true })
  statementUntil!: string | null;

  @Column('text', {
    name: 'notice_service',
    nullable: true,
    comment: 'How the notice reached the party; null for one from before that was asked',
  })
  noticeService!: PenaltyService | null;

  @Column('text', { name: 'notice_service_note', nullable: true })
  noticeServiceNote!: string | null;

  @Column('date', { name: 'notice_served_on', nullable: true })
  noticeServedOn!: string | null;

  @Column('text', { name: 'decision_number', nullable: true })
  decisionNumber!: string | null;

  @Column('text', { name: 'decision_measures', array: true, nullable: true })
  decisionMeasures!: PenaltyMeasure[] | null;

  @Column('text', { name: 'decision_measure_labels', array: true, nullable: true })
  decisionMeasureLabels!: string[] | null;

  @Column('bigint', { name: 'decision_amount_fen', nullable: true })
  decisionAmountFen!: string | null;

  @Column('text', { name: 'decision_text', nullable: true })
  decisionText!: string | null;

  @Column('text', { name: 'statement_review', nullable: true })
  statementReview!: string | null;

  @Column('text', { name: 'publicity_class', nullable: true })
  publicityClass!: PublicityClass | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn!: string | null;

  @Column('date', {
    name: 'serve_by',
    nullable: true,
    comment: 'Last day for the service of the decision (行政处罚法 art. 61); null once it is served',
  })
  serveBy!: string | null;

  @Column('integer')
  version!: number;
}
