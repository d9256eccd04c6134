import type { BeaconSource } from '@zhaoguan/contracts';
import { dateInShanghai, daysBetween, type PlainDate } from '@zhaoguan/kernel';

/** What a beacon is called while one is chosen: lotteries have issues and closures, drand has rounds and neither. */
interface RoundWords {
  readonly it: string;
  /** `最近一期`, `最近一轮`. */
  readonly one: string;
  /** What makes it later than its number tells. */
  readonly delay: string;
}

/** @param source of an announcement, several joined by `+` */
export function wordsOf(source: string): RoundWords {
  const sources = source.split('+');
  const one = sources.every((name) => name === 'drand') ? '一轮' : '一期';
  return {
    it: sources.length > 1 ? '选定的公开随机数' : `这${one}`,
    one,
    delay: sources.some((name) => name !== 'drand') ? '（遇春节、国庆休市顺延）' : '',
  };
}

/** Longer than this nobody means to wait. */
const USUAL_DAYS = 31;

/** How many days a draw would have to wait, where that is so long that it may be a mistake; undefined where it is not. */
export function longWait(notBefore: string, today: PlainDate): number | undefined {
  const days = daysBetween(today, dateInShanghai(new Date(notBefore)));
  return days > USUAL_DAYS ? days : undefined;
}

const PAGES: Readonly<Record<BeaconSource, string>> = {
  'fucai-ssq': '中国福彩网的双色球开奖公告',
  'fucai-kl8': '中国福彩网的快乐8开奖公告',
  drand: '这一轮在 https://api.drand.sh/ 下的网址',
};

/** Where the value of a beacon is published, as an example. */
export function pagesOf(source: string): string {
  const known = source.split('+').flatMap((name) => PAGES[name as BeaconSource] ?? []);
  return known.join('或者');
}
