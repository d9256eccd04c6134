import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { admissionOf, isOpenTo, requireOpenTo } from '../src/domain/admission';
import { checkedDismissal, dismissalInWords } from '../src/domain/dismissal';
import { filingProcess } from '../src/domain/filing.process';

const BY = plainDate('2026-11-27');
const HANDED_IN = plainDate('2026-11-20');
const LICENCE = {
  regime: 'LICENCE',
  type: 'INITIAL',
  status: 'SUBMITTED',
  submittedAt: new Date('2026-11-20T02:00:00Z'),
  admitBy: BY,
  admittedOn: null,
  renewal: null,
} as const;

describe('taking in an application for a licence', () => {
  it('is open for five days, then it counts as taken in from the day on which the materials came in', () => {
    expect(admissionOf(LICENCE, BY)).toBeNull();
    expect(admissionOf(LICENCE, addDays(BY, 1))).toEqual({ from: HANDED_IN, tacit: true });
    expect(admissionOf({ ...LICENCE, admittedOn: BY }, BY)).toEqual({ from: HANDED_IN, tacit: false });
  });

  it('never becomes undone with the days, and what was said in time is never silence', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.option(fc.nat(7)), (later, saidAfter) => {
        const admittedOn = saidAfter === null ? null : addDays(HANDED_IN, saidAfter);
        const application = { ...LICENCE, admittedOn };
        const [today, tomorrow] = [addDays(HANDED_IN, later), addDays(HANDED_IN, later + 1)];
        const now = admissionOf(application, today);
        if (now !== null) expect(admissionOf(application, tomorrow)).toEqual(now);
        if (admittedOn !== null) expect(now?.tacit).toBe(false);
        expect(isOpenTo('return', application, today)).toBe(now === null);
        expect(isOpenTo('refuse', application, today)).toBe(true);
      }),
    );
  });

  it('ends returning and turning away, and nothing else', () => {
    const closed = filingProcess.actionNames.filter(
      (action) => !isOpenTo(action, { ...LICENCE, admittedOn: BY }, BY),
    );
    expect(closed).toEqual(['return', 'admit', 'dismiss']);
    expect(() => requireOpenTo('return', LICENCE, addDays(BY, 1))).toThrow('ADMITTED_ALREADY');
  });

  it('is what a refusal needs: what lies with the applicant lapses, and is not refused', () => {
    const returned = { ...LICENCE, status: 'RETURNED', admitBy: null } as const;
    expect(isOpenTo('refuse', returned, BY)).toBe(false);
    expect(() => requireOpenTo('refuse', returned, BY)).toThrow('NOT_ADMITTED_YET');
    expect(isOpenTo('submit', returned, BY)).toBe(true);
    expect(isOpenTo('refuse', { ...returned, regime: 'FILING' }, BY)).toBe(true);
  });

  it.each([{ regime: 'FILING', admitBy: null } as const, { type: 'SUSPENSION', admitBy: null } as const])(
    'is no matter of what asks for no licence',
    (other) => {
      const filing = { ...LICENCE, ...other };
      expect(admissionOf(filing, addDays(BY, 30))).toBeNull();
      const closed = filingProcess.actionNames.filter((action) => !isOpenTo(action, filing, BY));
      expect(closed).toEqual(['extend', 'admit', 'presume', 'dismiss', 'renew']);
      expect(() => requireOpenTo('admit', filing, BY)).toThrow('NOT_TO_BE_ADMITTED');
      expect(isOpenTo('return', filing, addDays(BY, 30))).toBe(true);
    },
  );

  it('names the authority to turn to where this one is not competent', () => {
    const dismissal = { ground: 'NOT_COMPETENT', reason: ' 不在辖区内。 ', competent: ' ' } as const;
    expect(() => checkedDismissal(dismissal)).toThrow('VALIDATION_FAILED');
    const named = checkedDismissal({ ...dismissal, competent: ' 雁塔区卫生健康局' });
    expect(dismissalInWords(named)).toBe(
      '申请事项依法不属于本机关职权范围。不在辖区内。\n请向雁塔区卫生健康局申请。',
    );
    const free = checkedDismissal({ ...named, ground: 'NO_LICENCE_NEEDED' });
    expect(free.competent).toBeNull();
    expect(dismissalInWords(free)).toBe('申请事项依法不需要取得行政许可。不在辖区内。');
  });
});
