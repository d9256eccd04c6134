import {
  admissionInWords,
  admissionTerm,
  answerTerm,
  correctionTerm,
  returnedTerms,
  filingInWords,
  nextForApplicant,
  returnInWords,
  outdatedWarning,
  untouchedWarning,
} from '../src/features/filings/filing-words';
import { afterNotice } from '../src/features/filings/notice-words';
import { outdatedForms } from '../src/features/filings/outdated-forms';
import type { Filing } from '../src/features/filings/queries';

const STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'DISMISSED',
  'REFUSED',
  'ACCEPTED',
  'LAPSED',
  'WITHDRAWN',
  'ABANDONED',
] as const;
/** Nothing of what may end or void a case. */
const STANDING = { renewal: null, ended: null, renewalVoid: false } as const;
const term = { workingDays: 5, dueOn: '2026-12-03' };

describe('a filing in words', () => {
  it('says of a returned one by when the applicant acts, and that the days of the authority begin again', () => {
    expect(
      returnedTerms({
        renewal: null,
        correctBy: '2026-12-26',
        ifSubmittedToday: term,
        regime: 'FILING',
        type: 'INITIAL',
      }),
    ).toEqual([
      '请最迟在 2026年12月26日重新提交；过了这一天没有提交的，这次备案视为撤回，需要重新填报。',
      '补正期间备案机关的办理期限不计算；重新提交以后，从下一个工作日起重新计算 5 个工作日。',
    ]);
    expect(
      returnedTerms({
        renewal: null,
        correctBy: null,
        ifSubmittedToday: null,
        regime: 'FILING',
        type: 'INITIAL',
      }),
    ).toEqual([]);
  });

  it('says of a returned one since when, by which authority and until when, and of no other', () => {
    const returned = { at: '2026-11-26T02:05:00Z', by: '示例区民政局' };
    expect(returnInWords({ returned, correctBy: '2026-12-28' })).toBe(
      '示例区民政局退回于 2026年11月26日 10:05，最迟 2026年12月28日重新提交',
    );
    expect(returnInWords({ returned: null, correctBy: null })).toBeNull();
  });

  it('says before a return by when the applicant must hand in again', () => {
    expect(correctionTerm({ ifReturnedToday: '2026-12-28' })).toEqual([
      expect.stringContaining('申请人最迟 2026年12月28日重新提交'),
    ]);
    expect(correctionTerm({ ifReturnedToday: null })).toEqual([]);
  });

  it('says before it is handed in how many working days the authority has, and the date', () => {
    expect(
      answerTerm({ ifSubmittedToday: term, regime: 'FILING', type: 'INITIAL', assistance: null }),
    ).toContain('5 个工作日内（今天提交的，最迟 2026年12月3日）出具备案回执');
  });

  it('calls a renewal by its name', () => {
    const renewal = { kind: 'CHILDCARE', type: 'INITIAL', regime: 'LICENCE', renewal: true } as const;
    expect(filingInWords(renewal, null)).toBe('托育机构延续许可');
    expect(filingInWords(renewal, 'HOME')).toBe('家庭托育点延续许可');
    const until = { institutionId: 'i', until: '2031-11-22', inTime: true, state: null, askBy: null };
    const [returned] = returnedTerms({
      renewal: until,
      correctBy: '2026-12-26',
      ifSubmittedToday: null,
      regime: 'LICENCE',
      type: 'INITIAL',
    });
    expect(returned).toContain('这次延续申请视为撤回');
    const next = (status: Filing['status'], state: 'PRESUMED' | null = null) =>
      nextForApplicant({
        ...STANDING,
        regime: 'LICENCE',
        type: 'INITIAL',
        status,
        admission: { from: '2031-10-20', tacit: false } as Filing['admission'],
        admitBy: null,
        renewal: { ...until, state },
      });
    expect(next('REFUSED')).toContain('不予延续');
    expect(next('ACCEPTED')).toContain('已经准予延续');
    expect(next('SUBMITTED', 'PRESUMED')).toContain('原许可证继续有效');
    expect(next('SUBMITTED', 'PRESUMED')).not.toContain('审查');
  });

  it('says nothing of filing where the law asks for a licence', () => {
    const licence = { kind: 'CHILDCARE', type: 'INITIAL', regime: 'LICENCE', renewal: false } as const;
    const said = [
      filingInWords(licence, null),
      filingInWords({ ...licence, type: 'CHANGE' }, 'HOME'),
      answerTerm({
        ifSubmittedToday: { ...term, workingDays: 20 },
        regime: 'LICENCE',
        type: 'INITIAL',
        assistance: null,
      }),
      ...returnedTerms({
        renewal: null,
        correctBy: '2026-12-26',
        ifSubmittedToday: term,
        regime: 'LICENCE',
        type: 'INITIAL',
      }),
      ...STATES.map((status) =>
        nextForApplicant({
          ...STANDING,
          regime: 'LICENCE',
          type: 'INITIAL',
          status,
          admission: null,
          admitBy: '2026-11-30',
        }),
      ),
    ];
    expect(said[2]).toBe(
      '许可机关在规定的期限内告诉您是否受理，需要补正的一次告诉您全部内容；受理以后在 20 个工作日内作出准予或者不予许可的决定。',
    );
    expect(said[0]).toBe('托育机构许可申请');
    expect(said[1]).toBe('家庭托育点变更许可');
    expect(said.join('')).not.toContain('备案');
  });

  it('says of an application for a licence by when it is taken in, and since when it is', () => {
    const admission = { from: '2026-11-23', tacit: false };
    expect(admissionTerm({ admitBy: '2026-11-30' })).toContain('2026年11月30日前（含当日）告知是否受理');
    expect(admissionInWords({ admission })).toBe('受理日期 2026年11月23日');
    expect(admissionInWords({ admission: { ...admission, tacit: true } })).toContain('视为受理');
    expect(admissionInWords({ admission: null })).toBeNull();
    const submitted = {
      regime: 'LICENCE',
      type: 'INITIAL',
      status: 'SUBMITTED',
      admitBy: '2026-11-30',
    } as const;
    expect(nextForApplicant({ ...STANDING, ...submitted, admission })).toContain('申请已经受理');
    const open = nextForApplicant({ ...STANDING, ...submitted, admission: null });
    expect(open).toBe(
      '申请已经提交，等待受理。许可机关在 2026年11月30日前（含当日）告知是否受理、需要补正什么，逾期视为受理。',
    );
  });

  it('says of a change of a licence that is refused that the licence stays as it is', () => {
    const refused = { type: 'CHANGE', status: 'REFUSED', admission: null, admitBy: null } as const;
    expect(nextForApplicant({ ...STANDING, ...refused, regime: 'LICENCE' })).toContain('现有许可证不受影响');
    expect(nextForApplicant({ ...STANDING, ...refused, regime: 'FILING' })).not.toContain('许可');
  });

  it('sends nobody to a change of what was revoked or cancelled, nor lets them wait for a licence that is gone', () => {
    const accepted = { type: 'INITIAL', status: 'ACCEPTED', admission: null, admitBy: null } as const;
    const said = (regime: 'FILING' | 'LICENCE', endedAs: 'REVOKED' | 'CANCELLED') =>
      nextForApplicant({ ...STANDING, ...accepted, regime, ended: { endedAs, endedOn: '2026-12-03' } });
    expect(said('FILING', 'REVOKED')).toMatch(/备案已撤销，不能据以办理变更.*应当重新办理首次备案/);
    expect(said('FILING', 'CANCELLED')).not.toContain('重新办理');
    expect(said('LICENCE', 'REVOKED')).toMatch(/许可已撤销.*不得再以该许可提供服务/);
    const waiting = { ...accepted, status: 'SUBMITTED', admitBy: '2026-12-10', regime: 'LICENCE' } as const;
    expect(nextForApplicant({ ...STANDING, ...waiting })).toContain('视为受理');
    expect(nextForApplicant({ ...STANDING, ...waiting, renewalVoid: true })).toMatch(
      /不予许可.*另行首次申请/,
    );
  });

  it('sends nobody whose institution rests or is closed to a change', () => {
    const said = (type: 'SUSPENSION' | 'CLOSURE' | 'INITIAL') =>
      nextForApplicant({
        ...STANDING,
        regime: 'FILING',
        type,
        status: 'ACCEPTED',
        admission: null,
        admitBy: null,
      });
    expect(said('INITIAL')).toContain('及时办理变更备案');
    expect(said('SUSPENSION')).toContain('先办理“恢复服务”');
    expect(said('CLOSURE')).toContain('不能恢复');
    expect(said('SUSPENSION') + said('CLOSURE')).not.toContain('变更');
  });

  it('grants no licence to who tells that the service stops, goes on or ends', () => {
    const institution = { notice: { startsOn: '2026-12-31' } } as Filing['institution'];
    const said = (['SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const).flatMap((type) => [
      answerTerm({ ifSubmittedToday: term, regime: 'LICENCE', type, assistance: null }),
      ...afterNotice({ type, regime: 'LICENCE', institution }),
      ...returnedTerms({
        renewal: null,
        correctBy: '2026-12-26',
        ifSubmittedToday: term,
        regime: 'LICENCE',
        type,
      }),
      ...STATES.filter((status) => status !== 'DISMISSED').map((status) =>
        nextForApplicant({ ...STANDING, regime: 'LICENCE', type, status, admission: null, admitBy: null }),
      ),
    ]);
    expect(said.join('')).not.toMatch(/备案|许可申请|准予许可|不予许可|许可证|决定书|审查/);
    expect(said.join('')).toContain('出具登记回执，或者一次告诉您');
    expect(said.join('')).toContain('许可机关准予登记以后，2026年12月31日起，名录中这家机构改为“已终止”');
    expect(said.join('')).toContain('重新开办的另行申请许可');
  });

  it('says of a prolonging that was withdrawn that the day before it stands', () => {
    const withdrawn = { type: 'SUSPENSION', status: 'WITHDRAWN', admission: null, admitBy: null } as const;
    const said = (prolongs: Filing['prolongs']) =>
      nextForApplicant({ ...STANDING, ...withdrawn, regime: 'FILING', prolongs });
    expect(said({ since: '2026-12-01', until: '2027-03-01' })).toContain('预计恢复服务日仍是原来的');
    expect(said(null)).not.toContain('延长');
  });

  it('names the remarks at which nothing was changed, once that is known', () => {
    const remarks = [
      { place: '承诺书', touched: false },
      { place: '详细地址', touched: true },
      { place: '承诺书', touched: false },
    ];
    expect(untouchedWarning({ remarks, compared: true })).toEqual([
      expect.stringContaining('有 2 处补正意见所指的内容在退回以后没有改动：“承诺书”。'),
    ]);
    expect(untouchedWarning({ remarks, compared: false })).toEqual([]);
    expect(untouchedWarning({ remarks: remarks.slice(1, 2), compared: true })).toEqual([]);
  });

  it('asks for the form to be signed anew where it is the one of before and what it says was changed', () => {
    const material = (code: string, name: string) => ({ code, name, uploaded: true });
    const materials = [material('FILING_APPLICATION', '备案申请书'), material('COMMITMENT_LETTER', '承诺书')];
    const of = (fields: number, replaced: readonly string[]) =>
      outdatedWarning({
        outdatedForms: outdatedForms({ materials } as unknown as Parameters<typeof outdatedForms>[0], {
          fields: Array.from({ length: fields }, () => ({
            pointer: '/institution/capacity',
            label: '',
            old: '',
            new: '',
          })),
          materials: replaced.map((code) => ({
            code,
            name: '',
            change: 'REPLACED',
            old: null,
            new: null,
            oldVersion: 1,
          })),
        }),
      });
    expect(of(1, ['COMMITMENT_LETTER'])).toEqual([expect.stringContaining('“备案申请书”还是原来的文件')]);
    expect(of(1, ['FILING_APPLICATION'])).toEqual([]);
    expect(of(0, [])).toEqual([]);
  });
});
