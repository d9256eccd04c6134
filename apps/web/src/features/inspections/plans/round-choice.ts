import { BEACON_SOURCE_LABELS, type BeaconSource } from '@zhaoguan/contracts';
import { faultOfRound, firstIssueAfter } from '@zhaoguan/draw';
import { addDays, startOfDayInShanghai, type PlainDate } from '@zhaoguan/kernel';

type Rounds = Readonly<Partial<Record<BeaconSource, string>>>;

/** `中国福利彩票双色球期号`. */
export function roundName(source: BeaconSource): string {
  return `${BEACON_SOURCE_LABELS[source]}${source === 'drand' ? '轮次' : '期号'}`;
}

/**
 * An issue that can be offered: the first from tomorrow on, so that the public has the announcement for the rest of the
 * day at least. Undefined for a source without a calendar.
 */
export function suggestedRound(source: BeaconSource, today: PlainDate) {
  return firstIssueAfter(source, startOfDayInShanghai(addDays(today, 1)));
}

/** Why the announcement cannot be made yet; undefined when it can. */
export function whyNotReady(sources: readonly BeaconSource[], rounds: Rounds): string | undefined {
  if (sources.length === 0) return '请至少选择一个公开随机数的来源，然后才能发布。';
  const entered = sources.map((source) => ({ source, round: (rounds[source] ?? '').trim() }));
  const missing = entered.filter(({ round }) => round === '');
  if (missing.length > 0) {
    return `请填写${missing.map(({ source }) => roundName(source)).join('、')}，然后才能发布。`;
  }
  const wrong = entered.find((part) => faultOfRound(part) !== undefined);
  return wrong && `请先改正${roundName(wrong.source)}，然后才能发布。`;
}
