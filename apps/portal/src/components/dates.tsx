import { dateInShanghai, daysBetween, type PlainDate } from '@zhaoguan/kernel';
import type { VNode } from 'preact';

/** 2026年9月12日 */
export function longDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** How long ago, in the unit a person would choose. */
function age(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(date, today);
  if (days < 0) return `${-days} 天后`;
  if (days === 0) return '今天';
  if (days < 60) return `${days} 天前`;
  if (days < 730) return `${Math.floor(days / 30.4375)} 个月前`;
  return `${Math.floor(days / 365.25)} 年前`;
}

/** A day, and, where it matters how old the datum is, its age in words. */
export function Day({ date, today }: { date: PlainDate; today?: PlainDate }): VNode {
  return (
    <span class="day">
      <time dateTime={date}>{longDate(date)}</time>
      {today !== undefined && <span class="age">（{age(date, today)}）</span>}
    </span>
  );
}

/** The day in China of an instant. */
export function dayOf(instant: Date): PlainDate {
  return dateInShanghai(instant);
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年11月20日 10:00, in China. */
export function Instant({ at }: { at: Date }): VNode {
  return (
    <time class="day" dateTime={at.toISOString()}>
      {longDate(dayOf(at))} {CLOCK.format(at)}
    </time>
  );
}
