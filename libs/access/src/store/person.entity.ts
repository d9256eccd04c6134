import type { Role } from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'access', name: 'person' })
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  username!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'password_hash', comment: 'scrypt:N:r:p:salt:key' })
  passwordHash!: string;

  @Column('boolean', {
    name: 'has_password',
    default: true,
    comment: 'False for accounts of applicants who sign in with a partner platform: no password opens them',
  })
  hasPassword!: boolean;

  @Column('timestamptz', {
    name: 'password_set_at',
    nullable: true,
    comment: 'When the password in use was given or chosen; null for accounts older than this column',
  })
  passwordSetAt!: Date | null;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('text', { array: true })
  districts!: string[];

  @Column('text', { array: true })
  departments!: string[];

  @Column('text', {
    name: 'home_district',
    nullable: true,
    comment:
      "District whose administrator looks after an account without districts of its own, i.e. an operator's",
  })
  homeDistrict!: string | null;

  @Column('boolean', { name: 'must_change_password' })
  mustChangePassword!: boolean;

  @Column('uuid', {
    name: 'password_given_by',
    nullable: true,
    comment:
      'Official who was shown the initial password, at the opening of the account or when it was reset; null where nobody was',
  })
  passwordGivenBy!: string | null;

  @Column('integer', {
    name: 'token_generation',
    default: 0,
    comment: 'Access tokens of an earlier generation are refused at once',
  })
  tokenGeneration!: number;

  @Column('uuid', {
    name: 'kept_token',
    nullable: true,
    comment: 'the access token with which the password was changed outlives its generation',
  })
  keptToken!: string | null;

  @Column('integer', { name: 'failed_count' })
  failedCount!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}
