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

  @Column('text', { array: true })
  roles!: Role[];

  @Column('text', { array: true })
  districts!: string[];

  @Column('text', { array: true })
  departments!: string[];

  @Column('boolean', { name: 'must_change_password' })
  mustChangePassword!: boolean;

  @Column('integer', { name: 'failed_count' })
  failedCount!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
