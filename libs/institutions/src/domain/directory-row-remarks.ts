import type { DirectoryRow } from './directory-row';

/** @law 养老机构管理办法（民政部令第66号）第二条: 养老机构床位数在10张以上 */
const FEWEST_BEDS = 10;

/**
 * What whoever imports should look at in a row that is taken all the same. A place of fewer beds is no 养老机构, and yet stands
 * in the register on paper: to leave it out would lose it; and a number that lost a digit looks the same.
 */
export function remarkOn({ kind, capacity }: Pick<DirectoryRow, 'kind' | 'capacity'>): string | null {
  if (kind !== 'ELDERLY_CARE' || capacity >= FEWEST_BEDS) return null;
  return `床位数不足${FEWEST_BEDS}张，养老机构的床位数应在${FEWEST_BEDS}张以上（《养老机构管理办法》第二条）；本行照常导入，请核对床位数和机构类型`;
}
