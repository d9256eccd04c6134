import { TestApp } from '@zhaoguan/testing';

describe('the clauses on which a case can be opened', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  it('are those in force in the official’s district, with their tiers in words', async () => {
    const officer = await app.person('CASE_OFFICER');
    const answer = await app.as(officer).get('/api/v1/penalty-bases?kind=ELDERLY_CARE').expect(200);
    const codes = (answer.body.items as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('YL_46_3');
    expect(codes.filter((code) => code.startsWith('YL_ZJ_') || code.startsWith('TY_'))).toEqual([]);
    const basis = (answer.body.items as { code: string }[]).find(({ code }) => code === 'YL_46_3');
    expect(basis).toMatchObject({
      law: '《养老机构管理办法》（民政部令第66号）',
      article: '第四十六条第三项',
      mine: true,
      tiers: [
        { severity: 'GENERAL', measureLabels: ['责令改正', '警告'], maxFineFen: null },
        { severity: 'SERIOUS', measureLabels: ['责令改正', '警告', '罚款'], maxFineFen: 3_000_000 },
      ],
    });
    expect(basis).not.toHaveProperty('id');
  });

  it('hold the local rules of a province for its officials, county or province', async () => {
    for (const district of ['330106', '330000']) {
      const officer = await app.person('CASE_OFFICER', { districts: [district] });
      const answer = await app.as(officer).get('/api/v1/penalty-bases').expect(200);
      const codes = (answer.body.items as { code: string }[]).map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['YL_46_3', 'YL_ZJ_54', 'TY_41_1']));
    }
  });

  it('are for those who handle cases', async () => {
    await app
      .as(await app.person('REGISTRAR'))
      .get('/api/v1/penalty-bases')
      .expect(403);
    await app
      .as(await app.person('CASE_OFFICER'))
      .get('/api/v1/penalty-bases?kind=TAVERN')
      .expect(422);
    await app.http.get('/api/v1/penalty-bases').expect(401);
  });
});
