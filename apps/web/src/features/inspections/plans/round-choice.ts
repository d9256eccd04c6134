import { BEACON_SOURCE_LABELS, type BeaconSource } from '@zhaoguan/contracts';
import { faultOfRound, firstIssueAfter, spanOfRound } from '@zhaoguan/draw';
import { addDays, startOfDayInShanghai, type PlainDate } from '@zhaoguan/kernel';

type Rounds = Readonly<Partial<Record<BeaconSource, string>>>;

interface SuggestedRound {
  readonly round: string;
  readonly earliest: Date;
}

/** Of a lottery, by the numbers of its issues: 双色球 since February 2003, 快乐8 since October 2020. */
const FIRST_YEARS: Readonly<Partial<Record<BeaconSource, number>>> = { 'fucai-ssq': 2003, 'fucai-kl8': 2020 };
/** When people are at their desks again. */
const MORNING_MS = 9 * 3_600_000;
/** Further ahead than any calendar goes. */
const LAST_DRAND_ROUND = 1e12;

/** `中国福利彩票双色球期号`. */
export function roundName(source: BeaconSource): string {
  return `${BEACON_SOURCE_LABELS[source]}${source === 'drand' ? '轮次' : '期号'}`;
}

/** Why nobody can announce this round, as far as its number tells. */
export function faultOfChoice(source: BeaconSource, round: string): string | undefined {
  const fault = faultOfRound({ source, round });
  const first = FIRST_YEARS[source];
  const isWritten = /^\d{7}$/.test(round);
  if (first === undefined || !isWritten || Number(round.slice(0, 4)) >= first) return fault;
  return `${BEACON_SOURCE_LABELS[source]}从 ${first} 年开始发行，此前没有开奖，请核对期号`;
}

/**
 * A round that can be offered: the first from tomorrow on, so that the public has the announcement for the rest of the
 * day at least. Rounds that come day and night are offered from the next morning on.
 */
export function suggestedRound(source: BeaconSource, today: PlainDate): SuggestedRound | undefined {
  const tomorrow = startOfDayInShanghai(addDays(today, 1));
  if (source !== 'drand') return firstIssueAfter(source, tomorrow);
  return firstDrandRoundAfter(new Date(tomorrow.getTime() + MORNING_MS));
}

/** By halving: when a round of drand comes is known to libs/draw alone, and never earlier for a later one. */
function firstDrandRoundAfter(instant: Date): SuggestedRound | undefined {
  const earliestOf = (round: number) => spanOfRound({ source: 'drand', round: String(round) })?.earliest;
  let [low, high] = [1, LAST_DRAND_ROUND];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const earliest = earliestOf(middle);
    if (earliest !== undefined && earliest > instant) high = middle;
    else low = middle + 1;
  }
  const earliest = earliestOf(low);
  return earliest && { round: String(low), earliest };
}

/** Why the announcement cannot be made yet; undefined when it can. */
export function whyNotReady(sources: readonly BeaconSource[], rounds: Rounds): string | undefined {
  if (sources.length === 0) return '请至少选择一个公开随机数的来源，然后才能发布。';
  const entered = sources.map((source) => ({ source, round: (rounds[source] ?? '').trim() }));
  const missing = entered.filter(({ round }) => round === '');
  if (missing.length > 0) {
    return `请填写${missing.map(({ source }) => roundName(source)).join('、')}，然后才能发布。`;
  }
  const wrong = entered.find(({ source, round }) => faultOfChoice(source, round) !== undefined);
  return wrong && `请先改正${roundName(wrong.source)}，然后才能发布。`;
}
