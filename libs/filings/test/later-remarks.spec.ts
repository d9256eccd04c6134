import { DomainError } from '@zhaoguan/kernel';
import { openToRemarks, requireInTime, type LaterRound } from '../src/domain/later-remarks';

const UNCHANGED = { fields: [], materials: [], takeover: null };
const NOTHING: LaterRound = {
  changes: UNCHANGED,
  earlier: [],
  incomplete: [],
  signedForms: ['FILING_APPLICATION'],
  takeover: { asked: false, unsaid: false },
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
    expect(late([ADDRESS], { changes: { ...UNCHANGED, fields: [field] } })).toEqual([]);
    expect(
      late(['/materials/COMMITMENT_LETTER'], { changes: { ...UNCHANGED, materials: [letter] } }),
    ).toEqual([]);
    expect(late([ADDRESS], { earlier: [{ pointer: ADDRESS }] })).toEqual([]);
    expect(late([ADDRESS], { incomplete: [{ pointer: ADDRESS, label: '' }] })).toEqual([]);
  });

  it('speak of the signed form, which says what the form says, once any item was changed', () => {
    const signed = ['/materials/FILING_APPLICATION'];
    expect(late(signed, { changes: { ...UNCHANGED, fields: [field] } })).toEqual([]);
    expect(late(signed, { changes: { ...UNCHANGED, materials: [letter] } })).toEqual(['/reasons/0/pointer']);
    expect(late(['/materials/COMMITMENT_LETTER'], { changes: { ...UNCHANGED, fields: [field] } })).toEqual([
      '/reasons/0/pointer',
    ]);
  });

  it('speak of what was said of the register where it is new, was asked for, must still be said, or the house is another', () => {
    const [takeover, asked] = ['/takeover', { asked: true, unsaid: false }];
    const said = { old: null, new: '示例' };
    expect(late([takeover], { takeover: asked })).toEqual(['/reasons/0/pointer']);
    expect(late([takeover], { takeover: asked, changes: { ...UNCHANGED, takeover: said } })).toEqual([]);
    expect(late([takeover], { takeover: asked, earlier: [{ pointer: takeover }] })).toEqual([]);
    expect(late([takeover], { takeover: { asked: true, unsaid: true } })).toEqual([]);
    expect(late([takeover], { takeover: asked, changes: { ...UNCHANGED, fields: [field] } })).toEqual([]);
    expect(late([takeover], { changes: { ...UNCHANGED, fields: [field] } })).toHaveLength(1);
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
