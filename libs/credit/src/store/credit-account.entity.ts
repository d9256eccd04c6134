import type { Grade, Kind } from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'credit', name: 'account' })
export class CreditAccountEntity {
  @PrimaryColumn('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('text')
  kind!: Kind;

  @Column('text')
  district!: string;

  @Column('date', { name: 'opened_on' })
  openedOn!: string;

  @Column('integer')
  score!: number;

  @Column('char', { length: 1 })
  grade!: Grade;

  @Column('date', { name: 'grade_since' })
  gradeSince!: string;

  @Column('date', { name: 'computed_on' })
  computedOn!: string;

  @Column('date', {
    name: 'next_change_on',
    nullable: true,
    comment: 'First day on which the score may change by time alone; null when nothing runs out',
  })
  nextChangeOn!: string | null;
}
