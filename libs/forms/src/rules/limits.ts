import { BROKEN, KEPT, NUMBERS, type RuleKind } from './rule';

/**
 * A number is at least `minimum`.
 * @law 养老机构管理办法（民政部令第66号）: 养老机构床位数在10张以上
 */
export const minimum: RuleKind = {
  looksAt: [NUMBERS],
  parameters: ['minimum'],
  judge: ({ values: [value], parameters: { minimum: least } }) =>
    typeof value === 'number' && least !== undefined && value < least ? BROKEN : KEPT,
};

/**
 * A number is at most `maximum`.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: 收托婴幼儿不超过5人，超过的按托育机构备案
 */
export const maximum: RuleKind = {
  looksAt: [NUMBERS],
  parameters: ['maximum'],
  judge: ({ values: [value], parameters: { maximum: most } }) =>
    typeof value === 'number' && most !== undefined && value > most ? BROKEN : KEPT,
};

/**
 * A part is not more than the whole.
 * @law 养老机构管理办法（民政部令第66号）: the application states 养老床位数量, and 护理型床位 are some of these beds
 */
export const withinWhole: RuleKind = {
  looksAt: [NUMBERS, NUMBERS],
  parameters: [],
  judge: ({ values: [part, whole] }) =>
    typeof part === 'number' && typeof whole === 'number' && part > whole ? BROKEN : KEPT,
};

/**
 * So much area for each place at least.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: 每名婴幼儿建筑面积不少于9平方米
 */
export const areaPerPlace: RuleKind = {
  looksAt: [NUMBERS, NUMBERS],
  parameters: ['squareMetres'],
  judge: ({ values: [area, places], parameters: { squareMetres } }) =>
    typeof area === 'number' &&
    typeof places === 'number' &&
    squareMetres !== undefined &&
    area < places * squareMetres
      ? BROKEN
      : KEPT,
};
