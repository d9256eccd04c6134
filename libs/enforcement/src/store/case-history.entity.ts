import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseFinding, LegalBasis, PartyStatement } from '../domain/penalty-case';
import type { PenaltyCaseAction, PenaltyCaseStatus } from '../domain/penalty-case.process';

@Entity({ schema: 'enforcement', name: 'case_finding' })
export class CaseFindingEntity {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  @PrimaryColumn('uuid', { name: 'finding_id' })
  findingId!: string;

  @Column('text')
  department!: string;

  @Column('uuid', { name: 'result_id' })
  resultId!: string;

  @Column('text', { name: 'item_code' })
  itemCode!: string;

  @Column('text', { name: 'item_title' })
  itemTitle!: string;

  @Column('jsonb', { name: 'legal_basis' })
  legalBasis!: LegalBasis[];

  @Column('text')
  severity!: CaseFinding['severity'];

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('date', { name: 'inspected_on' })
  inspectedOn!: string;
}

@Entity({ schema: 'enforcement', name: 'case_statement' })
export class CaseStatementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  nature!: PartyStatement['nature'];

  @Column('text')
  channel!: PartyStatement['channel'];

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'file_ids', array: true, comment: 'Files that were handed in with it' })
  fileIds!: string[];

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}

@Entity({ schema: 'enforcement', name: 'case_transition' })
export class CaseTransitionEntity {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  action!: PenaltyCaseAction;

  @Column('text', { name: 'from_state' })
  from!: PenaltyCaseStatus;

  @Column('text', { name: 'to_state' })
  to!: PenaltyCaseStatus;

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'legal_basis', nullable: true })
  legalBasis!: string | null;
}
