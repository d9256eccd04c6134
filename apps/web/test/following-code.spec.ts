import { followingCode } from '../src/features/filings/form/following-code';
import type { Application, Filing, FilingForm } from '../src/features/filings/queries';

const [HOME, SHOP] = ['526101160000000199', '9261011600000006X8'];
const LEGAL_FORM = '/institution/legalForm';
const form = { steps: [{ fields: [{ pointer: LEGAL_FORM }] }] } as unknown as FilingForm;
const filing = {
  type: 'INITIAL',
  status: 'DRAFT',
  fixedFields: [],
  institution: { uscc: HOME },
} as unknown as Filing;
const typed = (value: string, answers: object, more: object = {}) =>
  followingCode(
    { ...filing, ...more },
    form,
    { institution: answers as Application },
    { pointer: '/institution/uscc', value },
  );

describe('the legal person type beside a code that is typed', () => {
  it('follows from it, also when half of another one stood there meanwhile', () => {
    expect(typed(HOME, {})).toEqual([[LEGAL_FORM, 'PRIVATE_NON_ENTERPRISE']]);
    expect(typed(SHOP, { uscc: HOME, legalForm: 'PRIVATE_NON_ENTERPRISE' })).toEqual([
      [LEGAL_FORM, 'SOLE_PROPRIETOR'],
    ]);
    expect(typed(SHOP, { uscc: '92610', legalForm: 'PRIVATE_NON_ENTERPRISE' })).toEqual([
      [LEGAL_FORM, 'SOLE_PROPRIETOR'],
    ]);
    expect(typed('92610', { uscc: HOME, legalForm: 'PRIVATE_NON_ENTERPRISE' })).toEqual([]);
  });

  it('stays as it was chosen otherwise, and in every case but a first one that is a draft', () => {
    expect(typed(SHOP, { uscc: HOME, legalForm: 'ENTERPRISE' })).toEqual([]);
    expect(typed(HOME, {}, { type: 'CHANGE' })).toEqual([]);
    expect(typed(HOME, {}, { status: 'RETURNED' })).toEqual([]);
    expect(typed(HOME, {}, { fixedFields: [{ pointer: LEGAL_FORM }] })).toEqual([]);
  });
});
