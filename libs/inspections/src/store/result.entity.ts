import type { Kind } from '@zhaoguan/contracts';
import { siteTypeOf } from '@zhaoguan/platform';
import { Column, Entity, PrimaryColumn, VersionColumn, VirtualColumn } from 'typeorm';
import type { Failure, Finding } from '../domain/findings';
import type { ResultStatus } from '../domain/result.process';

@Entity({ schema: 'inspections', name: 'result' })
export class ResultEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text', { name: 'plan_title' })
  planTitle!: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('text', { name: 'institution_name' })
  institutionName!: string;

  @Column('text')
  kind!: Kind;

  @VirtualColumn('text', { query: (row) => siteTypeOf(`${row}.institution_id`) })
  siteType!: 'HOME' | null;

  @Column('text')
  district!: string;

  @Column('date', { name: 'inspected_on' })
  inspectedOn!: string;

  @Column('text', { name: 'result_code' })
  resultCode!: string;

  @Column('text', { name: 'result_label' })
  resultLabel!: string;

  @Column('jsonb', { comment: 'Items found wrong: itemId, itemCode, title, severity, legalBasis' })
  failures!: Failure[];

  @Column('jsonb', {
    name: 'kept_findings',
    nullable: true,
    comment:
      'Of a withdrawn result: what had been found when it was withdrawn, for the findings may be written anew',
  })
  keptFindings!: Finding[] | null;

  @Column('text')
  agency!: string;

  @Column('text', { name: 'certificate_numbers', array: true })
  certificateNumbers!: string[];

  @Column('uuid', { array: true })
  members!: string[];

  @Column('date', { name: 'due_on', comment: 'Last day of publication (国发〔2019〕5号: 20 working days)' })
  dueOn!: string;

  @Column('text')
  status!: ResultStatus;

  @Column('uuid', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('uuid', { nullable: true })
  corrects!: string | null;

  @VersionColumn()
  version!: number;
}
