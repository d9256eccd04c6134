import type { Kind } from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { PlanItem } from '../domain/findings';
import type { PlanDemand, PlanStratum } from '../domain/plan';

@Entity({ schema: 'inspections', name: 'plan' })
export class PlanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  kind!: Kind;

  @Column('text', {
    array: true,
    comment: 'County-level codes (GB/T 2260), or nine-digit codes of single townships',
  })
  districts!: string[];

  @Column('text', {
    name: 'excluded_townships',
    array: true,
    comment: 'Townships inside these counties that another managing body holds: not in the hat',
  })
  excludedTownships!: string[];

  @Column('jsonb', { comment: 'The lines of the 抽查事项清单 as they stood when the plan was made' })
  items!: PlanItem[];

  @Column('jsonb')
  strata!: PlanStratum[];

  @Column('jsonb')
  demands!: PlanDemand[];

  @Column('integer', { name: 'max_load' })
  maxLoad!: number;

  @Column('integer', {
    name: 'task_working_days',
    comment: 'Working days that an inspection may take after the draw',
  })
  taskWorkingDays!: number;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @VersionColumn()
  version!: number;
}
