import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'publication', name: 'entry' })
export class PublicationEntryEntity {
  @PrimaryColumn('text', { name: 'subject_type' })
  subjectType!: 'PENALTY';

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  action!: 'PUBLISH' | 'WITHDRAW';

  @Column('text')
  district!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('date', { name: 'public_from', nullable: true })
  publicFrom!: string | null;

  @Column('date', { name: 'public_until', nullable: true, comment: 'Last day on which the public sees it' })
  publicUntil!: string | null;

  @Column('text')
  reason!: string;

  @Column('uuid')
  by!: string;
}
