import { districtPrefix } from '@zhaoguan/kernel';
import type { Conditions } from './conditions';

/** Of `institution_public`, those that had such a name (曾用名), found by the index `former_name_search`. */
export function formerlyNamed(conditions: Conditions, fragment: string): string {
  return `id in (select f.institution_id from institutions.former_name_public f
     where platform.search_terms(f.name, array[f.district]) @> platform.bigrams(${conditions.bind(fragment)})
       and ${conditions.holds('f.name', fragment)})`;
}

/** What is looked for among institutions. */
export interface Sought {
  readonly fragment?: string | undefined;
  readonly kind?: string | undefined;
  readonly grade?: string | undefined;
  readonly district?: string | undefined;
}

/**
 * Institutions that the index `institution_search` finds: it holds the pairs of characters of a name beside kind, grade
 * and district, so one index answers them together. Pairs may lie apart in a name; the pattern then decides.
 * @param alias of `institution_public`, with its dot
 */
export function addSearchTerms(conditions: Conditions, sought: Sought, alias = ''): void {
  const { fragment, kind, grade, district } = sought;
  const tags = [
    ...(kind === undefined ? [] : [`k:${kind}`]),
    ...(grade === undefined ? [] : [`g:${grade}`]),
    ...(district === undefined ? [] : [`d:${districtPrefix(district)}`]),
  ];
  const terms = [
    ...(fragment === undefined ? [] : [`platform.bigrams(${conditions.bind(fragment)})`]),
    ...(tags.length === 0 ? [] : [`${conditions.bind(tags)}::text[]`]),
  ];
  const columns = ['name', 'kind', 'grade', 'district'].map((column) => alias + column).join(', ');
  conditions.add(`institutions.search_terms(${columns}) @> (${terms.join(' || ')})`);
  if (fragment !== undefined) conditions.nameHolds(`${alias}name`, fragment);
}
