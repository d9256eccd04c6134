import {
  earlyInWords,
  presumedInWords,
  renewalInWords,
  stillRuns,
} from '../src/features/filings/renewal-words';

const READERS = ['applicant', 'official'] as const;

describe('the renewal of a licence in words', () => {
  const renewal = {
    institutionId: 'i',
    until: '2031-11-22',
    inTime: true,
    state: 'WAITING',
    askBy: null,
  } as const;
  const waiting = { status: 'SUBMITTED', renewal } as const;

  it.each(READERS)(
    'tells the %s when it is decided at the latest, and what follows from silence',
    (reader) => {
      const words = renewalInWords(waiting, reader);
      expect(words).toContain('有效期届满（2031年11月22日）前作出决定');
      expect(words).toContain('视为准予延续');
    },
  );

  it.each(READERS)('tells the %s that nothing follows where it was asked for too late', (reader) => {
    const late = { ...waiting, renewal: { ...renewal, inTime: false, state: null } };
    expect(renewalInWords(late, reader)).toContain('不视为准予延续');
  });

  it('tells who is to put something right what it costs to wait, and the official what stays closed', () => {
    const returned = { status: 'RETURNED', renewal: { ...renewal, state: null } } as const;
    expect(renewalInWords(returned, 'applicant')).toContain('请尽快补正');
    expect(renewalInWords(returned, 'official')).toContain('不能以有效期届满没有延续为由注销');
    const presumed = { ...waiting, renewal: { ...renewal, state: 'PRESUMED' as const } };
    expect(renewalInWords(presumed, 'applicant')).toContain('原许可证继续有效');
    expect(renewalInWords(presumed, 'official')).toContain('请尽快换发许可证');
  });

  it.each(READERS)('tells the %s before it is handed in by when it must be, and what follows', (reader) => {
    const draft = { status: 'DRAFT', renewal: { ...renewal, state: null, askBy: '2031-10-23' } } as const;
    expect(renewalInWords(draft, reader)).toBe(
      '这是延续申请，现有许可的有效期到2031年11月22日。今天提交的，按期（最迟 2031年10月23日）；按期提交、届满前没有作出决定的，视为准予延续，原许可证继续有效。',
    );
    const words = renewalInWords({ ...draft, renewal: { ...draft.renewal, inTime: false } }, reader);
    expect(words).toContain('按期提出的时间（最迟 2031年10月23日）已过');
    expect(words).toContain('不视为准予延续');
  });

  it('says on the page of the institution from which day silence counts as the grant', () => {
    const presumed = { ...waiting, renewal: { ...renewal, state: 'PRESUMED' } } as const;
    expect(presumedInWords(presumed)).toContain('许可自 2031年11月23日起视为准予延续');
    expect(presumedInWords(waiting)).toBeNull();
    expect(presumedInWords({ ...presumed, status: 'ACCEPTED' })).toBeNull();
  });

  it.each(READERS)(
    'tells the %s of one that was asked for too late nothing of the days before the end, once they are over',
    (reader) => {
      for (const status of ['DRAFT', 'SUBMITTED', 'RETURNED'] as const) {
        const late = { status, renewal: { ...renewal, inTime: false, state: null } };
        expect(renewalInWords(late, reader, -1)).toBe(
          '这是延续申请，现有许可的有效期已于2031年11月22日届满：准予延续以前，不能提供服务。',
        );
        expect(renewalInWords(late, reader, 0)).toContain('届满前没有作出决定的');
      }
      expect(renewalInWords(waiting, reader, -1)).toContain('逾期没有作出决定的，视为准予延续');
    },
  );

  it('says nothing of what is decided, or renews nothing', () => {
    expect(renewalInWords({ ...waiting, status: 'ACCEPTED' }, 'applicant')).toBeNull();
    expect(renewalInWords({ ...waiting, renewal: null }, 'official')).toBeNull();
  });

  it('says of one that is refused that the licence holds until its last day', () => {
    for (const reader of ['applicant', 'official'] as const) {
      const words = renewalInWords({ ...waiting, status: 'REFUSED' }, reader);
      expect(words).toContain('不予延续');
      expect(words).toContain('在有效期内继续有效，到2031年11月22日届满');
    }
  });

  it('says how long the licence runs still, as long as nothing is decided', () => {
    expect(stillRuns(waiting, 364)).toBe('现有许可还有 364 天届满。');
    expect(stillRuns(waiting, 0)).toBe('现有许可今天届满。');
    expect(stillRuns(waiting, -1)).toBe('');
    expect(stillRuns({ ...waiting, status: 'DRAFT' }, 31)).toBe('现有许可还有 31 天届满。');
    expect(stillRuns({ ...waiting, status: 'REFUSED' }, 364)).toBe('');
    const late = { ...waiting, renewal: { ...renewal, inTime: false, state: null } };
    expect(stillRuns(late, -1)).toBe('');
  });

  it('tell years before the end that it is early, by when it is early enough, and from when the new term counts', () => {
    const draft = { status: 'DRAFT', renewal: { ...renewal, state: null, askBy: '2031-10-23' } } as const;
    const words = earlyInWords(draft, 366, 'applicant');
    expect(words).toContain('最迟 2031年10月23日提出即可');
    expect(words).toContain('新的有效期从原有效期届满的次日（2031年11月23日）起算');
    expect(earlyInWords(waiting, 366, 'official')).toContain('（2031年11月23日）起算');
  });

  it('is early neither in the last year, nor once it is decided, nor before the days are known', () => {
    expect(earlyInWords(waiting, 365, 'applicant')).toBe('');
    expect(earlyInWords(waiting, undefined, 'official')).toBe('');
    expect(earlyInWords({ ...waiting, status: 'ACCEPTED' }, 366, 'applicant')).toBe('');
    expect(earlyInWords({ status: 'DRAFT', renewal: null }, 366, 'applicant')).toBe('');
  });
});
