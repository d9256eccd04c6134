import { soleWording } from '../src/inspections';

const wording = (code: string, requiresFollowUp: boolean, needsFindings = true) => ({
  code,
  requiresFollowUp,
  needsFindings,
});
const NONE = wording('NO_PROBLEM', false);
const WORDINGS = [
  NONE,
  wording('PROBLEMS_PENDING', true),
  wording('PROBLEMS_CORRECTED', true),
  wording('REFUSED', true),
  wording('NOT_FOUND', true, false),
  wording('CLOSED', false, false),
];

describe('the wording that the findings leave', () => {
  it('is that nothing was found, where nothing is wrong', () => {
    expect(soleWording(false, WORDINGS)).toBe(NONE);
  });

  it('is for the inspector to choose, where something is', () => {
    expect(soleWording(true, WORDINGS)).toBeUndefined();
    expect(soleWording(false, [])).toBeUndefined();
  });
});
