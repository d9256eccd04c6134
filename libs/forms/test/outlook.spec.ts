import type { Form } from '@zhaoguan/contracts';
import { fieldsAhead, usualFaults } from '../src';
import { FORMS } from './forms.builder';

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
      ['乙', '不是：甲为“是”'],
      ['丙', '甲为“是”或者“未填报”'],
    ]);
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
