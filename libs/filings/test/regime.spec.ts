import { FILING_TYPES, licenceEnd } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { fillIn } from '../src/domain/application';
import { conditionsUnder, type TermOf } from '../src/domain/conditions-notice';
import { legalBasisOf } from '../src/domain/filing.deadlines';
import { filingProcess } from '../src/domain/filing.process';
import { regimeHandedIn, regimeShown, siteTypeFault, type CaseRegime } from '../src/domain/regime';
import { termsFor } from './guides.builder';
import { LICENCE_LAW } from './regime.builder';

const FILED: CaseRegime = { regime: 'FILING', licenceLaw: null };
const LICENSED: CaseRegime = { regime: 'LICENCE', licenceLaw: LICENCE_LAW };
const regime = fc.constantFrom(FILED, LICENSED);

/** Acts of who applies, or of their silence: no law of licences speaks of them. */
const OF_THE_APPLICANT: ReadonlySet<string> = new Set(['abandon', 'lapse', 'withdraw']);

describe('the law of a case', () => {
  it('is that of the day on which a first one is first handed in, and never another one', () => {
    fc.assert(
      fc.property(fc.array(regime, { minLength: 1, maxLength: 6 }), regime, (days, held) => {
        let filing = { type: 'INITIAL' as const, round: 0, ...FILED };
        const settled = days.map((today) => {
          filing = { ...filing, ...regimeHandedIn(filing, today, held), round: filing.round + 1 };
          return filing.regime;
        });
        expect(new Set(settled)).toEqual(new Set([days[0]?.regime]));
      }),
    );
  });

  it('of anything else is that of what it is about', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILING_TYPES), fc.nat(5), regime, regime, (type, round, today, held) => {
        if (type === 'INITIAL') return;
        expect(regimeHandedIn({ type, round, ...FILED }, today, held)).toEqual(held);
      }),
    );
  });

  it('is shown to a draft as it would be today, and to everything else as it was settled', () => {
    expect(regimeShown({ type: 'INITIAL', round: 0, ...FILED }, LICENSED, FILED)).toEqual(LICENSED);
    expect(regimeShown({ type: 'INITIAL', round: 1, ...FILED }, LICENSED, FILED)).toMatchObject(FILED);
    expect(regimeShown({ type: 'CHANGE', round: 1, ...FILED }, LICENSED, LICENSED)).toMatchObject(FILED);
  });

  it('cannot be got around by turning what was returned into another kind of site', () => {
    const application = fillIn({ siteType: 'HOME' });
    const returned = { status: 'RETURNED', type: 'INITIAL', regime: 'FILING', application } as const;
    expect(siteTypeFault(returned, null, 'LICENCE')).toMatchObject({ code: 'SITE_TYPE_FIXED' });
    expect(siteTypeFault(returned, null, 'FILING')).toBeNull();
    expect(siteTypeFault(returned, 'HOME', 'LICENCE')).toBeNull();
    expect(siteTypeFault({ ...returned, status: 'DRAFT' }, null, 'LICENCE')).toBeNull();
  });

  it('is cited for every act that decides on a licence, and none of the rules of filing', () => {
    for (const action of filingProcess.actionNames.filter((each) => !OF_THE_APPLICANT.has(each))) {
      const basis = legalBasisOf(
        { kind: 'CHILDCARE', type: 'INITIAL', licenceLaw: LICENCE_LAW, application: fillIn({}) },
        action,
      );
      expect(basis).toContain(LICENCE_LAW);
      expect(basis).toContain('行政许可法');
      expect(basis).not.toContain('备案');
    }
  });
});

describe('a licence', () => {
  it('ends with the day before the same day of its last year; one that is renewed goes on from its end', () => {
    const today = plainDate('2026-11-23');
    expect(licenceEnd(5, today, null)).toBe('2031-11-22');
    expect(licenceEnd(5, today, plainDate('2026-12-31'))).toBe('2031-12-31');
    expect(licenceEnd(5, today, plainDate('2026-01-31'))).toBe('2031-11-22');
    expect(licenceEnd(null, today, null)).toBeNull();
  });

  it('binds to the basic conditions without a word of filing', () => {
    const terms = termsFor('CHILDCARE');
    for (const siteType of [null, 'HOME'] as const) {
      const { opening, conditions } = conditionsUnder('LICENCE', 'CHILDCARE', siteType, terms);
      expect([opening, ...conditions].join('')).not.toContain('备案');
      expect(conditionsUnder('FILING', 'CHILDCARE', siteType, terms).conditions.join('')).toContain('备案');
    }
  });

  it('binds to the numbers in force, and to none that no rule lays down', () => {
    const terms = termsFor('CHILDCARE');
    const said = (termOf: TermOf, siteType: 'HOME' | null = null) =>
      conditionsUnder('FILING', 'CHILDCARE', siteType, termOf).conditions;
    expect(said(terms)).toContain('监控设备确保安全，监控录像资料保存期不少于90日。');
    expect(said(terms)).toContain('场地符合安全、卫生要求；租赁场地的，租期不少于3年。');
    const ofPlace: TermOf = (code) =>
      code === 'CCTV_RETENTION'
        ? { value: 6, unit: 'MONTH' }
        : code.startsWith('CLASS_SIZE')
          ? { value: 12, unit: 'COUNT' }
          : terms(code);
    expect(said(ofPlace)).toContain('监控设备确保安全，监控录像资料保存期不少于6个月。');
    expect(said(ofPlace)).toContain(
      '乳儿班不超过12人，托小班不超过12人，托大班不超过12人，18个月以上混合编班不超过12人。',
    );
    const without: TermOf = (code) => (code === 'CCTV_RETENTION' ? undefined : terms(code));
    expect(said(without).join('')).not.toContain('监控录像');
    for (const siteType of [null, 'HOME'] as const)
      expect(said(terms, siteType).join('')).not.toMatch(/[{}]/u);
    expect(conditionsUnder('FILING', 'ELDERLY_CARE', null, termsFor('ELDERLY_CARE')).conditions).toHaveLength(
      10,
    );
  });
});
