import fc from 'fast-check';
import {
  changedFields,
  displayValue,
  fieldsOf,
  findField,
  missingFields,
  shownFields,
  validateForm,
} from '../src';
import { CHILDCARE, CONTEXT, ELDERLY, FORMS } from './forms.builder';

const names = [...Object.keys({ ...ELDERLY, ...CHILDCARE }), 'siteType', '__proto__', 'length'];
const columns = ['type', 'classes', 'places', 'constructor'];
/**
 * Anything that JSON can say, also in the places that a form looks at. What `fc.jsonValue` makes, but that most of its members bear names that
 * forms have: a name never met before costs the engine a hidden class of its own, which took more time than the forms did.
 */
const json = fc.anything({
  maxDepth: 4,
  key: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names, ...columns) }, fc.string()),
  values: [fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.constant(null)],
});
const row = fc.dictionary(fc.constantFrom(...columns), json);
const scalar = fc.oneof(
  json,
  fc.constantFrom('LEASED', 'HOME', 'ENTERPRISE', '9999-12-31', '0001-01-01', 'INFANT', 'constructor'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const institution = fc.dictionary(fc.constantFrom(...names), fc.oneof(scalar, fc.array(row), row));
const document = fc.oneof(json, fc.record({ institution }));

describe.each(FORMS.map((form) => [form.title, form] as const))('%s, whatever is sent', (_title, form) => {
  it('answers without throwing, with faults at fields it has, in the order of the form', () => {
    const order = fieldsOf(form).map(({ pointer }) => pointer);
    const foreign = form.rules.filter(({ rule }) => rule === 'notAsked').flatMap(({ fields }) => fields);
    const isOfForm = (at: string): boolean => findField(form, at) !== undefined || foreign.includes(at);
    const isKnown = (pointer: string): boolean =>
      isOfForm(pointer) || isOfForm(/^(.+)\/\d+$/.exec(pointer)?.[1] ?? '');
    fc.assert(
      fc.property(document, (sent) => {
        const faults = validateForm(form, sent, CONTEXT);
        // Asked of all at once: an expectation for each fault takes far longer than the form itself.
        expect(faults.filter(({ pointer }) => !isKnown(pointer))).toEqual([]);
        expect(faults.filter(({ message }) => /undefined|NaN|\{/.test(message))).toEqual([]);
        const missing = missingFields(form, sent).map(({ pointer }) => pointer);
        const places = missing.map((pointer) => order.findIndex((each) => pointer.startsWith(each)));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(new Set(missing).size).toBe(missing.length);
      }),
      { numRuns: 500 },
    );
  });

  it('shows and compares it without throwing', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const changes = changedFields(form, before, after);
        expect(changes.every((each) => each.old !== '' && each.new !== '')).toBe(true);
        expect(changedFields(form, before, before)).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldsOf(form)), scalar, (field, value) => {
        expect(displayValue(field, value)).not.toBe('');
      }),
    );
  });

  it('says the same again, and whatever the order in which the members were sent', () => {
    fc.assert(
      fc.property(institution, (answers) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        const once = validateForm(form, { institution: answers }, CONTEXT);
        expect(validateForm(form, { institution: answers }, CONTEXT)).toEqual(once);
        expect(validateForm(form, { institution: turned }, CONTEXT)).toEqual(once);
        expect(missingFields(form, { institution: turned })).toEqual(
          missingFields(form, { institution: answers }),
        );
      }),
    );
  });

  it('calls nothing missing that is filled in or hidden', () => {
    fc.assert(
      fc.property(document, (sent) => {
        const shown = shownFields(form, sent).map(({ pointer }) => pointer);
        const hidden = missingFields(form, sent).filter(
          ({ pointer }) => !shown.some((each) => pointer === each || pointer.startsWith(`${each}/`)),
        );
        expect(hidden).toEqual([]);
      }),
    );
  });
});
