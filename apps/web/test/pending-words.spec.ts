import { pendingInWords, pendingOf } from '../src/features/removals/pending-words';

describe('what waits about an institution whose licence is to end', () => {
  const line = {
    id: 'a',
    type: 'INITIAL',
    regime: 'LICENCE',
    renewal: true,
    status: 'SUBMITTED',
    statusLabel: '待受理',
  } as const;

  it('is what was handed in and is not decided', () => {
    const refused = { ...line, id: 'b', status: 'REFUSED' } as const;
    const returned = { ...line, id: 'c', status: 'RETURNED' } as const;
    const draft = { ...line, id: 'd', status: 'DRAFT' } as const;
    expect(pendingOf([line, refused, returned, draft]).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('says what a decision does to it, and it to the decision', () => {
    expect(pendingInWords(line)).toMatch(/^这家机构的延续许可还没有办结（待受理）.*只能不予许可.*编号改变/);
    const change = { ...line, type: 'CHANGE', renewal: false } as const;
    expect(pendingInWords(change)).toMatch(/变更许可.*不能再准予。$/);
  });
});
