const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /^\p{Nd}$/u;

/** The ten of a script stand in a row that begins with its zero, and before it stands none (Unicode, Nd). */
function figure(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && IS_DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Decimal digits of whatever script as 0 to 9 (১৩৯ is 139); full width and circled ones are NFKC's. */
export const plainDigits = (text: string): string => text.replace(OTHER_DIGIT, figure);
