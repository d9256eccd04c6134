import type { Filing } from './queries';

/** `2026年12月1日起暂停服务，预计 2027年3月1日恢复。原因：…。`, and that this day has passed. Null where it was not told. */
export function suspendedInWords(
  notice: Filing['institution']['notice'] | undefined,
  day: (date: string) => string,
  hasPassed: boolean,
): string | null {
  const { startsOn = null, endsOn = null, reason = null } = notice ?? {};
  if (startsOn === null) return null;
  const until =
    endsOn === null ? '' : `，预计 ${day(endsOn)}恢复${hasPassed ? '，预计恢复日已过，尚未恢复' : ''}`;
  const why = reason === null ? '' : `原因：${reason.replace(/[。.\s]+$/u, '')}。`;
  return `${day(startsOn)}起暂停服务${until}。${why}`;
}
