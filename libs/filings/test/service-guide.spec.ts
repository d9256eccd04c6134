import { plainDate } from '@zhaoguan/kernel';
import { CALL_TERM } from '../src/domain/call-before-return';
import { filingProcess } from '../src/domain/filing.process';
import { serviceGuide } from '../src/domain/guide/service-guide';
import { materialsFor } from '../src/domain/materials';
import { guideOf, ITEMS, REFERENCE } from './guides.builder';

describe('a service guide', () => {
  it.each(ITEMS.map(({ code }) => [code]))('%s has a form, materials, terms, papers and laws', (code) => {
    const guide = guideOf(code, '610116');
    expect(guide.form?.steps.flatMap(({ fields }) => fields).length).toBeGreaterThan(1);
    expect(guide.materials.length).toBeGreaterThan(0);
    expect(guide.terms.map((term) => term.code)).toContain('FILING_RECEIPT');
    expect(guide.outcomes[0]).toMatch(/回执$/);
    expect(guide.remedies).toHaveLength(2);
    expect(guide.laws).not.toHaveLength(0);
    expect(guide.laws.map(({ law }) => law)).not.toContain('系统默认值');
  });

  it('names the authority of the county, and that of the functional area for the townships it holds', () => {
    const { place } = guideOf('ELDERLY_CARE_INITIAL', '610116');
    expect(place?.authority.name).toBe('西安市长安区民政局');
    expect(place?.registries.map(({ registry, authority }) => [registry, authority.name])).toEqual([
      ['陕西省西安市', '西安市民政部门'],
      ['陕西省', '陕西省民政部门'],
    ]);
    expect(guideOf('CHILDCARE_INITIAL', '610116').place?.registries).toEqual([]);
    const [area] = place?.exceptions ?? [];
    expect(area).toMatchObject({
      area: expect.stringContaining('西咸新区'),
      authority: { name: '西咸新区基层工作部' },
    });
    expect(area?.townships).toHaveLength(4);
    expect(guideOf('CHILDCARE_INITIAL', '610116').place?.exceptions[0]?.authority.name).toBe(
      '西咸新区社会事业服务局',
    );
  });

  it('asks for what the place asks for, as the check of a filing does', () => {
    const plan = (district: string | null) =>
      guideOf('ELDERLY_CARE_SUSPENSION', district).materials.find(({ code }) => code === 'RESETTLEMENT_PLAN');
    expect(plan(null)?.required).toBe(false);
    expect(plan('330102')?.required).toBe(true);
    const days = (district: string | null) =>
      guideOf('ELDERLY_CARE_SUSPENSION', district).terms.find(({ code }) => code === 'SERVICE_STOP_NOTICE');
    expect(days(null)?.value).toBe(0);
    expect(days('330102')).toMatchObject({ value: 60, basis: { article: '第二十五条' } });
  });

  it('shows the form in force on the day', () => {
    expect(guideOf('CHILDCARE_INITIAL', null, plainDate('2026-11-20')).form?.version).toBe(1);
    expect(guideOf('CHILDCARE_INITIAL', null, plainDate('2026-11-26')).form?.version).toBe(2);
  });

  it('asks who has meals delivered for the licence of whoever delivers, with the address of that one', () => {
    const guide = guideOf('CHILDCARE_INITIAL', null, plainDate('2026-11-29'));
    const help = guide.form?.steps
      .flatMap(({ fields }) => fields)
      .find(({ pointer }) => pointer === '/institution/particulars/foodLicenceNumber')?.help;
    expect(help).toContain('配餐的填写供餐单位');
    for (const code of ['CHILDCARE_INITIAL', 'CHILDCARE_CHANGE']) {
      const food = guideOf(code).materials.find((material) => material.code === 'FOOD_LICENCE');
      expect(food?.note).toMatch(/自营的，经营场所应当是.*备案的地址；配餐的，提交供餐单位/);
      expect(food?.note).toContain('集体用餐配送');
      expect(food?.note).toContain('经营场所是供餐单位的地址');
    }
  });

  it('fills in the sample for the kind of site: a home is filed as one', () => {
    const example = (code: string) =>
      guideOf(code)
        .form?.steps.flatMap(({ fields }) => fields)
        .find(({ pointer }) => pointer === '/institution/siteType')?.example;
    expect(example('HOME_CHILDCARE_INITIAL')).toBe('家庭托育点');
    expect(example('CHILDCARE_INITIAL')).toBe('托育机构');
  });

  it('says of a change what cannot be changed, and only of a change', () => {
    expect(JSON.stringify(guideOf('CHILDCARE_INITIAL').form)).toContain('备案承诺');
    expect(JSON.stringify(guideOf('CHILDCARE_CHANGE').form)).not.toContain('备案承诺');
    expect(guideOf('CHILDCARE_CHANGE').fixed.map(({ label }) => label)).toContain('统一社会信用代码');
    expect(guideOf('CHILDCARE_INITIAL').fixed).toEqual([]);
  });

  it('calls 必填 what the console insists on, whether or not a program may leave it open', () => {
    const { form } = guideOf('ELDERLY_CARE_CLOSURE');
    const need = new Map(
      form?.steps.flatMap(({ fields }) => fields.map(({ pointer, need: word }) => [pointer, word])),
    );
    expect(need.get('/institution/notice/startsOn')).toBe('必填');
    expect(need.get('/institution/notice/recordsKeptBy')).toBe('必填');
    expect(need.get('/institution/notice/successor')).toBe('选填');
  });

  it.each(ITEMS.map(({ code }) => [code]))(
    '%s promises within the term what is handed out, and no more',
    (code) => {
      const { terms, outcomes } = guideOf(code);
      const said = terms.find((term) => term.code === 'FILING_RECEIPT')?.name;
      const isAnnexed = /INITIAL|CHANGE/.test(code);
      expect(outcomes.some((title) => title.endsWith('基本条件告知书'))).toBe(isAnnexed);
      expect(said).toBe(isAnnexed ? '出具备案回执和基本条件告知书' : '出具备案回执');
    },
  );

  it('counts returns by the number by which they are really handled', () => {
    const { terms } = guideOf('CHILDCARE_CHANGE');
    expect(terms.find(({ unit }) => unit === 'COUNT')?.code).toBe(CALL_TERM);
  });

  it('asks for the business licence of a home by the answer by which the check asks', () => {
    const listed = guideOf('HOME_CHILDCARE_INITIAL').materials;
    const [licence] = listed.filter(({ code }) => code === 'REGISTRATION_CERTIFICATE');
    expect(licence?.condition).toBe('法人类型为企业法人或者个体工商户（营利性）的');
    const asked = (legalForm: string) =>
      materialsFor(REFERENCE.materials, {
        kind: 'CHILDCARE',
        type: 'INITIAL',
        regime: 'FILING',
        application: { siteType: 'HOME', district: '610116', legalForm, particulars: {} } as never,
        base: null,
      }).find(({ code }) => code === 'REGISTRATION_CERTIFICATE')?.required;
    expect(['ENTERPRISE', 'SOLE_PROPRIETOR', 'PRIVATE_NON_ENTERPRISE'].map(asked)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('says of a stop when nothing was taken in advance, and when something was', () => {
    const { terms } = guideOf('ELDERLY_CARE_CLOSURE');
    const [stop, prepaid] = terms;
    expect(stop).toMatchObject({ code: 'SERVICE_STOP_NOTICE', value: 0 });
    expect(stop?.note).toMatch(/^没有预收费用的/);
    expect(prepaid).toMatchObject({ code: 'CLOSURE_NOTICE_PREPAID', value: 30, unit: 'DAY' });
    expect(guideOf('CHILDCARE_CLOSURE').terms.map(({ code }) => code)).not.toContain(
      'CLOSURE_NOTICE_PREPAID',
    );
  });

  it('draws every act that leads on, each state in one place', () => {
    const { rows, steps } = guideOf('ELDERLY_CARE_INITIAL').steps;
    const drawn = rows.flat().map(({ state }) => state);
    // What is taken in, or not, is a licence.
    expect([...drawn, 'DISMISSED'].sort()).toEqual([...filingProcess.states].sort());
    const ways = Object.values(filingProcess.actions)
      .flatMap(({ from, to }) => from.filter((state: string) => state !== to).map(() => to))
      .filter((to) => to !== 'DISMISSED');
    expect(steps).toHaveLength(ways.length);
    expect(steps.find(({ label }) => label === '准予备案')?.by).toBe('备案机关');
    expect(steps.find(({ label }) => label === '提交')?.by).toBe('申请人');
    expect(steps.find(({ to }) => to === 'LAPSED')?.by).toBe('系统');
  });

  it('says which materials may be promised, until when they come and until when they are looked at', () => {
    const promisedIn = (item: string) =>
      guideOf(item).materials.flatMap(({ code, promised }) => (promised ? [{ code, ...promised }] : []));
    expect(promisedIn('CHILDCARE_INITIAL')).toEqual([{ code: 'PREMISES_PROOF', days: 30, checkDays: 20 }]);
    expect(promisedIn('ELDERLY_CARE_INITIAL')).toEqual([]);
  });

  it('lists the same materials by which a filing is checked', () => {
    const codes = guideOf('HOME_CHILDCARE_INITIAL', '610116').materials.map(({ code }) => code);
    const application = { siteType: 'HOME', district: '610116', particulars: {} } as never;
    const checked = materialsFor(REFERENCE.materials, {
      kind: 'CHILDCARE',
      type: 'INITIAL',
      regime: 'FILING',
      application,
      base: null,
    });
    expect(codes).toEqual(checked.map(({ code }) => code));
  });

  it('follows the law of the place and the day: from then on a licence, before and elsewhere a filing', () => {
    const basis = { law: '《示例托育服务条例》', article: '第八条' };
    const row = {
      kind: 'CHILDCARE',
      siteType: null,
      jurisdiction: '610116',
      regime: 'LICENCE',
      effectiveFrom: plainDate('2027-07-01'),
      transitionUntil: plainDate('2028-06-30'),
      validYears: 5,
      basis,
      evidence: 'M',
      note: null,
    } as const;
    const reference = { ...REFERENCE, regimes: [...REFERENCE.regimes, row] };
    const item = ITEMS.find(({ code }) => code === 'CHILDCARE_INITIAL')!;
    const guide = (on: string, district: string | null = '610116') =>
      serviceGuide(reference, { item, district, on: plainDate(on) });
    expect(guide('2027-06-30')).toMatchObject({ regime: 'FILING', typeLabel: '首次备案' });
    expect(guide('2027-07-01', '610112')).toMatchObject({ regime: 'FILING' });
    const licence = guide('2027-07-01');
    expect(licence).toMatchObject({
      regime: 'LICENCE',
      typeLabel: '许可申请',
      item: { name: '托育机构许可申请' },
      outcomes: ['托育机构服务许可证', '托育机构基本条件告知书'],
      form: { title: '托育机构许可申请书' },
    });
    expect(licence.terms.map(({ code, value }) => [code, value])).toContainEqual(['LICENCE_DECISION', 20]);
    expect(licence.materials.map(({ code }) => code)).toContain('LICENCE_APPLICATION');
    expect(licence.laws[0]?.law).toBe(basis.law);
    const steps = licence.steps.steps.map(({ label, by }) => `${by}${label}`);
    expect(steps).toEqual(expect.arrayContaining(['许可机关不予许可', '许可机关不予受理']));
    expect(steps.join('')).not.toContain('备案');
  });
});
