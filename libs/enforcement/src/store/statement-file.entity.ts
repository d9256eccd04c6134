import type { MediaType } from '@zhaoguan/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enforcement', name: 'statement_file' })
export class StatementFileEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

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
