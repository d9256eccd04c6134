import { DomainError } from '@zhaoguan/kernel';
import { openToRemarks, requireInTime, type LaterRound } from '../src/domain/later-remarks';

const NOTHING: LaterRound = {
  changes: { fields: [], materials: [] },
  earlier: [],
  incomplete: [],
  signedForms: ['FILING_APPLICATION'],
};
const late = (pointers: readonly string[], round: Partial<LaterRound>): string[] => {
  const remarks = pointers.map((pointer) => ({ pointer, message: '示例·请补正' }));
  try {
    requireInTime(remarks, openToRemarks({ ...NOTHING, ...round }), (pointer) => pointer);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('REMARK_TOO_LATE');
    return (error.fields ?? []).map(({ pointer }) => pointer);
  }
};

describe('remarks of a later round', () => {
  const ADDRESS = '/institution/address';
  const field = { pointer: ADDRESS, label: '', old: '', new: '' };
  const letter = {
    code: 'COMMITMENT_LETTER',
    name: '',
    change: 'REPLACED' as const,
    old: null,
    new: null,
    oldVersion: 1,
  };

  it('speak of what is new, what was asked for in any round before, and what is not filled in', () => {
    expect(late([ADDRESS], { changes: { fields: [field], materials: [] } })).toEqual([]);
    expect(late(['/materials/COMMITMENT_LETTER'], { changes: { fields: [], materials: [letter] } })).toEqual(
      [],
    );
    expect(late([ADDRESS], { earlier: [{ pointer: ADDRESS }] })).toEqual([]);
    expect(late([ADDRESS], { incomplete: [{ pointer: ADDRESS, label: '' }] })).toEqual([]);
  });

  it('speak of the signed form, which says what the form says, once any item was changed', () => {
    const signed = ['/materials/FILING_APPLICATION'];
    expect(late(signed, { changes: { fields: [field], materials: [] } })).toEqual([]);
    expect(late(signed, { changes: { fields: [], materials: [letter] } })).toEqual(['/reasons/0/pointer']);
    expect(late(['/materials/COMMITMENT_LETTER'], { changes: { fields: [field], materials: [] } })).toEqual([
      '/reasons/0/pointer',
    ]);
  });

  it('are too late for everything else, each named by its place in the request', () => {
    const round = { earlier: [{ pointer: ADDRESS }] };
    expect(late(['/institution/capacity', ADDRESS, '/'], round)).toEqual([
      '/reasons/0/pointer',
      '/reasons/2/pointer',
    ]);
    expect(late(['/institution/addressee'], round)).toEqual(['/reasons/0/pointer']);
  });

  it('take a table for its cells and a cell for its table', () => {
    expect(
      late(['/institution/classes/0/places'], { earlier: [{ pointer: '/institution/classes' }] }),
    ).toEqual([]);
    expect(
      late(['/institution/classes'], { earlier: [{ pointer: '/institution/classes/0/places' }] }),
    ).toEqual([]);
  });

  it('speak of the whole filing again after a remark on it, and of nothing else that was never named', () => {
    expect(late(['/'], { earlier: [{ pointer: '/' }] })).toEqual([]);
    expect(late(['/institution/capacity'], { earlier: [{ pointer: '/' }] })).toHaveLength(1);
  });
});
