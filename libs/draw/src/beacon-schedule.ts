import { parseBeacon } from './beacon';
import type { Beacon } from './types';

/**
 * When the value of a round becomes known, as far as its number tells. A lottery numbers its issues from 001 on 1 January;
 * its yearly closures (春节、国庆休市) are announced late and differ, so an issue has a span of days, not a day.
 */
export interface RoundSpan {
  /** It cannot be known before. */
  readonly earliest: Date;
  /** It is known from then on. */
  readonly latest: Date;
}

/** `NO`: cannot have been known. `PERHAPS`: its span began before. `YES`: was known. `NO_SUCH_ROUND`: the year has no such issue. */
export type Foreknowledge = 'NO' | 'PERHAPS' | 'YES' | 'NO_SUCH_ROUND';

/** Closures of one year are shorter together: 10 days at 春节 and up to 7 in October (财政部彩票市场休市公告). */
const LONGEST_CLOSURES_DAYS = 20;
const DAY_MS = 86_400_000;
/** 期号: four of the year, and these of the issue. */
const ISSUE_DIGITS = 3;
/** Last day of the year 9999: the number of a round may be so large that no date could be written for it. */
const LAST_INSTANT_MS = 253_402_214_400_000;
const BEIJING_OFFSET_MS = 8 * 3_600_000;

interface Lottery {
  /** Days of the week with a draw, Sunday is 0. */
  readonly weekdays: ReadonlySet<number>;
  /** Beijing time. */
  readonly hour: number;
  readonly minute: number;
}

const LOTTERIES: ReadonlyMap<string, Lottery> = new Map([
  ['fucai-ssq', { weekdays: new Set([0, 2, 4]), hour: 21, minute: 15 }],
  ['fucai-kl8', { weekdays: new Set([0, 1, 2, 3, 4, 5, 6]), hour: 21, minute: 30 }],
]);

/** The League of Entropy runs two chains; an announcement does not say which, so a round has a span too. */
const DRAND_CHAINS = [
  { genesisSeconds: 1_595_431_050, periodSeconds: 30 },
  { genesisSeconds: 1_692_803_367, periodSeconds: 3 },
] as const;

/** @returns undefined when the year has no issue of this number, or the source is not known */
export function spanOfRound({ source, round }: Beacon): RoundSpan | undefined {
  if (source === 'drand') return spanOfDrandRound(Number(round));
  const lottery = LOTTERIES.get(source);
  if (!lottery) return undefined;
  const earliest = nthDrawing(lottery, Number(round.slice(0, 4)), Number(round.slice(4)));
  if (!earliest) return undefined;
  return { earliest, latest: new Date(earliest.getTime() + LONGEST_CLOSURES_DAYS * DAY_MS) };
}

/** Whether the values of all sources together were known at an instant: one that was not keeps the seed unknown. */
export function knownAt(sources: readonly Beacon[], at: Date): Foreknowledge {
  const spans = sources.map(spanOfRound);
  if (spans.some((span) => span && span.earliest > at)) return 'NO';
  if (spans.some((span) => !span)) return 'NO_SUCH_ROUND';
  return spans.every((span) => span!.latest <= at) ? 'YES' : 'PERHAPS';
}

function spanOfDrandRound(round: number): RoundSpan {
  const instants = DRAND_CHAINS.map(({ genesisSeconds, periodSeconds }) =>
    Math.min(LAST_INSTANT_MS, (genesisSeconds + (round - 1) * periodSeconds) * 1000),
  );
  return { earliest: new Date(Math.min(...instants)), latest: new Date(Math.max(...instants)) };
}

/** The n-th drawing of a year that had no closures. */
function nthDrawing({ weekdays, hour, minute }: Lottery, year: number, n: number): Date | undefined {
  let count = 0;
  for (let day = Date.UTC(year, 0, 1); new Date(day).getUTCFullYear() === year; day += DAY_MS) {
    if (weekdays.has(new Date(day).getUTCDay())) count += 1;
    if (count === n) return new Date(day + ((hour - 8) * 60 + minute) * 60_000);
  }
  return undefined;
}

/** Why nobody may announce such a beacon, whenever that is; undefined where its sources have such rounds. */
export function faultOfRound(beacon: Beacon): string | undefined {
  const parsed = parseBeacon(beacon);
  if (!parsed.ok) return parsed.reason;
  const missing = parsed.parts.find((part) => spanOfRound(part) === undefined);
  if (!missing) return undefined;
  const [year, issue] = [missing.round.slice(0, 4), missing.round.slice(4)];
  const last = lastIssueOf(missing.source, Number(year));
  return `按开奖日程，${year} 年没有第 ${issue} 期（至多到第 ${last} 期），请核对期号`;
}

/** The most issues that a year without closures has. */
function lastIssueOf(source: string, year: number): number {
  const lottery = LOTTERIES.get(source);
  let last = 0;
  while (lottery && nthDrawing(lottery, year, last + 1)) last += 1;
  return last;
}

/**
 * The first issue of a lottery that cannot have been drawn before an instant, by its number alone: with the closures of
 * the year it may be drawn later, never earlier. Undefined for a source that is no lottery.
 */
export function firstIssueAfter(
  source: string,
  instant: Date,
): { readonly round: string; readonly earliest: Date } | undefined {
  const lottery = LOTTERIES.get(source);
  const year = new Date(instant.getTime() + BEIJING_OFFSET_MS).getUTCFullYear();
  if (!lottery || Number.isNaN(year)) return undefined;
  for (let n = 1; ; n += 1) {
    const earliest = nthDrawing(lottery, year, n);
    if (!earliest) return issueOf(lottery, year + 1, 1);
    if (earliest > instant) return issueOf(lottery, year, n);
  }
}

function issueOf(lottery: Lottery, year: number, n: number) {
  const earliest = nthDrawing(lottery, year, n);
  return earliest && { round: `${year}${String(n).padStart(ISSUE_DIGITS, '0')}`, earliest };
}

/** Whether the values of all sources together can have been published by an instant. */
export function isDue(sources: readonly Beacon[], at: Date): boolean {
  const known = knownAt(sources, at);
  return known === 'PERHAPS' || known === 'YES';
}

/** The earliest instant at which all values together can be known; undefined when a source has no such round. */
export function notBefore(sources: readonly Beacon[]): Date | undefined {
  const spans = sources.map(spanOfRound);
  if (spans.length === 0 || !spans.every((span) => span !== undefined)) return undefined;
  return new Date(Math.max(...spans.map(({ earliest }) => earliest.getTime())));
}

/**
 * What a reader of a draw has to know or to compare, in Chinese; undefined when the beacon cannot have been known at the
 * announcement and was not entered before it could exist.
 * @param announcedAt as in the announcement
 * @param enteredAt when the value was entered, as far as that is known
 */
export function beaconNote(
  beacon: Beacon,
  announcedAt: Date,
  enteredAt: Date | null = null,
): string | undefined {
  const parsed = parseBeacon(beacon);
  if (!parsed.ok) return undefined;
  const notes = [announcementNote(parsed.parts, announcedAt), entryNote(parsed.parts, enteredAt)];
  return notes.filter((note) => note !== undefined).join('') || undefined;
}

function announcementNote(parts: readonly Beacon[], announcedAt: Date): string | undefined {
  if (Number.isNaN(announcedAt.getTime())) return '公告时间无法识别，请核对公开随机数是否产生于公告之后。';
  const known = knownAt(parts, announcedAt);
  const earliest = notBefore(parts);
  if (known === 'NO') return undefined;
  if (!earliest) return '按开奖日程，公告所定的这一年没有这一期，请核对公开随机数的来源。';
  const day = minuteInBeijing(earliest).slice(0, 10);
  return known === 'YES'
    ? `按期号推算，公开随机数在公告之前已经产生（最早 ${day}），这样的抽取不能证明结果无人预知。`
    : `仅凭期号不能断定公开随机数产生于公告之后（最早可能在 ${day}）。请对照官方公布的开奖时间，它应当晚于公告时间。`;
}

function entryNote(parts: readonly Beacon[], enteredAt: Date | null): string | undefined {
  if (enteredAt === null || isDue(parts, enteredAt)) return undefined;
  const earliest = notBefore(parts);
  const entered = `公开随机数的值于 ${minuteInBeijing(enteredAt)} 录入`;
  return earliest
    ? `${entered}，早于它最早可能产生的时间（${minuteInBeijing(earliest)}），不是真实的开奖结果，只供演示。`
    : `${entered}，按开奖日程没有这一期，该值无从核对，只供演示。`;
}

/** Day and minute in Beijing, `2026-11-21 21:15`. */
export function minuteInBeijing(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** When the announced beacon becomes known, by its number; what was perhaps known at the announcement is for everybody to compare. */
export interface BeaconTiming {
  /** The last of its sources cannot be known before. Null where a source has no such round. */
  readonly notBefore: Date | null;
  readonly knownAtAnnouncement: Foreknowledge;
  /** Whether the value was entered before it could exist, as only a demonstration allows. */
  readonly enteredEarly: boolean;
}

export function beaconTiming(
  { source, round }: Beacon,
  announcedAt: Date,
  enteredAt: Date | null,
): BeaconTiming {
  const parsed = parseBeacon({ source, round });
  const parts = parsed.ok ? parsed.parts : [];
  return {
    notBefore: notBefore(parts) ?? null,
    knownAtAnnouncement: knownAt(parts, announcedAt),
    enteredEarly: enteredAt !== null && !isDue(parts, enteredAt),
  };
}
