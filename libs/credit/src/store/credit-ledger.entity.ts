import type { Grade } from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CreditEntry } from '../domain/scoring';

@Entity({ schema: 'credit', name: 'event' })
export class CreditEventEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('text')
  district!: string;

  @Column('text', { name: 'source_type' })
  sourceType!: CreditEntry['sourceType'];

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('text', {
    default: '',
    comment: 'Part of the source, e.g. the code of the inspected item; empty when it is the whole',
  })
  item!: string;

  @Column('text', { name: 'rule_code' })
  ruleCode!: string;

  @Column('text')
  direction!: CreditEntry['direction'];

  @Column('integer', {
    comment: 'Points on the first day; halved at each half-life, nothing from expires_on on',
  })
  points!: number;

  @Column('integer', { name: 'half_life_months' })
  halfLifeMonths!: number;

  @Column('char', {
    name: 'forces_grade',
    length: 1,
    nullable: true,
    comment: 'Grade while the event stands and is not lifted, whatever the score',
  })
  forcesGrade!: Grade | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: string;

  @Column('date', { name: 'expires_on' })
  expiresOn!: string;

  @Column('text')
  text!: string;

  @Column('boolean', {
    comment: 'Whether the public may read the text: not for what is itself unpublished',
  })
  disclosed!: boolean;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}

@Entity({ schema: 'credit', name: 'event_lift' })
export class CreditEventLiftEntity {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('text')
  district!: string;

  @Column('date', { name: 'lifted_on' })
  liftedOn!: string;

  @Column('text')
  note!: string;

  @Column('uuid', { name: 'confirmed_by' })
  confirmedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}

@Entity({ schema: 'credit', name: 'grade_change' })
export class GradeChangeEntity {
  @PrimaryColumn('uuid', { name: 'institution_id' })
  institutionId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  district!: string;

  @Column('char', { name: 'from_grade', length: 1, nullable: true })
  fromGrade!: Grade | null;

  @Column('char', { name: 'to_grade', length: 1 })
  toGrade!: Grade;

  @Column('integer')
  score!: number;

  @Column('date', { name: 'changed_on' })
  changedOn!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  cause!: string;

  @Column('uuid', { array: true })
  events!: string[];
}
