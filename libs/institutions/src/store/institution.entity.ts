import type {
  FilingEnd,
  Grade,
  InstitutionStatus,
  Kind,
  LegalForm,
  Ownership,
  Regime,
} from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

@Entity({ schema: 'institutions', name: 'institution' })
export class InstitutionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: Kind;

  @Column('text')
  name!: string;

  @Column('text')
  uscc!: string;

  @Column('text', { name: 'legal_form' })
  legalForm!: LegalForm;

  @Column('text', { name: 'legal_representative', nullable: true })
  legalRepresentative!: string | null;

  @Column('text', {
    name: 'legal_representative_id',
    nullable: true,
    comment: 'Resident id of the legal representative, sealed (FieldCipher)',
  })
  legalRepresentativeId!: string | null;

  @Column('text', {
    name: 'legal_representative_id_index',
    nullable: true,
    comment: 'Blind index of that id',
  })
  legalRepresentativeIdIndex!: string | null;

  @Column('text', {
    name: 'legal_representative_phone',
    nullable: true,
    comment: 'Phone of the legal representative, sealed',
  })
  legalRepresentativePhone!: string | null;

  @Column('text', { name: 'service_phone', nullable: true, comment: 'Phone that the institution publishes' })
  servicePhone!: string | null;

  @Column('text')
  address!: string;

  @Column('text')
  district!: string;

  @Column('text', { nullable: true })
  township!: string | null;

  @Column('text', {
    nullable: true,
    comment: 'City or province whose authority took its filing (备案机关); null: that of the place',
  })
  authority!: string | null;

  @Column('integer', { comment: 'Beds (床位) or childcare places (托位)' })
  capacity!: number;

  @Column('integer', { name: 'nursing_beds', nullable: true })
  nursingBeds!: number | null;

  @Column('text', { nullable: true })
  ownership!: Ownership | null;

  @Column('numeric', { name: 'floor_area_m2', precision: 12, scale: 2, nullable: true })
  floorAreaM2!: string | null;

  @Column('jsonb', { comment: 'Other filed particulars by kind' })
  details!: object;

  @Column('text', { name: 'filing_number', nullable: true })
  filingNumber!: string | null;

  @Column('date', { name: 'filed_on', nullable: true })
  filedOn!: string | null;

  @Column('text', { comment: 'What it holds under its number: a filing (备案) or a licence (许可)' })
  regime!: Regime;

  @Column('date', {
    name: 'valid_until',
    nullable: true,
    comment: 'Last day of its licence; null for a filing, or where the law sets none',
  })
  validUntil!: string | null;

  @Column('text', {
    name: 'filing_ended_as',
    nullable: true,
    comment: 'What its filing has become by the authority (注销、撤销); null while it is in force',
  })
  filingEndedAs!: FilingEnd | null;

  @Column('text')
  status!: InstitutionStatus;

  @Column('char', { length: 1 })
  grade!: Grade;

  @Column('date', { name: 'grade_since', nullable: true })
  gradeSince!: string | null;

  @Column('uuid', {
    name: 'operator_id',
    nullable: true,
    comment: 'Person who files for it; null after an import',
  })
  operatorId!: string | null;

  @Column('text')
  source!: 'FILING' | 'IMPORT';

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  @VersionColumn()
  version!: number;
}
