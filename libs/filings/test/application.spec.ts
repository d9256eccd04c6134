import { fillIn, type ApplicationInput } from '../src/domain/application';
import { missingIdentity, reviewOf, type Review } from '../src/domain/application-review';
import { anchorOf, requireKnownPointers, summaryOf } from '../src/domain/remarks';
import { CHILDCARE_FORM, CONTEXT, ELDERLY, ELDERLY_FORM } from '../../forms/test/forms.builder';
import { CHILDCARE_APPLICATION, ELDERLY_APPLICATION } from './filing.builder';

const elderly = (input: ApplicationInput): Review =>
  reviewOf(ELDERLY_FORM, fillIn({ ...(ELDERLY_APPLICATION as ApplicationInput), ...input }), CONTEXT);
const childcare = (input: ApplicationInput): Review =>
  reviewOf(CHILDCARE_FORM, fillIn({ ...(CHILDCARE_APPLICATION as ApplicationInput), ...input }), CONTEXT);
const pointers = (places: readonly { readonly pointer: string }[]): string[] =>
  places.map(({ pointer }) => pointer.replace('/institution/', ''));

describe('an application', () => {
  it('that names what the interface names can be handed in, and is not complete', () => {
    expect(elderly({})).toMatchObject({ errors: [], missing: [] });
    expect(elderly({}).incomplete).toEqual([
      { pointer: '/institution/particulars/registryLevel', label: '登记管理机关层级' },
      { pointer: '/institution/premisesTenure', label: '服务场所权属' },
      { pointer: '/institution/floorAreaM2', label: '服务设施面积' },
      { pointer: '/institution/contact/name', label: '联系人姓名' },
      { pointer: '/institution/contact/phone', label: '联系人电话' },
    ]);
    expect(childcare({})).toMatchObject({ errors: [], missing: [] });
    expect(pointers(childcare({}).incomplete)).toEqual([
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
    ]);
  });

  it('that leaves nothing open is complete', () => {
    expect(elderly(ELDERLY as ApplicationInput)).toEqual({
      errors: [],
      warnings: [],
      missing: [],
      incomplete: [],
    });
  });

  it('is told what hinders it apart from what is only to be looked at', () => {
    const { errors, warnings } = childcare({ name: '示例·小树苗', legalForm: 'PUBLIC_INSTITUTION' });
    expect(errors).toEqual([
      {
        pointer: '/institution/legalForm',
        code: 'LEGAL_FORM_MISMATCH',
        message:
          '与信用代码不一致：该代码属于企业法人（依据：《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）登记管理部门代码和机构类别代码的规定）',
      },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['NAME_WITHOUT_CHILDCARE']);
  });

  it('needs a name, a code and a district from the beginning, and more to be handed in', () => {
    const empty = reviewOf(ELDERLY_FORM, fillIn({}), CONTEXT);
    expect(pointers(missingIdentity(empty))).toEqual(['name', 'uscc', 'district']);
    expect(empty.missing.every(({ code }) => code === 'REQUIRED')).toBe(true);
    expect(pointers(empty.missing.filter(({ message }) => message === '请选择'))).toEqual([
      'legalForm',
      'district',
    ]);
    expect(pointers(empty.missing)).toEqual([
      'name',
      'uscc',
      'legalForm',
      'district',
      'address',
      'capacity',
      'legalRepresentative/name',
      'legalRepresentative/residentId',
      'legalRepresentative/phone',
    ]);
  });

  it('is stored in one spelling', () => {
    const application = fillIn({
      name: '　示例·长安　 养老院\n',
      uscc: '９１５００１５２０００００００２７c',
      contact: { phone: '（029）8529 0000' },
    });
    expect(application).toMatchObject({
      name: '示例·长安 养老院',
      uscc: '91500152000000027C',
      contact: { phone: '029-85290000' },
    });
  });

  it('keeps what is not named, and clears what is null', () => {
    const before = fillIn(ELDERLY_APPLICATION as ApplicationInput);
    const after = fillIn({ legalRepresentative: { phone: null }, township: '610116001' }, before);
    expect(after).toEqual({
      ...before,
      township: '610116001',
      legalRepresentative: { ...before.legalRepresentative, phone: null },
    });
    expect(pointers(reviewOf(ELDERLY_FORM, after, CONTEXT).missing)).toEqual(['legalRepresentative/phone']);
  });
});

describe('a remark', () => {
  const materials = new Map([['COMMITMENT_LETTER', '承诺书']]);
  const point = (...of: string[]) =>
    requireKnownPointers(
      of.map((pointer) => ({ pointer, message: '请补正' })),
      { form: ELDERLY_FORM, materials, takeover: false },
    );

  it('points at a field, at a material of the filing, or at the filing as a whole', () => {
    expect(() =>
      point('/institution/address', '/institution/contact/phone', '/materials/COMMITMENT_LETTER', '/'),
    ).not.toThrow();
  });

  it('points at what is said of the register where that is asked for', () => {
    const remarks = [{ pointer: '/takeover', message: '请写明原机构何时搬离' }];
    const places = { form: ELDERLY_FORM, materials, takeover: true };
    expect(() => requireKnownPointers(remarks, places)).not.toThrow();
    expect(() => point('/takeover')).toThrow(expect.objectContaining({ code: 'UNKNOWN_POINTER' }));
    expect(summaryOf(remarks, ELDERLY_FORM, materials)).toBe(
      '1. 与名录中已有机构的关系：请写明原机构何时搬离',
    );
    expect(anchorOf('/takeover', ELDERLY_FORM, materials)).toBe('“与名录中已有机构的关系”的说明');
  });

  it('stands in the history with the field or material it is about', () => {
    const about = (...pointers: string[]) =>
      summaryOf(
        pointers.map((pointer) => ({ pointer, message: '请补正。' })),
        CHILDCARE_FORM,
        materials,
      );
    expect(
      about('/institution/address', '/institution/classes/0/places', '/materials/COMMITMENT_LETTER', '/'),
    ).toBe('1. 详细地址：请补正。\n2. 班型与托位：请补正。\n3. 承诺书：请补正。\n4. 整份申请：请补正。');
  });

  it.each([
    '/institution/nam',
    '/institution',
    '/institution/classes',
    '/institution/contact',
    '/materials',
    '/materials/FOOD_LICENCE',
    '/materials/COMMITMENT_LETTER/1',
    '/status',
  ])('does not point at %s', (pointer) => {
    expect(() => point('/institution/address', pointer)).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_POINTER',
        details: { pointers: [pointer] },
        fields: [
          {
            pointer: '/reasons/1/pointer',
            code: 'UNKNOWN_POINTER',
            message: `养老机构备案申请书中没有“${pointer}”这一项，本件也没有这项材料`,
          },
        ],
      }),
    );
  });
});
