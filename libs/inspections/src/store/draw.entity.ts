import type { Kind } from '@zhaoguan/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { DrawFailure } from '../domain/draw';
import type { DrawStatus } from '../domain/draw.process';

@Entity({ schema: 'inspections', name: 'draw' })
export class DrawEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: Kind;

  @Column('text', { array: true })
  districts!: string[];

  @Column('text')
  status!: DrawStatus;

  @Column('text', { comment: 'The published announcement, byte for byte (RFC 8785)' })
  announcement!: string;

  @Column('char', { name: 'announcement_sm3', length: 64 })
  announcementSm3!: string;

  @Column('char', { length: 64 })
  commitment!: string;

  @Column('text', { name: 'nonce_sealed', comment: 'The nonce, sealed (FieldCipher) until the opening' })
  nonceSealed!: string;

  @Column('text', { name: 'beacon_source' })
  beaconSource!: string;

  @Column('text', { name: 'beacon_round' })
  beaconRound!: string;

  @Column('timestamptz', {
    name: 'beacon_not_before',
    nullable: true,
    comment:
      'Before this instant the announced beacon cannot be known, by its number; null for draws older than this column',
  })
  beaconNotBefore!: Date | null;

  @Column('integer', { name: 'target_count' })
  targetCount!: number;

  @Column('uuid', { name: 'announced_by' })
  announcedBy!: string;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt!: Date;

  @Column('text', { name: 'beacon_value', nullable: true })
  beaconValue!: string | null;

  @Column('text', { name: 'beacon_source_url', nullable: true })
  beaconSourceUrl!: string | null;

  @Column('uuid', { name: 'beacon_entered_by', nullable: true })
  beaconEnteredBy!: string | null;

  @Column('timestamptz', { name: 'beacon_entered_at', nullable: true })
  beaconEnteredAt!: Date | null;

  @Column('uuid', { name: 'beacon_confirmed_by', nullable: true })
  beaconConfirmedBy!: string | null;

  @Column('timestamptz', { name: 'beacon_confirmed_at', nullable: true })
  beaconConfirmedAt!: Date | null;

  @Column('char', { name: 'result_digest', length: 64, nullable: true })
  resultDigest!: string | null;

  @Column('text', {
    name: 'seed_sealed',
    comment: 'The seed, sealed (FieldCipher) until the opening',
    nullable: true,
  })
  seedSealed!: string | null;

  @Column('timestamptz', { name: 'drawn_at', nullable: true })
  drawnAt!: Date | null;

  @Column('jsonb', { comment: 'INFEASIBLE: the target and the department that found nobody', nullable: true })
  failure!: DrawFailure | null;

  @Column('text', { comment: 'The nonce, published at the opening', nullable: true })
  nonce!: string | null;

  @Column('text', { nullable: true })
  seed!: string | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt!: Date | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: string | null;

  @VersionColumn()
  version!: number;
}
