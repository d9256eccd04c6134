import type { Changes } from '../src/features/filings/changes';
import { mayBeRemarked } from '../src/features/filings/desk/may-be-remarked';

const open = (openToRemarks: Changes['openToRemarks']): Changes => ({
  since: null,
  fields: [],
  materials: [],
  takeover: null,
  remarks: [],
  openToRemarks,
});

describe('where something may still be asked to be put right', () => {
  it('is everywhere at a first submission, and nowhere while it is not known', () => {
    expect(mayBeRemarked('/institution/address', open(null))).toBe(true);
    expect(mayBeRemarked('/institution/address', undefined)).toBe(false);
  });

  it('is at a later one what the server names, a cell of a table standing for the table', () => {
    const may = (pointer: string) =>
      mayBeRemarked(pointer, open(['/institution/capacity', '/institution/classes/0/places']));
    expect(may('/institution/capacity')).toBe(true);
    expect(may('/institution/classes')).toBe(true);
    expect(may('/institution/address')).toBe(false);
    expect(may('/materials/FILING_APPLICATION')).toBe(false);
  });

  it('is the whole filing alone after a remark on that', () => {
    expect(mayBeRemarked('/institution/address', open(['/']))).toBe(false);
    expect(mayBeRemarked('/', open(['/']))).toBe(true);
  });
});
