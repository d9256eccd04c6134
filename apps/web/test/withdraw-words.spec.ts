import { isForOfficials } from '../src/features/filings/desk/for-officials';
import { afterWithdrawal } from '../src/features/filings/withdraw-words';

const FIRST = {
  status: 'SUBMITTED',
  regime: 'FILING',
  type: 'INITIAL',
  renewal: null,
  assistance: null,
} as const;
const said = (more: Partial<Parameters<typeof afterWithdrawal>[0]> = {}): string =>
  afterWithdrawal({ ...FIRST, ...more }).join('');

describe('taking back what was handed in, in words', () => {
  it('says that it ends, and from where the same is begun anew', () => {
    expect(said()).toContain('这件备案就此办结，状态为“已撤回”，不能恢复；备案机关不再办理');
    expect(said()).toContain('按原来填写的内容重新填报');
    expect(said({ status: 'RETURNED' })).toContain('不用再补正');
    expect(said()).not.toContain('机构在名录中');
    expect(said({ type: 'CHANGE' })).toMatch(/重新填报。机构在名录中的信息和状态不因撤回改变/);
    expect(said({ regime: 'LICENCE', type: 'SUSPENSION' })).toMatch(/^这件登记就此办结.*许可机关不再办理/);
  });

  it('says of a renewal what becomes of the licence', () => {
    const renewal = {
      institutionId: 'i',
      until: '2027-03-01',
      inTime: true,
      state: 'WAITING',
      askBy: null,
    } as const;
    expect(said({ regime: 'LICENCE', renewal })).toContain('届满后不再视为准予延续');
    expect(said({ regime: 'LICENCE', renewal: { ...renewal, inTime: false } })).toContain('请尽快重新申请');
  });

  it('is said to the window to be the wish of the applicant', () => {
    const assistance = { byViewer: true } as Parameters<typeof afterWithdrawal>[0]['assistance'];
    expect(said({ assistance })).toContain('应当由申请人本人提出');
    expect(said()).not.toContain('本人提出');
  });

  it('is no decision, for which there would be a bar at the desk', () => {
    expect(isForOfficials({ availableActions: ['withdraw'], editable: false })).toBe(false);
    expect(isForOfficials({ availableActions: ['refuse', 'accept'], editable: false })).toBe(true);
    expect(isForOfficials({ availableActions: ['submit', 'withdraw'], editable: true })).toBe(false);
  });
});
