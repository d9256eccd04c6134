import type { Brand } from '../brand';
import { DomainError } from '../errors';

/** 行政区划代码 (GB/T 2260): six digits, two each for province, city and county. */
export type DistrictCode = Brand<string, 'DistrictCode'>;

/** Stands for the whole country in a jurisdiction. */
const EVERYWHERE = '*';
/** No province code begins with 0 or lies below 11; codes with a city or county part need the level above. */
const COUNTY_LEVEL = /^[1-9]\d(?:0000|(?!00)\d{2}\d{2})$/;
const TOWNSHIP_LEVEL = /^[1-9]\d(?!00)\d{4}\d{3}$/;

/** Whether the text has the shape of a six-digit code. Whether such a district exists is known to the reference data. */
export function isDistrictCode(s: string): s is DistrictCode {
  return COUNTY_LEVEL.test(s);
}

/** Whether the text has the shape of a nine-digit code of a township or street (乡镇、街道). */
export function isTownshipCode(s: string): boolean {
  return TOWNSHIP_LEVEL.test(s);
}

/**
 * The digits shared by everything inside the district: a province 2 (`610000` → `61`), a city 4 (`610100` → `6101`), a
 * county 6; a township's nine digits whole.
 * @throws DomainError `INVALID_DISTRICT` for another shape
 */
export function districtPrefix(code: string): string {
  if (isTownshipCode(code)) return code;
  if (!isDistrictCode(code)) throw new DomainError('INVALID_DISTRICT', { value: code });
  return code.replace(/(?:00){1,2}$/, '');
}

/**
 * Whether an authority with this jurisdiction (辖区: district codes, or `*` for the whole country) is responsible for the
 * district. A township in the jurisdiction does not cover the county around it. An empty jurisdiction covers nothing.
 * @throws DomainError `INVALID_DISTRICT` for a code of another shape, rather than guess at a right
 */
export function coversDistrict(jurisdiction: readonly string[], district: string): boolean {
  const inside = districtPrefix(district);
  return jurisdictionPrefixes(jurisdiction).some((prefix) => inside.startsWith(prefix));
}

/**
 * The prefixes a district code must begin with to lie in the jurisdiction, for a query: distinct, sorted, without those
 * contained in a shorter one. `*` gives the digits 1 to 9, which every code begins with.
 * @throws DomainError `INVALID_DISTRICT` for a code of another shape
 */
export function jurisdictionPrefixes(districts: readonly string[]): string[] {
  if (districts.includes(EVERYWHERE)) return ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const prefixes = [...new Set(districts.map(districtPrefix))].sort();
  return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)));
}

/**
 * The smallest district that all of these lie in: the one itself, of two counties their city, of two cities their province.
 * Undefined where only the whole country holds them all, and for none.
 * @throws DomainError `INVALID_DISTRICT` for a code of another shape
 */
export function commonDistrict(districts: readonly string[]): string | undefined {
  const [first, ...others] = districts.includes(EVERYWHERE) ? [] : districts.map(districtPrefix);
  if (first === undefined) return undefined;
  const shared = [first.length, 6, 4, 2]
    .map((digits) => first.slice(0, digits))
    .find((prefix) => others.every((other) => other.startsWith(prefix)));
  return shared?.padEnd(6, '0');
}
