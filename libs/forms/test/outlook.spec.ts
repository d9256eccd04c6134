import type { Form, FormCondition } from '@zhaoguan/contracts';
import { fieldsAhead, usualFaults } from '../src';
import { FORMS, formOf, formWith, text } from './forms.builder';

const HOME = new Map([['/institution/siteType', 'HOME']]);
const CENTRE = new Map([['/institution/siteType', null]]);

function childcare(): Form {
  const form = FORMS.filter(({ code }) => code === 'CHILDCARE_INITIAL').at(-1);
  if (!form) throw new Error('no childcare form');
  return form;
}

describe('what a form may come to ask', () => {
  const labels = (settled: ReadonlyMap<string, unknown>) =>
    fieldsAhead(childcare(), settled)
      .flat()
      .map(({ field }) => field.label);

  it('leaves out what the type of site rules out', () => {
    expect(labels(HOME)).not.toContain('班型与托位');
    expect(labels(CENTRE)).toContain('班型与托位');
  });

  it('says in words when something is asked, without what is settled already', () => {
    const ahead = fieldsAhead(childcare(), CENTRE).flat();
    const whenOf = (pointer: string) => ahead.find(({ field }) => field.pointer === pointer)?.when;
    expect(whenOf('/institution/leaseEndsOn')).toBe('服务场所权属为“租赁”');
    expect(whenOf('/institution/classes')).toBeNull();
    expect(whenOf('/institution/name')).toBeNull();
  });

  it('keeps both sides of a condition that only an answer can decide', () => {
    const field = '/a';
    const form: Form = {
      title: '示例',
      rules: [],
      steps: [
        {
          key: 'only',
          title: '示例',
          intro: '示例',
          fields: [
            { pointer: field, label: '甲', type: 'boolean' },
            { pointer: '/b', label: '乙', type: 'text', shownWhen: { not: { field, is: [true] } } },
            { pointer: '/c', label: '丙', type: 'text', shownWhen: { any: [{ field, is: [true, null] }] } },
          ],
        },
      ],
    };
    const ahead = fieldsAhead(form, new Map()).flat();
    expect(ahead.map(({ field: { label }, when }) => [label, when])).toEqual([
      ['甲', null],
      ['乙', '甲为“否”或者没有填写'],
      ['丙', '甲为“是”或者没有填写'],
    ]);
  });
});

describe('a condition in words', () => {
  const whenOf = (code: string, pointer: string, settled: ReadonlyMap<string, unknown> = new Map()) =>
    fieldsAhead(formOf(code), settled)
      .flat()
      .find(({ field }) => field.pointer === pointer)?.when;

  it('says of an amount that it is more than nothing', () => {
    for (const code of ['CHILDCARE', 'ELDERLY_CARE'].flatMap((kind) => [
      `${kind}_SUSPENSION`,
      `${kind}_CLOSURE`,
    ])) {
      const people = code.startsWith('CHILDCARE') ? '在托婴幼儿数' : '在住老年人数';
      expect(whenOf(code, '/institution/notice/refundBy')).toBe('应退费用大于 0');
      expect(whenOf(code, '/institution/notice/placements')).toBe(`${people}大于 0`);
    }
  });

  it('denies single answers, and never several conditions at once', () => {
    const options = [
      { code: 'A', label: '一' },
      { code: 'B', label: '二' },
    ];
    const given = formWith([
      { pointer: '/choice', label: '甲', type: 'choice', options },
      { pointer: '/several', label: '乙', type: 'choices', options },
      { pointer: '/number', label: '丙', type: 'integer' },
      text('/text', { label: '丁' }),
    ]);
    const said = (shownWhen: FormCondition) =>
      fieldsAhead(
        { ...given, steps: [...given.steps, ...formWith([text('/last', { shownWhen })]).steps] },
        new Map(),
      ).at(-1)?.[0]?.when;
    const choice = { field: '/choice', is: ['A', 'B'] };
    const several = { field: '/several', is: ['A'] };
    expect(said({ not: choice })).toBe('甲不是“一”，也不是“二”');
    expect(said({ not: several })).toBe('乙不包括“一”');
    expect(said({ not: { all: [choice, several] } })).toBe('甲不是“一”，也不是“二”，或者乙不包括“一”');
    expect(said({ not: { any: [{ not: choice }, several] } })).toBe('甲为“一”或者“二”，并且乙不包括“一”');
    expect(said({ not: { field: '/choice', is: ['A', null] } })).toBe('甲已经填写，并且不是“一”');
    expect(said({ not: { field: '/text', is: [null] } })).toBe('丁已经填写');
    expect(said({ field: '/text', is: [null] })).toBe('丁没有填写');
    expect(said({ field: '/number', is: [0, null] })).toBe('丙为 0 或者没有填写');
    expect(said({ not: { field: '/number', is: [3] } })).toBe('丙不是 3');
  });

  it('reads as Chinese wherever one occurs in a form', () => {
    const sites = [new Map(), HOME, CENTRE];
    const all = new Proxy<Record<string, number>>({}, { get: () => 7, has: () => true });
    const said = FORMS.flatMap((form) =>
      sites.flatMap((settled) => [
        ...fieldsAhead(form, settled)
          .flat()
          .map(({ when }) => when),
        ...usualFaults(form, settled, all).map(({ when }) => when),
      ]),
    ).filter((when) => when !== null);
    expect(new Set(said).size).toBeGreaterThan(15);
    // Names and answers in Chinese, joined by words; no code, no pointer, no denial of a whole sentence.
    const answer = '“[^“”]+”';
    const part = `[\\p{Script=Han}、（）]+?(?:(?:为|包括)${answer}(?:或者${answer})*|(?:不是|不包括)${answer}(?:，也不(?:是|包括)${answer})*|大于 0|没有填写|已经填写)`;
    const readable = new RegExp(`^${part}(?:，(?:并且|或者)${part})*$`, 'u');
    expect([...new Set(said)].filter((when) => !readable.test(when))).toEqual([]);
    expect(said.filter((when) => /“[A-Z_]+”|未填报|不是：/.test(when))).toEqual([]);
  });
});

describe('usual faults', () => {
  const TERMS = {
    HOME_MAXIMUM_CHILDREN: 5,
    LEASE_MINIMUM: 3,
    CLASS_SIZE_INFANT: 10,
    CLASS_SIZE_YOUNGER_TODDLER: 15,
    CLASS_SIZE_OLDER_TODDLER: 20,
    CLASS_SIZE_MIXED: 18,
    SERVICE_STOP_NOTICE: 60,
    SUSPENSION_MAXIMUM: 3,
  };
  const messages = (settled: ReadonlyMap<string, unknown>, terms: Readonly<Record<string, number>> = TERMS) =>
    usualFaults(childcare(), settled, terms).map(({ message }) => message);

  it('are told with the numbers of the place and the names of the classes', () => {
    expect(messages(CENTRE)).toEqual(
      expect.arrayContaining([
        '租赁场地的租期不少于 3 年',
        '托小班每班不超过 15 人',
        '乳儿班每班不超过 10 人',
      ]),
    );
    expect(messages(HOME)).toContain('家庭托育点收托人数不超过 5 人，超过的应按托育机构备案');
  });

  it('are only those that can be made there', () => {
    expect(messages(CENTRE).join()).not.toContain('家庭托育点收托人数');
    expect(messages(CENTRE, {}).join()).not.toContain('租期不少于');
  });

  it('are only what the form asks about, each once', () => {
    const elderly = FORMS.filter(({ code }) => code === 'ELDERLY_CARE_INITIAL').at(-1);
    if (!elderly) throw new Error('no form of the elderly');
    const all = new Proxy<Record<string, number>>({}, { get: () => 7, has: () => true });
    const told = usualFaults(elderly, CENTRE, all);
    expect(told.map(({ message }) => message).join()).not.toMatch(/托育/);
    expect(told.map(({ basis }) => basis?.law).join()).not.toMatch(/托育/);
    expect(messages(CENTRE).join()).not.toContain('护理型床位');
    const said = told.map(({ code, message, when }) => `${code} ${message} ${when ?? ''}`);
    expect(new Set(said).size).toBe(said.length);
    // Classes are asked of no home.
    expect(messages(HOME).join()).not.toMatch(/每班|各班|班型/);
  });

  it('count nothing that only answers can say', () => {
    const all = new Proxy<Record<string, number>>({}, { get: () => 7, has: () => true });
    const told = FORMS.flatMap((form) => usualFaults(form, new Map(), all).map(({ message }) => message));
    expect(told.filter((message) => message.includes('若干'))).toEqual([]);
    expect(told).toEqual(
      expect.arrayContaining([
        '收住老年人的总人数不能超过床位数',
        '安置去向的人数合计应当与填报的人数一致',
        '每名照护人员（保育人员）最多看护 7 名婴幼儿',
      ]),
    );
  });

  it('leave no placeholder open in any form', () => {
    // Any number will do: every rule then has one.
    const all = new Proxy<Record<string, number>>({}, { get: () => 7, has: () => true });
    for (const form of FORMS) {
      const faults = usualFaults(form, new Map(), all);
      expect(faults.filter(({ message }) => /[{}]|……/.test(message))).toEqual([]);
    }
  });

  it('are silent about a notice for which the place sets no number of days', () => {
    const stop = FORMS.find(({ code }) => code === 'ELDERLY_CARE_CLOSURE');
    if (!stop) throw new Error('no form of closure');
    const codes = (days: number) =>
      usualFaults(stop, new Map(), { ...TERMS, SERVICE_STOP_NOTICE: days }).map(({ message }) => message);
    expect(codes(60).length).toBe(codes(0).length + 1);
    expect(codes(60).join()).toContain('60');
  });
});
