/** Level of the registry (登记管理机关层级) at which a legal person is registered. */
export const REGISTRY_LEVELS = ['COUNTY', 'CITY', 'PROVINCE'] as const;
export type RegistryLevel = (typeof REGISTRY_LEVELS)[number];

/**
 * The level that the division in the code says (登记管理机关行政区划码, digits 3 to 8); null for the nation's registries and for what
 * is no code. A hint: a registry may have registered under a division that is abolished.
 * @law 法人和其他组织统一社会信用代码编码规则（GB 32100-2015）
 */
export function registryLevelOf(uscc: string): RegistryLevel | null {
  const division = uscc.slice(2, 8);
  if (!/^[1-9]\d{5}$/.test(division) || division === '100000') return null;
  if (division.endsWith('0000')) return 'PROVINCE';
  return division.endsWith('00') ? 'CITY' : 'COUNTY';
}

/** Parents of divisions (区划), by code. */
export type ParentDivisions = ReadonlyMap<string, { readonly parent: string | null }>;

/**
 * The city or the province of that level over the county; null for the county itself. Where a county lies in a province alone (直辖市),
 * that is its city too.
 */
export function divisionOfLevel(level: unknown, district: string, divisions: ParentDivisions): string | null {
  if (level !== 'CITY' && level !== 'PROVINCE') return null;
  const city = divisions.get(district)?.parent ?? null;
  return level === 'CITY' || city === null ? city : (divisions.get(city)?.parent ?? city);
}
