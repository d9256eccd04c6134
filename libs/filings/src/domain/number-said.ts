/** `实有 55 个`: nothing but that it was counted; `比填报少 40 个` and `有 5 间房` say something else. */
const COUNTED =
  /^(?:现场|实际|实有|实测|实为|清点|测量|数量|约|共|有|为|是|仅|只|[:：])*(\d[\d,]*(?:\.\d+)?)(\D*?)[。.]?$/;

/** @returns the number where the words say nothing else than that so many were found, in the unit or without one */
export function numberSaid(words: string, unit: string): number | undefined {
  const [, number = '', said = ''] = COUNTED.exec(words.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  return number !== '' && (said === '' || said === unit) ? numberOf(number) : undefined;
}

/** `3,500.00`: as it is written, without its unit. */
export const numberOf = (words: string): number => Number.parseFloat(words.replaceAll(',', ''));
