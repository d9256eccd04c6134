import type { FormFault } from './field-faults';

const ADDRESS = '/institution/address';
const DISTRICT = '/institution/district';

/** Codes of the provinces (GB/T 2260), each with its name. */
const PROVINCES =
  '11北京12天津13河北14山西15内蒙古21辽宁22吉林23黑龙江31上海32江苏33浙江34安徽35福建36江西37山东41河南42湖北43湖南44广东45广西46海南50重庆51四川52贵州53云南54西藏61陕西62甘肃63青海64宁夏65新疆';

/**
 * That an address begins with another province than the one in which the county lies: a slip, or an address that belongs to something else.
 * @param sound answers that are right by themselves
 */
export function faultsOfPlace(sound: ReadonlyMap<string, unknown>): FormFault[] {
  const address = sound.get(ADDRESS);
  const district = sound.get(DISTRICT);
  if (typeof address !== 'string' || typeof district !== 'string') return [];
  for (const [, code = '', name = ''] of PROVINCES.matchAll(/(\d\d)(\D+)/gu)) {
    // A road is called 北京路 anywhere; 北京市 is the province.
    const [written] =
      new RegExp(`^${name}(?:省|市(?!场)|\\p{Script=Han}{0,3}自治区)`, 'u').exec(address) ?? [];
    if (written === undefined || district.startsWith(code)) continue;
    const message = `地址写的是“${written}”，不在所选的区县，请核对`;
    return [{ pointer: ADDRESS, code: 'ADDRESS_ELSEWHERE', message, basis: null, severity: 'WARNING' }];
  }
  return [];
}
