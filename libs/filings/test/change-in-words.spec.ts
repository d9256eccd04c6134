import { changeTables } from '../src/domain/change-in-words';

describe('the changes of a paper', () => {
  const changed = (old: string, now: string) => ({
    pointer: '/institution/legalRepresentative/residentId',
    label: '法定代表人身份证号',
    old,
    new: now,
  });

  it('say of numbers that read alike where they are masked that they differ there', () => {
    const alike = '610116********0128';
    expect(changeTables([changed(alike, alike)])[0]?.items).toEqual([
      { label: '法定代表人身份证号', value: '已变更（号码中隐去的部分不同）' },
    ]);
    expect(changeTables([changed(alike, '610116********0027')])[0]?.items[0]?.value).toBe(
      '610116********0128 → 610116********0027',
    );
  });
});
