import { isIntakeSlip, PAPER_ENDS, PAPER_KINDS, paperEndWords } from '../src/paper-kinds';

const ended = (kind: string, endedAs: (typeof PAPER_ENDS)[number]) =>
  paperEndWords({ kind, endedAs, supersededBy: '长民备收〔2026〕2号', endedOn: '2026-12-08' });

describe('a paper whose case has ended', () => {
  const slips = Object.keys(PAPER_KINDS).filter(isIntakeSlip);

  it('proves what came in on its day where it is a 收件凭证, however the case ended', () => {
    expect(slips).toEqual(['INTAKE_SLIP', 'REGISTRATION_INTAKE_SLIP', 'LICENCE_INTAKE_SLIP']);
    for (const kind of slips) {
      for (const end of PAPER_ENDS) expect(ended(kind, end)).not.toContain('不再');
      const said = '仍证明出具之日收到所列材料；本件2026年12月8日已办结';
      expect(ended(kind, 'DROPPED')).toBe(said);
      expect(ended(kind, 'CONCLUDED')).toBe(said);
      expect(ended(kind, 'REPLACED')).toBe('仍证明出具之日收到所列材料；再次提交的见 长民备收〔2026〕2号');
    }
  });

  it('says of the decision that grants a licence what has become of the licence', () => {
    expect(ended('LICENCE_GRANT', 'EXPIRED')).toBe('准予的许可有效期已经届满，2026年12月8日起不再有效');
    expect(ended('LICENCE_GRANT', 'CLOSED')).toContain('准予的许可证不再使用');
    expect(ended('LICENCE_GRANT', 'REVOKED')).toBe('出具时有效；2026年12月8日已被撤销，不再有效');
  });

  it('is in force no more where it asked for something', () => {
    expect(ended('CORRECTION_NOTICE', 'DROPPED')).toBe('本件2026年12月8日已经终止办理，不再有效');
  });
});
