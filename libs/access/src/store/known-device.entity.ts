import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser from which a person has signed in before; only the hash of its token is kept. */
@Entity({ schema: 'access', name: 'known_device' })
export class KnownDeviceEntity {
  @PrimaryColumn('text', { name: 'token_hash', comment: 'SM3 of the token, hex' })
  tokenHash!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('integer', { name: 'failed_count', comment: 'Wrong passwords in a row from this browser' })
  failedCount!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
