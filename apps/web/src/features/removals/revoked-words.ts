import type { RemovalLine } from './queries';

type Decided = Pick<RemovalLine, 'status' | 'type'> & {
  readonly ground: Pick<RemovalLine['ground'], 'consequence'>;
};

/** The consequences that keep from applying again say so in these words. @law 行政许可法第七十九条 */
const BAR = '不得再次申请';

/** What the decision of a revocation says of applying again; undefined where it keeps from nothing. */
export function barIn(removals: readonly Decided[]): string | undefined {
  const decided = removals.find(({ status, type }) => status === 'DECIDED' && type === 'REVOCATION');
  const consequence = decided?.ground.consequence;
  return consequence?.includes(BAR) ? `撤销决定书写明：${consequence}` : undefined;
}
