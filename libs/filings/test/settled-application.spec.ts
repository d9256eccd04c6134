import { CHILDCARE, CHILDCARE_FORM, ELDERLY, ELDERLY_FORM } from '../../forms/test/forms.builder';
import { fillIn, type Application, type ApplicationInput } from '../src/domain/application';
import { settledApplication } from '../src/domain/settled-application';

const OWNED = fillIn({ ...(ELDERLY as ApplicationInput), premisesTenure: 'OWNED' });
const LEASED = fillIn({ ...(ELDERLY as ApplicationInput), premisesTenure: 'LEASED' });
const NURSERY = fillIn(CHILDCARE as ApplicationInput);

describe('an application as it is handed in', () => {
  it('is left as it is where the form shows everything', () => {
    expect(settledApplication(ELDERLY_FORM, null, LEASED)).toEqual(LEASED);
    expect(settledApplication(CHILDCARE_FORM, NURSERY, NURSERY)).toEqual(NURSERY);
  });

  it('says nothing that no field of the form shows', () => {
    const smuggled: Application = { ...OWNED, classes: [{ type: 'MIXED', classes: 9, places: 90 }] };
    expect(settledApplication(ELDERLY_FORM, null, smuggled)).toMatchObject({
      classes: [],
      leaseStartsOn: null,
      leaseEndsOn: null,
      premisesTenure: 'OWNED',
    });
  });

  it('keeps in a change what the register holds and the form never asked', () => {
    const held: Application = { ...OWNED, serviceForms: ['FULL_DAY'] };
    const change: Application = { ...held, serviceForms: ['HOURLY'], capacity: 7 };
    const settled = settledApplication(ELDERLY_FORM, held, change);
    expect(settled).toMatchObject({ serviceForms: ['FULL_DAY'], capacity: 7 });
  });

  it('ends in a change what hung on an answer that is another now', () => {
    const change: Application = { ...LEASED, premisesTenure: 'OWNED' };
    expect(settledApplication(ELDERLY_FORM, LEASED, change).leaseEndsOn).toBeNull();
  });
});
