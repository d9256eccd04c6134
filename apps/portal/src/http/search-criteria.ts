import { GRADES, KINDS } from '@zhaoguan/contracts';
import { isDistrictCode } from '@zhaoguan/kernel';
import { readNameFragment } from '@zhaoguan/platform';
import type { InstitutionCriteria } from '@zhaoguan/publication';
import type { Query } from './page-context';

export const PAGE_SIZE = 20;

export interface ReadSearch {
  readonly criteria: InstitutionCriteria;
  readonly fault: string | undefined;
  readonly dropped: boolean;
}

/**
 * What the address asks for. People follow old links and mistype: what cannot be understood is left out and said, not
 * answered with an error page.
 */
export function readSearch(query: Query): ReadSearch {
  const name = readNameFragment(query['q'] ?? '');
  const [kind, grade] = [oneOf(KINDS, query['kind']), oneOf(GRADES, query['grade'])];
  const district = query['district'] && isDistrictCode(query['district']) ? query['district'] : undefined;
  const read = { kind, grade, district };
  return {
    criteria: {
      ...read,
      fragment: name.fault === undefined ? name.fragment : undefined,
      limit: PAGE_SIZE,
      cursor: query['cursor'],
    },
    fault: name.fault === undefined ? undefined : name.message,
    dropped: Object.entries(read).some(([key, value]) => Boolean(query[key]) && value === undefined),
  };
}

/** The known value that was asked for, if it is one. */
export function oneOf<T extends string>(known: readonly T[], asked: string | undefined): T | undefined {
  return known.find((value) => value === asked);
}
