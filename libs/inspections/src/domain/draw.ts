import type { Kind } from '@zhaoguan/contracts';
import type { DrawStatus } from './draw.process';

/** A draw (抽取) as the use cases see it. Nonce and seed stay sealed until the opening. */
export interface Draw {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly kind: Kind;
  readonly districts: readonly string[];
  readonly status: DrawStatus;
  /** Canonical text of the announcement (RFC 8785), as published. */
  readonly announcement: string;
  readonly announcementSm3: string;
  readonly commitment: string;
  readonly nonceSealed: string;
  readonly beaconSource: string;
  readonly beaconRound: string;
  /** Before it the announced beacon cannot be known, by its number; null for draws of earlier versions. */
  readonly beaconNotBefore: Date | null;
  readonly targetCount: number;
  readonly announcedBy: string;
  readonly announcedAt: Date;
  readonly beaconValue: string | null;
  readonly beaconSourceUrl: string | null;
  readonly beaconEnteredBy: string | null;
  readonly beaconEnteredAt: Date | null;
  readonly beaconConfirmedBy: string | null;
  readonly beaconConfirmedAt: Date | null;
  readonly resultDigest: string | null;
  readonly seedSealed: string | null;
  readonly drawnAt: Date | null;
  readonly failure: DrawFailure | null;
  readonly openedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  readonly version: number;
}

/** Who could not be staffed: the target and the department that found nobody. */
export interface DrawFailure {
  readonly target: string;
  readonly department: string;
}
