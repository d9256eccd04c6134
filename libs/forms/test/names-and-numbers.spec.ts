import fc from 'fast-check';
import { missingFields } from '../src';
import { elderlyFaults, elderlyParticulars, ELDERLY, ELDERLY_FORM, placesOf } from './forms.builder';

const head = (name: string) =>
  elderlyFaults({ legalRepresentative: { ...ELDERLY.legalRepresentative, name } });
const ideograph = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));

describe('the name of a person', () => {
  it('is any ideographs, with the dots of minorities between them', () => {
    const part = fc.array(ideograph, { minLength: 1, maxLength: 8 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('·', '•', '・'),
        (parts, dot) => {
          expect(head(parts.join(dot))).toEqual([]);
        },
      ),
    );
  });

  it.each([
    '示例·王建国',
    '示例·阿卜杜热合曼·买买提',
    '𠮷田 太郎',
    '欧 阳',
    'Anne-Marie O’Neill',
    'José Díaz',
  ])('may be %s', (name) => expect(head(name)).toEqual([]));

  it.each([
    '12345',
    '王建国3',
    '张A三',
    '★王建国',
    '王建国（院长）',
    '王建国/李四',
    '·王建国',
    '<b>王</b>',
    'ئابدۇرېھىم',
  ])('is not %s, and the message cites the law of identity cards', (name) =>
    expect(head(name)).toMatchObject([
      {
        pointer: '/institution/legalRepresentative/name',
        code: 'NAME_NOT_IN_IDEOGRAPHS',
        severity: 'ERROR',
        basis: { law: '《中华人民共和国居民身份证法》', article: '第四条' },
      },
    ]),
  );

  it('is looked at for the contact as well', () => {
    expect(placesOf(elderlyFaults({ contact: { ...ELDERLY.contact, name: '12345' } }))).toEqual([
      '/institution/contact/name NAME_NOT_IN_IDEOGRAPHS',
    ]);
  });
});

describe('the name of an institution', () => {
  const named = (name: string) => elderlyFaults({ name });

  it('has no telephone number and no markup', () => {
    expect(named('示例·养老院138/1234/5678')).toMatchObject([
      { pointer: '/institution/name', code: 'NOT_A_NAME', severity: 'ERROR' },
    ]);
    expect(placesOf(named('示例·<script>alert(1)</script>养老院'))).toEqual(['/institution/name NOT_A_NAME']);
    expect(named('示例·第102养老院')).toEqual([]);
  });
});

describe('the address of an institution', () => {
  it('has no telephone number and no markup, for it is published', () => {
    const at = (address: string) => placesOf(elderlyFaults({ address }));
    expect(at('示例路8号，电话13812345678')).toEqual(['/institution/address NOT_AN_ADDRESS']);
    expect(at('示例路8号<b>')).toEqual(['/institution/address NOT_AN_ADDRESS']);
    expect(at('示例路138号1234室')).toEqual([]);
  });

  it('names a road, a village or a house, and is no mere figure or mark', () => {
    const at = (address: string) => placesOf(elderlyFaults({ address }));
    for (const nothing of ['1', '８号', '。。', '12-3-4'])
      expect(at(nothing)).toContain('/institution/address NOT_AN_ADDRESS');
    expect(at('韦曲村3组')).toEqual([]);
  });
});

describe('values that tell nothing', () => {
  const of = (particulars: object) => placesOf(elderlyFaults(elderlyParticulars(particulars)));

  it('are refused', () => {
    expect(of({ medicalService: 'INTERNAL', medicalName: '示例·医务室', medicalPermit: '??' })).toEqual([
      '/institution/particulars/medicalPermit NOT_A_NUMBER',
    ]);
    expect(of({ fireProof: 'NONE', fireProofReason: 'x' })).toContain(
      '/institution/particulars/fireProofReason NOT_A_REASON',
    );
  });
});

describe('the number of a food licence', () => {
  const of = (foodLicenceNumber: string) => elderlyFaults(elderlyParticulars({ foodLicenceNumber }));

  it('is JY and fourteen digits, whatever they are, also typed with spaces or in small letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{14}$/), (digits) => {
        expect(of(`JY${digits}`)).toEqual([]);
        expect(of(`jy ${digits}`)).toEqual([]);
      }),
    );
  });

  it.each([
    '有',
    'JY3610116000000',
    'JY361011600000012',
    '36101160000001',
    'YB23610116000001',
    'SC10661011600001',
  ])('is not %s', (number) =>
    expect(of(number)).toMatchObject([
      {
        pointer: '/institution/particulars/foodLicenceNumber',
        code: 'FOOD_LICENCE_NUMBER_WRONG',
        basis: { law: expect.stringContaining('食品经营许可和备案管理办法') },
      },
    ]),
  );
});

describe('the medical institution', () => {
  const missing = (particulars: object) =>
    missingFields(ELDERLY_FORM, { institution: { ...ELDERLY, ...elderlyParticulars(particulars) } }).map(
      ({ label }) => label,
    );

  it('is named where there is one, an own one with its permit', () => {
    expect(missing({ medicalService: 'CONTRACTED' })).toEqual(['医疗机构名称']);
    expect(missing({ medicalService: 'INTERNAL' })).toEqual(['医疗机构名称', '执业许可证号或者备案编号']);
    expect(missing({ medicalService: null })).toEqual([]);
  });
});
