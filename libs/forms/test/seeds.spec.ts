import { FILING_TYPES, KINDS, LEGAL_FORM_LABELS, type FieldType, type FormField } from '@zhaoguan/contracts';
import { fieldsOf, formInForce, missingFields, termsOf, validateForm, checkForms } from '../src';
import { plainDate } from '@zhaoguan/kernel';
import { CHILDCARE, CHILDCARE_FORM, CONTEXT, ELDERLY, ELDERLY_FORM, FORMS, TERM_ROWS } from './forms.builder';

const everyField = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => [field, ...everyField(field.fields ?? [])]);

describe('the forms of seeds/reference', () => {
  it('fit together', () => {
    expect(checkForms(FORMS)).toEqual([]);
  });

  it('are there for both kinds and every type, a change being made in that of the first filing', () => {
    for (const kind of KINDS) {
      for (const type of FILING_TYPES) {
        const found = formInForce(FORMS, { kind, type, on: plainDate('2026-11-20') });
        expect(found !== undefined).toBe(type !== 'CHANGE');
      }
    }
    const before = plainDate('2020-10-31');
    expect(formInForce(FORMS, { kind: 'ELDERLY_CARE', type: 'INITIAL', on: before })).toBeUndefined();
  });

  it.each(FORMS.map((form) => [form.title, form] as const))(
    'explain themselves: %s has an example for every field, and help where a name says too little',
    (_title, form) => {
      const fields = everyField(fieldsOf(form));
      expect(fields.filter(({ example }) => example === undefined)).toEqual([]);
      const silent = fieldsOf(form).filter(({ help }) => help === undefined);
      expect(silent).toEqual([]);
      expect(form.steps.map(({ title }) => title).at(-1)).toBe('确认提交');
    },
  );

  it('take from the terms what may differ from place to place and from day to day', () => {
    for (const form of [ELDERLY_FORM, CHILDCARE_FORM]) {
      const numbers = form.rules.flatMap(({ parameters = {} }) => Object.values(parameters));
      expect(numbers.filter((value) => typeof value === 'number')).toEqual([]);
      const known = TERM_ROWS.filter(({ kind }) => kind === null || kind === form.kind);
      const unknown = termsOf(form).filter((code) => !known.some((term) => term.code === code));
      expect(unknown).toEqual([]);
    }
    expect(termsOf(ELDERLY_FORM)).toContain('ELDERLY_MINIMUM_BEDS');
    expect(termsOf(CHILDCARE_FORM)).toContain('LEASE_MINIMUM');
  });

  it('cite with every rule the law or standard and its clause, as far as it was confirmed', () => {
    const newest = FORMS.filter(({ effectiveTo }) => effectiveTo === null);
    const uncited = newest.flatMap(({ code, rules }) =>
      rules.filter(({ basis }) => !basis?.article).map((rule) => `${code} ${rule.code}`),
    );
    expect(uncited).toEqual([]);
    const places = new Set(newest.flatMap(({ rules }) => rules.map(({ basis }) => basis?.article ?? '')));
    const unclear = [...places].filter((place) => !/^第.+[条款节](第.项)?$|的规定$/.test(place));
    expect(unclear).toEqual([]);
  });

  const FIRST = FORMS.filter(({ filingType }) => filingType === 'INITIAL');

  it('call the legal forms as the catalogue does', () => {
    for (const form of FIRST) {
      const field = fieldsOf(form).find(({ pointer }) => pointer === '/institution/legalForm');
      const labels = Object.fromEntries((field?.options ?? []).map(({ code, label }) => [code, label]));
      expect(labels).toEqual(LEGAL_FORM_LABELS);
    }
  });

  it('hide resident ids and phones that are not published', () => {
    const hidden: readonly FieldType[] = ['residentId', 'phone'];
    for (const form of FIRST) {
      const personal = fieldsOf(form).filter((field) => field.personal === true);
      const open = fieldsOf(form).filter(({ type, personal: flag }) => hidden.includes(type) && !flag);
      expect(personal.map(({ pointer }) => pointer)).toEqual([
        '/institution/legalRepresentative/residentId',
        '/institution/legalRepresentative/phone',
        '/institution/contact/phone',
      ]);
      expect(open.map(({ pointer }) => pointer)).toEqual(['/institution/servicePhone']);
    }
  });

  it.each([
    ['养老机构', ELDERLY_FORM, ELDERLY],
    ['托育机构', CHILDCARE_FORM, CHILDCARE],
  ])('are satisfied by a %s that leaves nothing open', (_name, form, institution) => {
    expect(validateForm(form, { institution }, CONTEXT)).toEqual([]);
    expect(missingFields(form, { institution })).toEqual([]);
  });

  it('want what the law’s application names, and insist on what the interface names', () => {
    const wanted = (form: typeof ELDERLY_FORM, level: true | 'form', institution: object = {}) =>
      missingFields(form, { institution })
        .filter(({ required }) => required === level)
        .map(({ pointer }) => pointer.replace('/institution/', ''));
    const interfaceNames = [
      'name',
      'uscc',
      'legalForm',
      'district',
      'address',
      'capacity',
      'legalRepresentative/name',
      'legalRepresentative/residentId',
      'legalRepresentative/phone',
    ];
    expect(wanted(ELDERLY_FORM, true)).toEqual(interfaceNames);
    expect(wanted(CHILDCARE_FORM, true)).toEqual(interfaceNames);
    expect(wanted(ELDERLY_FORM, 'form')).toEqual([
      'premisesTenure',
      'floorAreaM2',
      'contact/name',
      'contact/phone',
    ]);
    const childcare = [
      'ownership',
      'premisesTenure',
      'floorAreaM2',
      'particulars/indoorAreaM2',
      'particulars/outdoorAreaM2',
      'particulars/livingFloors',
      'serviceForms',
      'classes',
      'mealsProvided',
      'particulars/headEducation',
      'particulars/headExperienceYears',
      'particulars/staff',
      'contact/name',
      'contact/phone',
    ];
    expect(wanted(CHILDCARE_FORM, 'form')).toEqual(childcare);
    const notOfHomes = /^ownership|^classes|outdoorAreaM2|livingFloors|head(Education|Experience)/;
    const home = childcare.filter((name) => !notOfHomes.test(name));
    expect(wanted(CHILDCARE_FORM, 'form', { siteType: 'HOME' })).toEqual(home);
    const leased = wanted(CHILDCARE_FORM, 'form', { premisesTenure: 'LEASED' });
    expect(leased).toContain('leaseEndsOn');
    expect(wanted(ELDERLY_FORM, 'form', { premisesTenure: 'LEASED' })).not.toContain('leaseEndsOn');
  });
});
