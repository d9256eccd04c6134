/** A street and its office, a town and its government: in an address one is written for the other, and both mean the place. */
const STREET = /街道办事处|街道办(?!公)|街办|街道/;
const STREETS = ['街道', '街道办', '街道办事处', '街办'];
const TOWN = /^([^0-9]{1,9}?[镇乡])(?:人民政府)?/;
const TOWNS = ['$1', '$1人民政府'];

/**
 * An address in each of the ways in which the place of its township is written: 韦曲街道, 韦曲街道办, 韦曲街道办事处; 王寺镇, 王寺镇人民政府. Its own first.
 * @param bare the key of an address without province, city and county
 */
export function waysToNameTheTownship(bare: string): readonly string[] {
  const [pattern, names] = STREET.test(bare) ? [STREET, STREETS] : [TOWN, TOWNS];
  return [...new Set([bare, ...names.map((name) => bare.replace(pattern, name))])];
}
