import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One refresh token; only its hash is kept. A family is one sign-in on one device. */
@Entity({ schema: 'access', name: 'session' })
export class SessionEntity {
  @PrimaryColumn('text', { name: 'token_hash', comment: 'SM3 of the refresh token, hex' })
  tokenHash!: string;

  @Column('uuid')
  family!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', {
    name: 'parent_hash',
    nullable: true,
    comment: 'the token that was exchanged for this one; null after a password',
  })
  parentHash!: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
