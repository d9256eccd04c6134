import { openTakeover } from '../src/features/filings/form/open-items';
import { beforeHandingIn, ownInWords, type Takeover } from '../src/features/filings/takeover/words';

const own = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '示例·回来院',
  filingNumber: '610116-YL-2026-0001',
  regime: 'FILING',
  restoredOn: '2026-12-01',
} as const;
const takeover: Takeover = {
  account: false,
  taken: true,
  own,
  homes: [],
  required: false,
  remarkable: false,
  statement: null,
};

describe('a first filing for what the account itself holds', () => {
  it('says that the filing came back, and that the draft can be deleted', () => {
    const said = ownInWords({ takeover, status: 'DRAFT' });
    expect(said).toContain('“示例·回来院”（610116-YL-2026-0001）的备案已于2026年12月1日恢复');
    expect(said).toContain('不需要重新办理，这份草稿可以删除');
    expect(openTakeover(takeover).map(({ text }) => text)).toEqual([
      '这一处机构已经恢复，仍在名录中，不需要重新办理',
    ]);
    const licence = { ...takeover, own: { ...own, regime: 'LICENCE' as const } };
    expect(ownInWords({ takeover: licence, status: 'RETURNED' })).toMatch(/的许可已于.*本件可以撤回/);
  });

  it('sends nobody to themselves: what has changed is changed on the page of the institution', () => {
    const standing = { ...takeover, own: { ...own, restoredOn: null } };
    const said = ownInWords({ takeover: standing, status: 'DRAFT' });
    expect(said).toMatch(/由本账号办理，不能重复办理.*在机构页面办理变更.*这份草稿可以删除/);
    expect(beforeHandingIn(standing, said)).toEqual([said]);
    expect(openTakeover(standing).map(({ text }) => text)).toEqual([
      '这一处机构已在名录中，不能重复办理，请核对代码和地址',
    ]);
  });

  it('is told of another account’s as before', () => {
    const anothers = { ...takeover, own: null };
    const said = ownInWords({ takeover: anothers, status: 'DRAFT' });
    expect(said).toBeNull();
    expect(beforeHandingIn(anothers, said)).toEqual([expect.stringContaining('由它的经办人办理变更')]);
  });
});
