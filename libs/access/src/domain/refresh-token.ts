/** How long a lost answer may be asked for again: a page loaded anew at once, a network that is away for a moment. */
const LOST_ANSWER_MS = 2 * 60_000;

export interface RefreshToken {
  readonly usedAt: Date | null;
  readonly expiresAt: Date;
  /** Somebody has used what it was exchanged for, or what its own predecessor was exchanged for besides it. */
  readonly hasUsedRival: boolean;
}

export type RefreshVerdict = 'EXCHANGED' | 'EXPIRED' | 'STOLEN';

/**
 * Whether a refresh token is exchanged for the next. One that comes again at once, before its next was used, is from a
 * browser whose answer was lost, and gets another; when it comes later, or when two go on from one token, it was stolen.
 */
export function judgeRefresh({ usedAt, expiresAt, hasUsedRival }: RefreshToken, at: Date): RefreshVerdict {
  // Asked first: an owner who comes too late still gives away that somebody else went on.
  if (hasUsedRival) return 'STOLEN';
  // A page that lost its answer in the evening and is opened again next morning is no theft.
  if (expiresAt <= at) return 'EXPIRED';
  const isLate = usedAt !== null && at.getTime() - usedAt.getTime() > LOST_ANSWER_MS;
  return isLate ? 'STOLEN' : 'EXCHANGED';
}
