import type { FormFault } from './field-faults';

const ADDRESS = '/institution/address';
const DISTRICT = '/institution/district';

/** A city or a county (区、县、市) as the reference data name it. */
export interface Division {
  /** 行政区划代码, six digits. */
  readonly code: string;
  readonly name: string;
}

/** Codes of the provinces (GB/T 2260), each with its name. */
const PROVINCES =
  '11北京12天津13河北14山西15内蒙古21辽宁22吉林23黑龙江31上海32江苏33浙江34安徽35福建36江西37山东41河南42湖北43湖南44广东45广西46海南50重庆51四川52贵州53云南54西藏61陕西62甘肃63青海64宁夏65新疆';
/** What makes a road or a place of a name: 长安区路, 咸阳市场. */
const NOT_A_DIVISION = /^[路街巷道场村]/u;

/**
 * That an address begins with another province, city or county than the chosen one: a slip, or an address that belongs to something else.
 * Only full names count, as far as they stand at its beginning one behind another: roads and houses are called after places anywhere.
 * @param sound answers that are right by themselves
 * @param divisions cities and counties that may be named
 */
export function faultsOfPlace(
  sound: ReadonlyMap<string, unknown>,
  divisions: readonly Division[] = [],
): FormFault[] {
  const address = sound.get(ADDRESS);
  const district = sound.get(DISTRICT);
  if (typeof address !== 'string' || typeof district !== 'string') return [];
  const written = elsewhere(address.normalize('NFKC').replaceAll(/\s/gu, ''), district, divisions);
  if (written === null) return [];
  const message = `地址写的是“${written}”，不在所选的区县，请核对`;
  return [{ pointer: ADDRESS, code: 'ADDRESS_ELSEWHERE', message, basis: null, severity: 'WARNING' }];
}

/** The name at the beginning of the address in which the county does not lie. */
function elsewhere(address: string, district: string, divisions: readonly Division[]): string | null {
  const province = provinceIn(address);
  if (province && !district.startsWith(province.code)) return province.name;
  const ofProvince = divisions.filter(({ code }) => code.startsWith(district.slice(0, 2)));
  let rest = address.slice(province?.name.length ?? 0);
  // 西安市长安区: the city, then the county. What follows the own county is a part of it, whatever it is called.
  for (;;) {
    const named = longest(ofProvince.filter(({ name }) => names(rest, name)));
    const [first] = named;
    if (!first) return null;
    if (!named.some(({ code }) => isAround(code, district))) return first.name;
    if (named.some(({ code }) => code === district)) return null;
    rest = rest.slice(first.name.length);
  }
}

function provinceIn(address: string): Division | undefined {
  for (const [, code = '', short = ''] of PROVINCES.matchAll(/(\d\d)(\D+)/gu)) {
    // A road is called 北京路 anywhere; 北京市 is the province.
    const [name] = new RegExp(`^${short}(?:省|市(?!场)|\\p{Script=Han}{0,3}自治区)`, 'u').exec(address) ?? [];
    if (name !== undefined) return { code, name };
  }
  return undefined;
}

const names = (address: string, name: string): boolean =>
  address.startsWith(name) && !NOT_A_DIVISION.test(address.slice(name.length));

/** Those of the longest of the names, for one may begin with another. */
function longest(named: readonly Division[]): readonly Division[] {
  const length = Math.max(...named.map(({ name }) => name.length));
  return named.filter(({ name }) => name.length === length);
}

/** Whether the county is that division, or lies in that city. */
const isAround = (code: string, district: string): boolean =>
  code === district || (code.endsWith('00') && district.startsWith(code.slice(0, 4)));
