import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

@Entity({ schema: 'inspections', name: 'inspector' })
export class InspectorEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  name!: string;

  @Column('text', {
    name: 'certificate_number',
    comment: "执法证号: the inspector's id in every draw",
  })
  certificateNumber!: string;

  @Column('text')
  department!: string;

  @Column('text', { array: true, comment: 'District codes of any level, or exactly {*}' })
  districts!: string[];

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('boolean')
  active!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @VersionColumn()
  version!: number;
}

@Entity({ schema: 'inspections', name: 'recusal' })
export class RecusalEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', {
    name: 'inspector_id',
    comment: 'The entry under which it was declared; it holds for every later one of the person',
  })
  inspectorId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId!: string;

  @Column('uuid', { nullable: true })
  revokes!: string | null;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'declared_by' })
  declaredBy!: string;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt!: Date;
}
