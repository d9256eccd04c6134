import { formatYuan, yuanInCapitals } from '@zhaoguan/kernel';

/** `5,000 元` from fen; fen are written where there are any. */
export function yuan(fen: number): string {
  return formatYuan(fen).replace('.00', '');
}

/** `30,000 元（叁万元整）`: in capitals as well, by which a nought too many is seen. */
export function yuanInFull(fen: number): string {
  return `${yuan(fen)}（${yuanInCapitals(fen)}）`;
}
