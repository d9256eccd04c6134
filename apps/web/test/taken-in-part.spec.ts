import { takenInPart } from '../src/features/institutions/imports/taken-in-part';

const of = (added: number, unchanged: number, faulty: number) =>
  takenInPart({ state: 'DONE', added, unchanged, faulty })?.label;

describe('what is said of a directory with wrong rows', () => {
  it('is that a part was taken only where some row was', () => {
    expect(of(22, 0, 9)).toBe('部分导入');
    expect(of(0, 22, 9)).toBe('没有新列入');
    expect(of(0, 0, 31)).toBe('没有导入');
    expect(of(31, 0, 0)).toBeUndefined();
    expect(takenInPart({ state: 'RUNNING', added: 0, unchanged: 0, faulty: 9 })).toBeNull();
  });
});
