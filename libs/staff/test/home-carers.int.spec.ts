import { createDataSource, JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { Workbook } from 'exceljs';
import { CarersAtHome1764900000000 } from '../../../migrations/1764900000000-carers-at-home';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { codeOf, StaffScene, type StaffAnswer } from './staff-scene.builder';

const HOME = { siteType: 'HOME', capacity: 5, name: '示例·邻里家庭托育点' };

/** @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）, 照护人员条件 */
describe('the people of a 家庭托育点', () => {
  let scene: StaffScene;
  let health: TestPerson;
  let institutionId: string;
  beforeAll(async () => {
    scene = await StaffScene.start();
    health = await scene.app.person('REGISTRAR', { departments: ['health'] });
    const filing = await scene.filings.accepted(scene.operator, health, 'CHILDCARE', HOME);
    institutionId = String(filing.institutionId);
  });
  afterAll(() => scene.app.stop());

  const carer = (name: string) => scene.added({ institutionId, name, post: 'CHILD_CARER' });
  const standings = ({ requirements }: StaffAnswer): Record<string, string> =>
    Object.fromEntries(requirements.map(({ code, standing }) => [code, standing]));
  const has = (title: string) => ({
    type: 'EXPERIENCE',
    requirement: 'JT_CARER_EXPERIENCE',
    title,
    number: undefined,
  });
  const answer = async (path: string, by = health): Promise<unknown> =>
    (await scene.app.as(by).get(`/api/v1/${path}`).expect(200)).body as unknown;
  const expiries = async () => {
    await scene.app.idle();
    return (await answer(`expiries?institutionId=${institutionId}`)) as { items: { what: string }[] };
  };

  it('are judged by their own rule: experience or a background is enough, and no certificate is asked', async () => {
    const { id, ...before } = await carer('示例·吕燕子');
    expect(standings({ id, ...before })).toEqual({
      JT_HEALTH: 'MISSING',
      JT_BACKGROUND: 'MISSING',
      JT_CARER_EXPERIENCE: 'MISSING',
      JT_CARER_TRAINING: 'MISSING',
    });
    expect(before).toMatchObject({ siteType: 'HOME', postLabel: '照护人员' });
    await scene.shown(id);
    await scene.shown(id, { type: 'BACKGROUND', title: '示例·查询回复', number: undefined, result: 'CLEAR' });
    await scene.shown(id, { type: 'TRAINING', requirement: 'JT_CARER_TRAINING', title: '照护人员培训' });
    expect((await scene.get(id)).standing).toBe('MISSING');
    const other = await scene.post(scene.operator, `/${id}/credentials`, {
      ...has('热心'),
      issuedOn: '2026-10-12',
    });
    expect([other.status, codeOf(other)]).toEqual([422, 'UNKNOWN_STAFF_ALTERNATIVE']);
    const after = await scene.shown(id, { ...has('婴幼儿照护经验'), validUntil: '2027-10-12' });
    expect(after.standing).toBe('VALID');
    expect(after.credentials).toContainEqual(
      expect.objectContaining({ type: 'EXPERIENCE', title: '婴幼儿照护经验', validUntil: null }),
    );
    expect((await expiries()).items.map(({ what }) => what).sort()).toEqual([
      'STAFF_BACKGROUND',
      'STAFF_HEALTH',
    ]);
    expect(await answer(`staff/coverage?institutionId=${institutionId}`)).toMatchObject({
      byPost: [{ post: 'CHILD_CARER', label: '照护人员', count: 1 }],
      byRequirement: expect.not.arrayContaining([
        expect.objectContaining({ code: 'TY_CARER_CERTIFICATE' }),
      ]) as unknown,
    });
  });

  it('have the posts that a 家庭托育点 has, here and in the rules that are told', async () => {
    const guard = { institutionId, name: '示例·陈保安', post: 'GUARD', employedOn: '2026-03-02' };
    const refused = await scene.post(scene.operator, '', guard);
    expect([refused.status, codeOf(refused)]).toEqual([422, 'POST_NOT_OF_KIND']);
    const rules = async (query: string): Promise<string[]> => {
      const asked = (await answer(`staff-requirements?kind=CHILDCARE${query}`)) as { code: string }[];
      return asked.map(({ code }) => code.slice(0, 2));
    };
    expect(new Set(await rules('&siteType=HOME'))).toEqual(new Set(['JT']));
    expect(new Set(await rules(''))).toEqual(new Set(['TY']));
  });

  it('come in by a sheet of their own, whose template offers the two, and go out as they came in', async () => {
    const { app, operator } = scene;
    const path = `/api/v1/staff-sheet?institutionId=${institutionId}`;
    const send = async (content: Buffer, filename: string): Promise<object> =>
      (await app.as(operator).post(path).attach('file', content, { filename }).expect(200)).body as object;
    const { file, rows } = await exportedSheet(
      app,
      operator,
      `/api/v1/staff-sheet/template?institutionId=${institutionId}`,
    );
    const header = rows[0] as string[];
    expect(header).not.toContain('保安员证编号');
    const which = header.indexOf('具备哪一项照护经验或者专业背景');
    const book = new Workbook();
    await book.xlsx.readFile(file);
    const [sheet, example] = book.worksheets;
    expect(sheet?.getRow(2).getCell(which + 1).dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringContaining('婴幼儿照护经验,相关专业背景') as string],
    });
    expect(example?.getCell('B2').value).toBe('照护人员');
    book.removeWorksheet(sheet?.id ?? 0);
    const filledIn = Buffer.from(await book.xlsx.writeBuffer());
    expect(await send(filledIn, '名录.xlsx')).toMatchObject({ added: 1, credentials: 4, faults: [] });
    const out = await exportedSheet(app, operator, path);
    expect(out.rows.map((row) => row[which])).toEqual([header[which], '婴幼儿照护经验', '婴幼儿照护经验']);
    const csv = `姓名,岗位,入职日期,照护经验或者专业背景证明日期,具备哪一项照护经验或者专业背景\n`;
    const wrong = await send(Buffer.from(`${csv}示例·丙,保安人员,2026-03-02,2026-10-12,热心\n`), '名录.csv');
    expect(wrong).toMatchObject({
      faults: [
        { column: '岗位（B 列）', reason: '应为举办者、照护人员、其他人员' },
        {
          column: '具备哪一项照护经验或者专业背景（E 列）',
          reason: '应为婴幼儿照护经验或者相关专业背景',
        },
      ],
    });
    const check = '入职查询和每年定期查询';
    const columns = `姓名,岗位,入职日期,照护经验或者专业背景证明日期,具备哪一项照护经验或者专业背景,${check}日期,${check}结果`;
    const two = `${columns}\n示例·戊,照护人员,2026-03-02,2026-13-40,热心,,也许\n`;
    const { faults } = (await send(Buffer.from(two), '名录.csv')) as { faults: { column: string }[] };
    expect(faults.map(({ column }) => column).sort()).toEqual([
      `${check}日期（F 列）`,
      `${check}结果（G 列）`,
      '具备哪一项照护经验或者专业背景（E 列）',
      '照护经验或者专业背景证明日期（D 列）',
    ]);
    const before = Buffer.from('姓名,岗位,入职日期\n示例·丁,保育人员,2026-03-02\n');
    expect(await send(before, '名录.csv')).toMatchObject({ added: 1, faults: [] });
  });

  it('are no longer watched at night for what only 托育机构 are asked', async () => {
    const { id } = await carer('示例·马照护');
    await scene.app.database.query(
      `insert into staff.expiry (id, institution_id, kind, district, township, thing, what, member_id, ends_on,
                                 status, stage, next_look_on, opened_at, version)
       select gen_random_uuid(), $1, 'CHILDCARE', i.district, i.township, $2, 'STAFF_PROFESSIONAL', $3,
              '2027-03-01', 'WATCHED', 0, '2026-12-01', now(), 1
         from institutions.institution i where i.id = $1`,
      [institutionId, `STAFF:${id}:TY_CARER_CERTIFICATE`, id],
    );
    const whats = async () => (await expiries()).items.map(({ what }) => what);
    expect(await whats()).toContain('STAFF_PROFESSIONAL');
    await scene.app.nest.get(JobRunner).run('staff.watch-unwatched', 'night', {});
    expect(await whats()).not.toContain('STAFF_PROFESSIONAL');
  });

  it('are called so where the public reads how many they are', async () => {
    const { text } = await scene.app.http.get(`/institutions/${institutionId}`).expect(200);
    expect(text).toMatch(/照护人员 \d 人/);
    expect(text).not.toContain('保育人员');
  });

  it('go on being watched after the upgrade as before, so that nothing is told twice', async () => {
    const { app } = scene;
    const owner = await createDataSource({ url: app.database.url, role: 'owner', poolSize: 1 }).initialize();
    const runner = owner.createQueryRunner();
    const watched = async (): Promise<string[]> => {
      const rows: { code: string }[] = await app.database.query(
        `select split_part(thing, ':', 3) as code from staff.expiry
          where institution_id = $1 and member_id is not null and status = 'WATCHED' order by 1`,
        [institutionId],
      );
      return rows.map(({ code }) => code);
    };
    try {
      const now = await watched();
      expect(now).toContain('JT_HEALTH');
      const migration = new CarersAtHome1764900000000();
      await migration.down(runner);
      expect(await watched()).toEqual(now.map((code) => code.replace('JT_', 'TY_')));
      await migration.up(runner);
      expect(await watched()).toEqual(now);
    } finally {
      await runner.release();
      await owner.destroy();
    }
  });

  it('read that a post from before is none of a 家庭托育点 and which to choose, until it is put right', async () => {
    const { id } = await carer('示例·庞保安');
    expect(await scene.get(id)).toMatchObject({ postFault: null });
    // As it was entered before a 家庭托育点 had posts of its own.
    await scene.app.database.query(`update staff.member set post = 'GUARD' where id = $1`, [id]);
    const fault =
      '家庭托育点没有“保安人员”这个岗位，请更正登记：照护婴幼儿的选“照护人员”，不照护的选“其他人员”';
    const listed = async (by: TestPerson, query = ''): Promise<unknown> => {
      const { items } = (await answer(`staff?institutionId=${institutionId}${query}`, by)) as {
        items: StaffAnswer[];
      };
      return items.find((line) => line.id === id);
    };
    const before = await scene.get(id);
    expect(before).toMatchObject({ postLabel: '保安人员', postFault: fault });
    expect(await listed(scene.operator)).toMatchObject({ postFault: fault });
    expect(await listed(health)).toMatchObject({
      postFault: '家庭托育点没有“保安人员”这个岗位，应当由机构更正为“照护人员”或者“其他人员”',
    });
    const sheet = await exportedSheet(
      scene.app,
      scene.operator,
      `/api/v1/staff/export?institutionId=${institutionId}`,
    );
    const column = sheet.rows[0]?.indexOf('岗位问题') ?? -1;
    expect(sheet.rows.flatMap((row) => row[column] ?? [])).toEqual(['岗位问题', fault]);
    const corrected = { name: '示例·庞保安', post: 'OTHER', employedOn: '2026-03-02' };
    const request = scene.app
      .as(scene.operator)
      .put(`/api/v1/staff/${id}`)
      .set('if-match', `"${before.version}"`)
      .send(corrected);
    expect((await request.expect(200)).body).toMatchObject({ post: 'OTHER', postFault: null });
    await scene.app.database.query(
      `update staff.member set post = 'GUARD', left_on = '2026-11-01' where id = $1`,
      [id],
    );
    expect(await listed(scene.operator, '&hasLeft=true')).toMatchObject({ postFault: null });
  });
});
