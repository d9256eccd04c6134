import { GRADES, KINDS } from '@zhaoguan/contracts';
import { isDistrictCode } from '@zhaoguan/kernel';
import { readNameFragment } from '@zhaoguan/platform';
import type { InstitutionCriteria } from '@zhaoguan/publication';
import type { Query } from './page-context';

export const PAGE_SIZE = 20;

/** 家庭托育点 as a choice among the kinds of the register. */
const HOME = 'HOME';
export const REGISTER_KINDS = [...KINDS, HOME] as const;

export interface ReadSearch {
  readonly criteria: InstitutionCriteria;
  readonly fault: string | undefined;
  /** Whether a filter of the address that we do not know was left out. */
  readonly dropped: boolean;
}

/**
 * What the address asks for. People follow old links and mistype: what cannot be understood is left out and said, not
 * answered with an error page.
 */
export function readSearch(query: Query): ReadSearch {
  const name = readNameFragment(query['q'] ?? '');
  const isHome = query['kind'] === HOME;
  const place = readPlace(isHome ? { ...query, kind: 'CHILDCARE' } : query);
  const read = { ...place, grade: oneOf(GRADES, query['grade']) };
  return {
    criteria: {
      ...read,
      siteType: isHome ? HOME : undefined,
      fragment: name.fault === undefined ? name.fragment : undefined,
      limit: PAGE_SIZE,
      cursor: query['cursor'],
    },
    fault: name.fault === undefined ? undefined : name.message,
    dropped: isDropped(query, read),
  };
}

/** What the lists of results and of penalties are asked for. */
export function readRecordSearch(query: Query, results: readonly string[] = []) {
  const read = { ...readPlace(query), result: oneOf(results, query['result']) };
  return {
    criteria: { ...read, limit: PAGE_SIZE, cursor: query['cursor'] },
    dropped: isDropped(query, read),
  };
}

function readPlace(query: Query) {
  const asked = query['district'] ?? '';
  return { kind: oneOf(KINDS, query['kind']), district: isDistrictCode(asked) ? asked : undefined };
}

function isDropped(query: Query, read: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(read).some(([key, value]) => Boolean(query[key]) && value === undefined);
}

/** The known value that was asked for, if it is one. */
function oneOf<T extends string>(known: readonly T[], asked: string | undefined): T | undefined {
  return known.find((value) => value === asked);
}
