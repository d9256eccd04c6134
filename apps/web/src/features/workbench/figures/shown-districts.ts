/** What of a division decides how its tile is called and whether it stands there. */
interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly institutions: number;
}

export interface ShownDistricts<D extends Division> {
  readonly districts: readonly (D & { readonly label: string })[];
  /** Why the numbers of the townships are not all there is; undefined where they are. */
  readonly note: string | undefined;
}

/**
 * The divisions as they may honestly be shown: a county whose institutions do not say in which township they lie stands
 * first as 未填写, for a row of townships with 0 家 beside it would be read as the truth; where none says so, it stands alone.
 */
export function shownDistricts<D extends Division>(figure: readonly D[]): ShownDistricts<D> {
  const townshipsOf = (county: D): readonly D[] =>
    county.level === 'COUNTY'
      ? figure.filter(({ code, level }) => level === 'TOWNSHIP' && code.startsWith(county.code))
      : [];
  const rests = figure.filter((one) => one.institutions > 0 && townshipsOf(one).length > 0);
  const blind = rests.filter((county) => townshipsOf(county).every(({ institutions }) => institutions === 0));
  const hidden = new Set(blind.flatMap((county) => townshipsOf(county).map(({ code }) => code)));
  const labelOf = (one: D): string => {
    if (!rests.includes(one) || blind.includes(one)) return one.name;
    return rests.length === 1 ? '未填写街道（乡镇）' : `${one.name}，未填写街道（乡镇）`;
  };
  const others = figure.filter((one) => !rests.includes(one) && !hidden.has(one.code));
  const unknown = rests.reduce((sum, { institutions }) => sum + institutions, 0);
  return {
    districts: [...rests, ...others].map((one) => ({ ...one, label: labelOf(one) })),
    note: unknown === 0 ? undefined : noteOf(unknown, blind.length === rests.length),
  };
}

function noteOf(unknown: number, allBlind: boolean): string {
  return allBlind
    ? `${unknown} 家机构都没有填写所在的街道（乡镇），按全区（县）显示。`
    : `有 ${unknown} 家机构没有填写所在的街道（乡镇），不计入各街道（乡镇），单列一格。`;
}
