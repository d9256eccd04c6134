import { barIn } from '../src/features/removals/revoked-words';

/** @law 行政许可法第七十九条 */
describe('applying again after a revocation', () => {
  const revoked = (consequence?: string) =>
    ({
      status: 'DECIDED',
      type: 'REVOCATION',
      ground: consequence === undefined ? {} : { consequence },
    }) as const;

  it('is not invited to where the decision keeps from it for years', () => {
    expect(barIn([revoked('你机构在三年内不得再次申请。')])).toBe(
      '撤销决定书写明：你机构在三年内不得再次申请。',
    );
  });

  it('is open after any other, and while nothing is decided', () => {
    expect(barIn([])).toBeUndefined();
    expect(barIn([revoked()])).toBeUndefined();
    expect(barIn([revoked('可以请求赔偿。')])).toBeUndefined();
    expect(barIn([{ ...revoked('三年内不得再次申请。'), status: 'PROPOSED' }])).toBeUndefined();
  });
});
