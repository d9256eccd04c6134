import type { ItemBasis, ItemSeverity, Kind, Outcome } from '@zhaoguan/contracts';
import { siteTypeOf, type MediaType } from '@zhaoguan/platform';
import { Column, Entity, PrimaryColumn, VersionColumn, VirtualColumn } from 'typeorm';
import type { PlanItem } from '../domain/findings';
import type { TaskStatus } from '../domain/task.process';
import type { TeamMember } from '../domain/task';

@Entity({ schema: 'inspections', name: 'task' })
export class TaskEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'draw_id' })
  drawId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text', { name: 'plan_title' })
  planTitle!: string;

  @Column('integer', { comment: 'Rank in the draw; null for a replacement (补抽)', nullable: true })
  rank!: number | null;

  @Column('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('text', { name: 'institution_name' })
  institutionName!: string;

  @Column('text', { name: 'institution_address' })
  institutionAddress!: string;

  @Column('text')
  kind!: Kind;

  @VirtualColumn('text', { query: (row) => siteTypeOf(`${row}.institution_id`) })
  siteType!: 'HOME' | null;

  @Column('text')
  district!: string;

  @Column('jsonb')
  items!: PlanItem[];

  @Column('jsonb', { comment: 'Members: personId, name, certificateNumber, department' })
  team!: TeamMember[];

  @Column('uuid', { array: true })
  assignees!: string[];

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text')
  status!: TaskStatus;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { name: 'result_id', nullable: true })
  resultId!: string | null;

  @Column('text', { name: 'result_code', nullable: true })
  resultCode!: string | null;

  @Column('uuid', {
    name: 'submitted_by',
    nullable: true,
    comment: 'Member of the team who submitted the result',
  })
  submittedBy!: string | null;

  @Column('uuid', {
    name: 'co_signed_by',
    nullable: true,
    comment:
      'Another member of the team, who signed that the institution is closed, has moved or was not found (会签)',
  })
  coSignedBy!: string | null;

  @Column('timestamptz', { name: 'co_signed_at', nullable: true })
  coSignedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @VersionColumn()
  version!: number;
}

@Entity({ schema: 'inspections', name: 'finding' })
export class FindingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('text', { name: 'item_code' })
  itemCode!: string;

  @Column('text', { name: 'item_title' })
  itemTitle!: string;

  @Column('jsonb', { name: 'legal_basis' })
  legalBasis!: ItemBasis[];

  @Column('char', { length: 1 })
  severity!: ItemSeverity;

  @Column('text')
  outcome!: Outcome;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'evidence_ids', array: true })
  evidenceIds!: string[];

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}

@Entity({ schema: 'inspections', name: 'evidence' })
export class EvidenceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('char', { length: 64 })
  sm3!: string;

  @Column('bigint')
  size!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: MediaType;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;
}
