import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMaterials } from '@zhaoguan/contracts';
import fc from 'fast-check';
import { CHILDCARE, CHILDCARE_FORM, ELDERLY, ELDERLY_FORM, formOf } from '../../forms/test/forms.builder';
import { fillIn, type Application, type ApplicationInput } from '../src/domain/application';
import { askedParticulars, fillInParticulars } from '../src/domain/particulars';
import { registeredApplication } from '../src/domain/registered-application';
import { registrationOf } from '../src/domain/registration';
import { settledApplication } from '../src/domain/settled-application';
import type { Filing } from '../src/domain/filing';
import { materialsFor } from '../src/domain/materials';
import { plainDate } from '@zhaoguan/kernel';

const MATERIALS = parseMaterials(
  JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference/materials.json'), 'utf8')),
).items;

const elderly = (particulars: object): Application =>
  fillIn({ ...(ELDERLY as ApplicationInput), particulars: { ...ELDERLY.particulars, ...particulars } });

describe('the further answers of an application', () => {
  it('are kept as far as the form asks for them, down to the columns of its tables', () => {
    const sent = {
      insurer: '示例·保险',
      nobodyAsked: 1,
      fees: [{ item: 'BED', amount: { from: 1, to: 2, free: 3 }, per: 'MONTH', extra: 'x' }, 5],
    };
    expect(askedParticulars(ELDERLY_FORM, sent)).toEqual({
      insurer: '示例·保险',
      fees: [{ item: 'BED', amount: { from: 1, to: 2 }, per: 'MONTH' }, 5],
    });
    const one = askedParticulars(ELDERLY_FORM, { fees: [{ item: 'BED', amount: { from: 7, to: null } }] });
    expect(one).toEqual({ fees: [{ item: 'BED', amount: { from: 7, to: 7 } }] });
    expect(askedParticulars(formOf('ELDERLY_CARE_INITIAL', 2), sent)).toEqual({});
    expect(askedParticulars(ELDERLY_FORM, null)).toBeNull();
  });

  it('keep the lines of what is typed in paragraphs, and one line of what is not', () => {
    const sent = { fireProofReason: '正在办理。\n\n\n 已经受理。', insurer: '示例·\n保险' };
    const asked = askedParticulars(ELDERLY_FORM, sent);
    expect(fillInParticulars(asked, {})).toEqual({
      fireProofReason: '正在办理。\n\n已经受理。',
      insurer: '示例· 保险',
    });
  });

  it('never hold what the form does not name, whatever is sent', () => {
    const named = Object.keys({ ...ELDERLY.particulars, ...CHILDCARE.particulars });
    const members = fc.dictionary(fc.constantFrom(...named, '__proto__', 'name', 'x'), fc.jsonValue());
    fc.assert(
      fc.property(members, (sent) => {
        for (const form of [ELDERLY_FORM, CHILDCARE_FORM]) {
          const asked = askedParticulars(form, sent) ?? {};
          expect(asked).not.toHaveProperty('x');
          expect(Object.keys(asked)).not.toContain('__proto__');
          expect(askedParticulars(form, asked)).toEqual(asked);
        }
      }),
    );
  });

  it('are laid over those before, in one spelling, and cleared by null', () => {
    const before = { insurer: '甲', staff: [{ post: 'HEAD', people: 1 }] };
    expect(fillInParticulars({ insurer: ' 乙　公司 ' }, before)).toEqual({ ...before, insurer: '乙 公司' });
    expect(fillInParticulars({ insurer: null }, before)).toEqual({ staff: before.staff });
    expect(fillInParticulars({ insurer: ' ' }, before)).toEqual({ staff: before.staff });
    expect(fillInParticulars(undefined, before)).toBe(before);
    expect(fillInParticulars(null, before)).toEqual({});
    expect(fillInParticulars({ insurer: [] }, before)).toEqual({ staff: before.staff });
  });

  it('that hang on another answer end with it when it is handed in', () => {
    const unlicensed = elderly({ fireProof: 'NONE', fireProofReason: '正在办理' });
    const { particulars } = settledApplication(ELDERLY_FORM, null, unlicensed);
    expect(particulars).toMatchObject({ fireProof: 'NONE', fireProofReason: '正在办理' });
    expect(particulars).not.toHaveProperty('fireProofNumber');
    const uninsured = settledApplication(ELDERLY_FORM, elderly({}), elderly({ liabilityInsured: false }));
    expect(uninsured.particulars).not.toHaveProperty('insurer');
  });

  it('stay in the register where an older form does not ask for them', () => {
    const held = elderly({});
    const change = { ...held, capacity: 99, particulars: {} };
    expect(settledApplication(formOf('ELDERLY_CARE_INITIAL', 2), held, change).particulars).toEqual(
      held.particulars,
    );
  });

  it('that promise every point stand for the letter in a first filing, and not in a change', () => {
    const application = elderly({ pledges: ['TRUTH'] });
    const needsLetter = (type: 'INITIAL' | 'CHANGE', changed: Application, base: Application | null) =>
      materialsFor(MATERIALS, {
        kind: 'ELDERLY_CARE',
        type,
        regime: 'FILING',
        application: changed,
        base,
      }).find(({ code }) => code === 'COMMITMENT_LETTER')?.required;
    expect(needsLetter('INITIAL', elderly({}), null)).toBe(true);
    expect(needsLetter('INITIAL', application, null)).toBe(false);
    expect(needsLetter('CHANGE', { ...application, capacity: 200 }, application)).toBe(true);
  });

  it('that are proved by a paper ask for the paper in a change that changes them', () => {
    const base = fillIn({ ...(CHILDCARE as ApplicationInput), mealsProvided: true });
    const asked = (particulars: object): string[] =>
      materialsFor(MATERIALS, {
        kind: 'CHILDCARE',
        type: 'CHANGE',
        regime: 'FILING',
        base,
        application: { ...base, particulars: { ...base.particulars, ...particulars } },
      })
        .filter(({ required }) => required)
        .map(({ code }) => code);
    expect(asked({})).toEqual(['CHANGE_FORM']);
    expect(asked({ fireProofNumber: '示例2号' })).toEqual(['CHANGE_FORM', 'FIRE_SAFETY_CERTIFICATE']);
    expect(asked({ foodLicenceUntil: '2031-01-01' })).toEqual(['CHANGE_FORM', 'FOOD_LICENCE']);
    expect(asked({ headTrained: false })).toEqual(['CHANGE_FORM']);
  });

  it('go into the register and come back from it', () => {
    const application = elderly({});
    const filing = { application, kind: 'ELDERLY_CARE', applicantId: 'x' } as Filing;
    const facts = registrationOf(filing, {
      filingNumber: 'x',
      filedOn: plainDate('2026-11-27'),
      validUntil: null,
    });
    const back = registeredApplication(facts, application.contact);
    expect(back.particulars).toEqual(application.particulars);
  });
});
