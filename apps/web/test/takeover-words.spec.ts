import { refusalWords, unexplainedAtDesk, unstatedInWords } from '../src/features/filings/takeover/words';
import type { Filing } from '../src/features/filings/queries';

const TAKEOVER = {
  account: true,
  taken: false,
  own: null,
  homes: [],
  required: true,
  remarkable: true,
  statement: null,
} satisfies Filing['takeover'];

const CASE = { takeover: TAKEOVER, regime: 'FILING', type: 'INITIAL' } as const;

describe('a first filing under a code that another account has come to hold since', () => {
  it('tells at the desk to send it back, and after that is too late, to refuse it', () => {
    const open = unexplainedAtDesk({ ...CASE, availableActions: ['return', 'refuse', 'accept'] });
    expect(open).toContain('退回补正，申请人说明并上传以后才能准予备案');
    const admitted = unexplainedAtDesk({
      ...CASE,
      regime: 'LICENCE',
      availableActions: ['refuse', 'accept'],
    });
    expect(admitted).toContain('不能再退回补正的，请不予许可并说明理由');
  });

  it('says nothing at the desk once it is said why', () => {
    const said = { ...TAKEOVER, required: false };
    expect(unexplainedAtDesk({ ...CASE, takeover: said, availableActions: ['accept'] })).toBeUndefined();
    expect(unexplainedAtDesk({ ...CASE, takeover: null, availableActions: ['accept'] })).toBeUndefined();
  });

  it('tells who reads it that it is not granted before, and offers words of that to who refuses it', () => {
    expect(unstatedInWords(TAKEOVER).join()).toContain('说明并上传以前，不能准予');
    expect(refusalWords(TAKEOVER)).toContain('没有说明由本账号办理的原因');
    expect(refusalWords({ ...TAKEOVER, required: false })).toContain('提交的授权委托书不能证明');
  });
});
