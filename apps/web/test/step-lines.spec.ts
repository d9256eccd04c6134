import { linesOf } from '../src/features/filings/form/step-lines';
import type { Filing, FilingForm } from '../src/features/filings/queries';

const field = (pointer: string) => ({ pointer, label: pointer, type: 'text', required: true });
const form = {
  steps: [
    { key: 'identity', title: '主体', fields: [field('/institution/name'), field('/institution/uscc')] },
    {
      key: 'premises',
      title: '场所',
      fields: [field('/institution/district'), field('/institution/address')],
    },
  ],
} as unknown as FilingForm;
const material = { required: true, uploaded: false, commitment: null };
const draft = { status: 'DRAFT', materials: [material] } as unknown as Filing;
const FRESH = {
  answers: { institution: { name: '示例·榆荫养老院', district: '610116' } },
  open: [{ pointer: '/institution/uscc' }, { pointer: '/institution/address' }],
  opened: new Set(['identity']),
  left: new Set<string>(),
  isBegun: false,
  remarks: [],
  unsaid: 0,
};
const openOf = (more: Partial<typeof FRESH>, filing = draft) =>
  linesOf(filing, form, { ...FRESH, ...more }).map(({ open }) => open);

describe('what is said to be missing on the steps of a form', () => {
  it('is nothing on a fresh draft, also where something was brought along', () => {
    expect(openOf({})).toEqual([0, 0, 0, 0]);
    const [first, second] = linesOf(draft, form, FRESH);
    expect([first?.isUntouched, second?.isUntouched]).toEqual([true, true]);
  });

  it('is said of a step once something of it was typed, or it was left', () => {
    expect(openOf({ isBegun: true })).toEqual([1, 0, 0, 0]);
    expect(openOf({ left: new Set(['premises', 'materials']) })).toEqual([0, 1, 1, 0]);
  });

  it('is not said of a step that nobody opened, of which the draft began with the county alone', () => {
    const [, premises] = linesOf(draft, form, { ...FRESH, isBegun: true });
    expect(premises).toMatchObject({ open: 0, isUntouched: true });
    const begun = { institution: { ...FRESH.answers.institution, address: '示例路1号' } };
    expect(openOf({ isBegun: true, answers: begun })[1]).toBe(1);
  });

  it('is said at once where what was brought along is wrong, and of what was returned', () => {
    expect(openOf({ open: [...FRESH.open, { pointer: '/institution/name' }] })).toEqual([1, 0, 0, 0]);
    expect(openOf({}, { ...draft, status: 'RETURNED' })).toEqual([1, 1, 1, 0]);
  });
});
