import { isAssignable, oneOfEachOffice, verbFor } from '../src/features/filings/assignment/several';
import type { FilingLine } from '../src/features/filings/queries';

const line = (differing: Partial<FilingLine>): FilingLine =>
  ({
    id: 'a',
    kind: 'CHILDCARE',
    district: '610116',
    authority: null,
    assigneeName: null,
    ofOwnOffice: true,
    ...differing,
  }) as FilingLine;

describe('several cases for one colleague', () => {
  it('are open ones', () => {
    expect(
      (['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const).map((status) =>
        isAssignable(line({ status })),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('are those of the own office, not what a county below decides', () => {
    expect(isAssignable(line({ status: 'SUBMITTED', ofOwnOffice: false }))).toBe(false);
  });

  it('are assigned while nobody has any, and handed over once somebody has one', () => {
    expect(verbFor([line({}), line({})])).toBe('分派');
    expect(verbFor([line({}), line({ assigneeName: '示例·甲受理' })])).toBe('移交');
  });

  it('are asked about once for each office and kind', () => {
    const chosen = [line({ id: 'a' }), line({ id: 'b' }), line({ id: 'c', authority: '610100' })];
    expect(oneOfEachOffice(chosen).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
