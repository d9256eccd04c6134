import { reasonIsNeeded } from '../src/features/inspections/inspectors/reason-needed';

const entry = {
  department: 'civil-affairs',
  districts: ['610116', '610115'],
  validUntil: '2029-12-31',
  active: true,
};

describe('a change of the directory that is being typed', () => {
  it('needs a reason when it may take somebody out of draws', () => {
    expect(reasonIsNeeded(entry, { department: 'fire' })).toBe(true);
    expect(reasonIsNeeded(entry, { districts: ['610116'] })).toBe(true);
    expect(reasonIsNeeded(entry, { validUntil: '2028-12-31' })).toBe(true);
    expect(reasonIsNeeded(entry, { active: false })).toBe(true);
  });

  it('needs none when the certificate runs longer, or nothing has changed yet', () => {
    expect(reasonIsNeeded(entry, { validUntil: '2031-12-31' })).toBe(false);
    expect(reasonIsNeeded(entry, { districts: ['610115', '610116'] })).toBe(false);
    expect(reasonIsNeeded(entry, { validUntil: null })).toBe(false);
    expect(reasonIsNeeded(entry, {})).toBe(false);
  });
});
