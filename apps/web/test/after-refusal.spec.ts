import { afterRefusal } from '../src/features/filings/desk/after-refusal';

describe('what a refusal does at once', () => {
  const filing = {
    kind: 'CHILDCARE',
    type: 'INITIAL',
    regime: 'FILING',
    renewal: null,
    institution: { siteType: null },
  } as const;

  it('is a numbered paper that goes out, and of a 托育机构 what is told to the public apart', () => {
    expect(afterRefusal(filing).join('')).toMatch(/编制文号、生成不符合要求告知书.*另行向社会公开/);
    for (const other of [{ kind: 'ELDERLY_CARE' }, { type: 'CHANGE' }] as const) {
      const said = afterRefusal({ ...filing, ...other }).join('');
      expect(said).toContain('编制文号、生成不予备案告知书');
      expect(said).not.toContain('社会公开');
    }
    expect(afterRefusal({ ...filing, institution: { siteType: 'HOME' } }).join('')).not.toContain('社会公开');
  });

  it('is a decision with what can be done against it, of a licence', () => {
    expect(afterRefusal({ ...filing, regime: 'LICENCE' }).join('')).toMatch(/编制文号、生成决定书.*救济途径/);
  });
});
