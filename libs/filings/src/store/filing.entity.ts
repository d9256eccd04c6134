import type { FilingType, Kind, Prolonged, Regime, TakeoverClaim } from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FilingStatus } from '../domain/filing.process';

@Entity({ schema: 'filings', name: 'filing' })
export class FilingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  type!: FilingType;

  @Column('text')
  kind!: Kind;

  @Column('text')
  status!: FilingStatus;

  @Column('text', {
    comment:
      'Under which law it is handled: filed (备案) or licensed (许可); of a first one settled when it is first handed in',
  })
  regime!: Regime;

  @Column('text', {
    name: 'licence_law',
    nullable: true,
    comment: 'By which law it is licensed, as its papers cite it; null for a filing',
  })
  licenceLaw!: string | null;

  @Column('date', {
    name: 'valid_until',
    nullable: true,
    comment: 'Last day of the licence that it gave; null where the law sets none',
  })
  validUntil!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  uscc!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text')
  district!: string;

  @Column('text', { nullable: true })
  township!: string | null;

  @Column('text', {
    nullable: true,
    comment:
      'City or province whose authority takes it (与登记管理机关同级), settled when it is first handed in; null: that of the place',
  })
  authority!: string | null;

  @Column('jsonb', { comment: 'The application without personal data of living persons but names' })
  application!: object;

  @Column('text', { comment: 'Resident id and phones of the application, JSON, sealed (FieldCipher)' })
  personal!: string;

  @Column('jsonb', {
    name: 'base_application',
    nullable: true,
    comment: 'Of a change filing: what the register held of the institution, parted like the application',
  })
  baseApplication!: object | null;

  @Column('jsonb', {
    nullable: true,
    comment:
      'Of a suspension that prolongs another (延长暂停): since when that runs, and until when it was expected to; null for any other',
  })
  prolongs!: Prolonged | null;

  @Column('text', { name: 'base_personal', nullable: true, comment: 'Personal part of the base, sealed' })
  basePersonal!: string | null;

  @Column('text', {
    name: 'resident_id_index',
    nullable: true,
    comment: 'Blind index of the resident id of the legal representative',
  })
  residentIdIndex!: string | null;

  @Column('integer', {
    name: 'form_version',
    comment: 'Version of the form in force when it was drafted (reference list forms, by kind and type)',
  })
  formVersion!: number;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  @Column('uuid', {
    name: 'entered_by',
    nullable: true,
    comment:
      'Official who entered it at the window for the applicant (窗口代办); null where the applicant did it alone',
  })
  enteredBy!: string | null;

  @Column('uuid', {
    name: 'account_given_by',
    nullable: true,
    comment:
      "Official who had been shown the password of the applicant's account when it was drafted; null where nobody had",
  })
  accountGivenBy!: string | null;

  @Column('timestamptz', {
    name: 'assistance_ended_at',
    nullable: true,
    comment: 'When the applicant ended the assistance; null while it stands, or where there is none',
  })
  assistanceEndedAt!: Date | null;

  @Column('uuid', {
    name: 'assistance_ended_by',
    nullable: true,
    comment:
      'Who ended the assistance: the applicant, or the official who assisted; null while it stands, and of what ended before this was kept',
  })
  assistanceEndedBy!: string | null;

  @Column({
    type: 'uuid',
    array: true,
    name: 'advised_by',
    default: () => "'{}'",
    // Added to by the store of opinions: whoever saves the filing leaves it as it is.
    update: false,
    comment: 'Officials who gave the opinion of another department on it, and so do not decide it',
  })
  advisedBy!: string[];

  @Column('integer', { comment: 'Number of the last submission; 0 for a draft never handed in' })
  round!: number;

  @Column('date', {
    name: 'due_on',
    nullable: true,
    comment: "Last day of the authority's term; null while it has nothing to do",
  })
  dueOn!: string | null;

  @Column('date', {
    name: 'extended_from',
    nullable: true,
    comment: 'While a term that was extended runs: its last day before that; null for any other',
  })
  extendedFrom!: string | null;

  @Column('date', {
    name: 'admit_by',
    nullable: true,
    comment:
      'Of an application for a licence that was handed in: last day for saying whether it is taken in; null while it is returned, and for a filing',
  })
  admitBy!: string | null;

  @Column('date', {
    name: 'admitted_on',
    nullable: true,
    comment:
      'Day on which it was said that it is taken in; after admit_by: nothing was said, and it counts as taken in',
  })
  admittedOn!: string | null;

  @Column('uuid', {
    nullable: true,
    comment:
      'The institution whose licence it asks to go on (延续), settled when it is handed in; null for any other application',
  })
  renews!: string | null;

  @Column('date', {
    name: 'renews_until',
    nullable: true,
    comment: 'Last day of the licence that it asks to go on',
  })
  renewsUntil!: string | null;

  @Column('boolean', {
    name: 'renews_in_time',
    nullable: true,
    comment: 'Whether that was first asked for as many days before its last day as the law wants',
  })
  renewsInTime!: boolean | null;

  @Column('uuid', {
    nullable: true,
    comment:
      'The filed institution that a first application for a licence is about, settled when it is handed in; null for any other',
  })
  licenses!: string | null;

  @Column({
    type: 'text',
    array: true,
    default: () => "'{}'",
    comment:
      'What must be proved because of what stands in the register (ACCOUNT: another account under the code, SUCCESSOR: in place of another home)',
  })
  claims!: TakeoverClaim[];

  @Column('date', {
    name: 'correct_by',
    nullable: true,
    comment: 'Last day on which the applicant may hand in again what was returned; null in any other state',
  })
  correctBy!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('text', { name: 'filing_number', nullable: true })
  filingNumber!: string | null;

  @Column('date', { name: 'filed_on', nullable: true })
  filedOn!: string | null;

  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}
