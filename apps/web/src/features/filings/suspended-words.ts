import type { Filing } from './queries';

/** The suspension, or what prolonged it last (延长暂停). */
interface Told {
  readonly prolongs?: Filing['prolongs'];
  readonly institution: Pick<Filing['institution'], 'notice'>;
  readonly since?: Pick<NonNullable<Filing['since']>, 'inForceOn'> | null;
}

/** `2026年12月1日起暂停服务，预计 2027年3月1日恢复。原因：…。`, and that this day has passed. Null where it was not told. */
export function suspendedInWords(
  told: Told | undefined,
  day: (date: string) => string,
  hasPassed: boolean,
): string | null {
  const { prolongs = null, institution, since: decided } = told ?? {};
  const { startsOn: from = null, endsOn = null, reason = null } = institution?.notice ?? {};
  if (from === null) return null;
  const startsOn = prolongs === null ? (decided?.inForceOn ?? from) : prolongs.since;
  const until =
    endsOn === null ? '' : `，预计 ${day(endsOn)}恢复${hasPassed ? '，预计恢复日已过，尚未恢复' : ''}`;
  const why =
    reason === null ? '' : `${prolongs === null ? '' : '延长的'}原因：${reason.replace(/[。.\s]+$/u, '')}。`;
  const since = startsOn === null ? '' : `${day(startsOn)}起`;
  return `${since}暂停服务${prolongs === null ? '' : '，已办理延长暂停'}${until}。${why}`;
}
