import { heldByOthers, type Caller, type DistrictLevel, type JurisdictionRow } from '@zhaoguan/contracts';
import { jurisdictionPrefixes } from '@zhaoguan/kernel';

/**
 * How far a person's reading reaches, in terms that an index can use. What the person may see is decided by row-level
 * security in the modules' views; this only keeps the database from looking everywhere.
 */
export interface Scope {
  readonly personId: string;
  readonly permissions: readonly string[];
  readonly departments: readonly string[];
  /** Codes of every division inside the jurisdiction and of the counties around it; null: the whole country. */
  readonly places: readonly string[] | null;
  /** Townships in it for which another authority is responsible (西咸新区 holds townships of several counties). */
  readonly heldByOthers: readonly string[];
  /** The person's own divisions, without those inside them: what is for one level to decide waits there and not above. */
  readonly office: readonly string[];
}

interface Place {
  readonly code: string;
  readonly level: DistrictLevel;
}

/** The bounds of what a person reads (查看范围). */
export function scopeOf(
  { id, permissions, departments, districts }: Caller,
  places: Iterable<Place>,
  jurisdictions: readonly JurisdictionRow[],
): Scope {
  return {
    personId: id,
    permissions: [...permissions],
    departments,
    places: districts.includes('*') ? null : placesOf(districts, places),
    heldByOthers: heldByOthers(districts, jurisdictions),
    office: districts,
  };
}

function placesOf(districts: readonly string[], places: Iterable<Place>): string[] {
  const prefixes = jurisdictionPrefixes(districts);
  const inside = ({ code, level }: Place): boolean =>
    prefixes.some(
      (prefix) =>
        code.startsWith(prefix) || (level === 'COUNTY' && prefix.startsWith(code) && prefix.length > 6),
    );
  return [...places].filter(inside).map(({ code }) => code);
}
