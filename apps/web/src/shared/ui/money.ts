const YUAN = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const FEN_PER_YUAN = 100;

/** `5,000.00元` from fen. */
export function yuan(fen: number): string {
  return `${YUAN.format(fen / FEN_PER_YUAN)}元`;
}
