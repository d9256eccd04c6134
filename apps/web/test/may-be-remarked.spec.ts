import type { Changes } from '../src/features/filings/changes';
import { mayBeRemarked } from '../src/features/filings/desk/may-be-remarked';

const since = { round: 1, submittedAt: '2026-11-20T02:00:00Z' };
const changes = (part: Partial<Changes> = {}): Changes => ({
  since,
  fields: [],
  materials: [],
  remarks: [],
  ...part,
});
const remark = (pointer: string) => ({ pointer, message: '请补正', place: '', touched: false });
const FIRST = changes({ since: null });

describe('where something may still be asked to be put right', () => {
  it('is everywhere at a first submission, and nowhere while the changes are not known', () => {
    expect(mayBeRemarked('/institution/address', [], FIRST)).toBe(true);
    expect(mayBeRemarked('/institution/address', [], undefined)).toBe(false);
  });

  it('is at a later one what is new, what the last remarks spoke of, and what is not filled in', () => {
    const later = changes({
      fields: [{ pointer: '/institution/capacity', label: '', old: '', new: '' }],
      materials: [
        { code: 'COMMITMENT_LETTER', name: '', change: 'REPLACED', old: null, new: null, oldVersion: 1 },
      ],
      remarks: [remark('/institution/classes/0/places')],
    });
    const incomplete = [{ pointer: '/institution/floorAreaM2', label: '' }];
    const may = (pointer: string) => mayBeRemarked(pointer, incomplete, later);
    expect(may('/institution/capacity')).toBe(true);
    expect(may('/materials/COMMITMENT_LETTER')).toBe(true);
    expect(may('/institution/classes')).toBe(true);
    expect(may('/institution/floorAreaM2')).toBe(true);
    expect(may('/institution/address')).toBe(false);
    expect(may('/materials/FILING_APPLICATION')).toBe(false);
  });

  it('stays everywhere after a remark on the whole filing', () => {
    expect(mayBeRemarked('/institution/address', [], changes({ remarks: [remark('/')] }))).toBe(true);
  });
});
