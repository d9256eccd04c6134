import type { Regime } from '@zhaoguan/contracts';
import { plainDate, type PlainDate } from '@zhaoguan/kernel';
import { serviceGuide } from '../src/domain/guide/service-guide';
import { isOpenTo } from '../src/domain/admission';
import { ITEMS, REFERENCE } from './guides.builder';

const ON = plainDate('2027-07-01');
const licensed = (siteType: 'HOME' | null) =>
  ({
    kind: 'CHILDCARE',
    siteType,
    jurisdiction: '000000',
    regime: 'LICENCE',
    effectiveFrom: ON,
    transitionUntil: plainDate('2028-06-30'),
    validYears: 5,
    basis: { law: '《示例托育服务条例》', article: '第八条' },
    evidence: 'M',
    note: null,
  }) as const;
const reference = {
  ...REFERENCE,
  regimes: [...REFERENCE.regimes, licensed(null), licensed('HOME')],
};
const OF_CHILDCARE = ITEMS.filter(({ kind }) => kind === 'CHILDCARE').map(({ code }) => code);
const guideOf = (code: string, { on = ON, held }: { on?: PlainDate; held?: Regime } = {}) =>
  serviceGuide(reference, {
    item: ITEMS.find((item) => item.code === code)!,
    district: '610116',
    on,
    held,
  });

describe('the guide to a licence', () => {
  it.each(['CHILDCARE_INITIAL', 'CHILDCARE_CHANGE', 'HOME_CHILDCARE_INITIAL', 'HOME_CHILDCARE_CHANGE'])(
    '%s leads by way of being taken in, before which alone it is returned or turned away',
    (code) => {
      const { rows, steps } = guideOf(code).steps;
      expect(rows.flat().map(({ label }) => label)).toEqual(
        expect.arrayContaining(['待受理', '审查中', '不予受理']),
      );
      const ways = steps.map(({ label, from, to }) => `${label} ${from} ${to}`);
      expect(ways.slice(0, 7)).toEqual([
        '提交 DRAFT AWAITING_ADMISSION',
        '删除草稿 DRAFT ABANDONED',
        '退回补正 AWAITING_ADMISSION RETURNED',
        '撤回申请 AWAITING_ADMISSION WITHDRAWN',
        '受理 AWAITING_ADMISSION SUBMITTED',
        '逾期未告知，视为受理 AWAITING_ADMISSION SUBMITTED',
        '不予受理 AWAITING_ADMISSION DISMISSED',
      ]);
      const of = (state: string) => steps.filter(({ from }) => from === state).map(({ to }) => to);
      expect(of('SUBMITTED')).toEqual(['REFUSED', 'ACCEPTED', 'WITHDRAWN']);
      expect(of('RETURNED')).toEqual(['AWAITING_ADMISSION', 'LAPSED', 'WITHDRAWN']);
    },
  );

  it('says nothing else than what the cases are really open to', () => {
    const filing = (admitted: boolean) =>
      ({
        regime: 'LICENCE',
        type: 'INITIAL',
        status: 'SUBMITTED',
        submittedAt: new Date('2027-07-01T02:00:00Z'),
        admitBy: plainDate('2027-07-08'),
        admittedOn: admitted ? ON : null,
        renewal: null,
      }) as const;
    for (const act of ['return', 'admit', 'dismiss'] as const)
      expect([false, true].map((admitted) => isOpenTo(act, filing(admitted), ON))).toEqual([true, false]);
  });

  it('names the days in which it is said whether it is taken in, and by which its term may grow', () => {
    for (const code of ['CHILDCARE_INITIAL', 'HOME_CHILDCARE_CHANGE']) {
      const { terms, laws } = guideOf(code);
      expect(terms.slice(0, 3).map((term) => [term.code, term.value, term.unit])).toEqual([
        ['LICENCE_ADMISSION', 5, 'WORKING_DAY'],
        ['LICENCE_DECISION', 20, 'WORKING_DAY'],
        ['LICENCE_EXTENSION', 10, 'WORKING_DAY'],
      ]);
      const [articles] = laws.filter(({ law }) => law.includes('行政许可法')).map((each) => each.articles);
      expect(articles?.join()).toMatch(/第三十二条.*第四十二条/);
    }
  });

  it('of a notice of one that is licensed ends in its registration, and is not taken in', () => {
    const { item, steps, terms, outcomes } = guideOf('CHILDCARE_SUSPENSION');
    expect(item).toMatchObject({ name: '托育机构暂停服务登记', where: ['作出许可决定的机关。'] });
    expect(steps.rows.flat().map(({ state }) => state)).not.toContain('DISMISSED');
    expect(steps.steps.map(({ label }) => label)).toContain('准予登记');
    expect(terms.find(({ code }) => code === 'FILING_RECEIPT')?.name).toBe('出具登记回执');
    expect(outcomes).toHaveLength(1);
  });

  it('leads who has filed and holds no licence yet to the change of the filing, while the transition lasts', () => {
    const until = plainDate('2028-06-30');
    const licensed = guideOf('CHILDCARE_CHANGE');
    expect(licensed).toMatchObject({ regime: 'LICENCE', other: { held: 'FILING', until } });
    expect(licensed.item.applicant).toContain('过渡期内还没有换领许可证的，向原备案机关办理变更备案。');
    const filed = guideOf('CHILDCARE_CHANGE', { held: 'FILING' });
    expect(filed).toMatchObject({
      regime: 'FILING',
      typeLabel: '变更备案',
      item: { name: '托育机构变更备案' },
      other: { held: 'LICENCE', until },
    });
    expect(filed.terms.map(({ code }) => code)).toContain('FILING_RECEIPT');
    expect(filed.terms.map(({ code }) => code)).not.toContain('LICENCE_DECISION');
    expect(filed.steps.rows.flat().map(({ label }) => label)).not.toContain('待受理');
    // A first one is an application for a licence, whatever is held.
    const first = guideOf('CHILDCARE_INITIAL', { held: 'FILING' });
    expect(first).toMatchObject({ regime: 'LICENCE', other: null });
    expect(guideOf('CHILDCARE_CHANGE', { on: plainDate('2028-07-01') }).other).toBeNull();
    expect(guideOf('CHILDCARE_CHANGE', { on: plainDate('2027-06-30') }).other).toBeNull();
  });

  it.each(OF_CHILDCARE)('%s speaks of filing nowhere but of laws, of fire proof and of food', (code) => {
    const { laws: _laws, ...guide } = guideOf(code);
    const said: string[] = [];
    const read = (value: unknown, key = ''): void => {
      if (typeof value === 'string' && !['law', 'article'].includes(key)) said.push(value);
      else if (Array.isArray(value)) value.forEach((each) => read(each));
      else if (value !== null && typeof value === 'object')
        for (const [name, each] of Object.entries(value)) if (name !== 'licence') read(each, name);
    };
    read(guide);
    // 消防验收备案 is the fire brigade's; packed food is filed with the market regulator; who has filed goes over to the licence.
    const ours = said
      .map((text) =>
        text.replace(
          /消防验收备案凭证|依法备案的选备案凭证|文号或者备案编号|仅销售预包装食品的备案编号/g,
          '',
        ),
      )
      .map((text) =>
        text.replace(/已经备案的?，?|过渡期内还没有换领许可证的，向原备案机关办理(?:变更备案)?/g, ''),
      );
    expect(ours.filter((text) => text.includes('备案'))).toEqual([]);
  });
});
