import { createHash } from 'node:crypto';
import { TestApp } from '@zhaoguan/testing';
import { parse } from 'csv-parse/sync';
import {
  InspectionBuilder,
  type Inspector,
  type TaskAnswer,
} from '../../../libs/inspections/test/inspection.builder';

describe('the page of a draw that is laid open', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let drawId: string;
  let gone: TaskAnswer;
  let heir: TaskAnswer;
  let left: Inspector;
  let sealed: string;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 5, institutions: 25 });
    await app.database.query(`update institutions.institution set name = '=示例·公式养老院' where id = $1`, [
      county.institutions[0]?.id,
    ]);
    drawId = await county.drawn({
      strata: ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 9000, minimum: 0 })),
    });
    const { task, member } = await county.someTask();
    gone = task;
    await county.record(member, await county.start(member, task.id));
    const { resultId } = await county.submit(member, task.id, 'CLOSED');
    await county.coSign(await county.otherMemberOf(task.id, member), task.id).expect(200);
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    const replaced = await app
      .as(county.reviewer)
      .post(`/api/v1/inspection-tasks/${task.id}/replace`)
      .send({ reason: '机构已关闭' })
      .expect(201);
    heir = replaced.body as TaskAnswer;
    left = await county.otherMemberOf(heir.id, await county.memberOf(heir.id));
    const inUse = (active: boolean, version: string) =>
      app
        .as(county.planner)
        .patch(`/api/v1/inspectors/${left.inspectorId}`)
        .set('If-Match', version)
        .send({ active, reason: '示例·借调三个月' })
        .expect(200);
    await inUse(false, '"1"');
    await app
      .as(county.reviewer)
      .post(`/api/v1/inspection-tasks/${heir.id}/stand-in`)
      .send({ certificateNumber: left.certificateNumber, reason: '示例·已经借调' })
      .expect(200);
    await inUse(true, '"2"');
    await county.inspectAll();
    sealed = (await app.http.get(`/draws/${drawId}?name=${encodeURIComponent('示例')}`).expect(200)).text;
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
  });
  afterAll(() => app.stop());

  const page = async (query = ''): Promise<string> =>
    (await app.http.get(`/draws/${drawId}${query}`).expect(200)).text;
  const ranksOn = (html: string): number[] =>
    [
      ...html.matchAll(
        /<span class="cell-name" aria-hidden="true">位次<\/span><span class="cell-value">(\d+)</g,
      ),
    ].map(([, rank]) => Number(rank));
  const linkOf = (html: string, rel: string): string =>
    new RegExp(`rel="${rel}" href="/draws/[^"?]+(\\?[^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

  it('tells from the announcement on who could be sent, and what was done to the directory', () => {
    expect(sealed).toMatch(
      /公告时名录中有 \d+ 人，执法证有效、账号在用、可以选派的 \d+ 人；另有 \d+ 人已停用。/,
    );
    expect(sealed).toMatch(/即自2026年8月\d+日起至公告：登记 \d+ 人。/);
    expect(sealed).toContain('公告以后至今：没有变动。');
  });

  it('showed nothing of it before', () => {
    expect(sealed).not.toContain('抽取结果</h2>');
    expect(sealed).not.toContain('抽中，第');
    expect(sealed).not.toContain('没有抽中');
  });

  it('says which inspector gave the place to another, and why', async () => {
    expect(sealed).not.toContain('检查人员替补');
    const html = await page();
    expect(html).toContain('检查人员替补记录');
    expect(html).toContain(left.certificateNumber);
    expect(html).toContain('示例·已经借调');
  });

  it('lists the drawn by rank, all of them, page by page', async () => {
    const first = await page();
    expect(first).toContain('名单 25 家，抽中 23 家：B 档 25 家抽中 23 家。');
    expect(ranksOn(first)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const second = await page(linkOf(first, 'next').split('#')[0]);
    expect(ranksOn(second)).toEqual([21, 22, 23]);
    expect(linkOf(second, 'next')).toBe('');
    expect(ranksOn(await page(linkOf(second, 'prev').split('#')[0]))).toEqual(ranksOn(first));
    await app.http.get(`/draws/${drawId}?cursor=nonsense`).expect(400);
  });

  it('says what became of each: the published result, the one still to come, the one replaced and by whom', async () => {
    const html = (await page()) + (await page(linkOf(await page(), 'next').split('#')[0]));
    expect(html).toContain('已检查，结果待公布');
    expect(html).toContain('已由补抽的机构代替');
    const { body } = await app.http.get('/api/v1/public/inspection-results').expect(200);
    expect(html).toContain(`<a href="/inspection-results/${body.items[0].id}">`);
    expect(html).toContain('补抽记录');
    expect(html).toContain('机构已关闭');
    expect(html).toContain(`<a href="/institutions/${heir.institution.id}">${heir.institution.name}</a>`);
  });

  it('says to whoever looks for an institution whether it was drawn, and at which place', async () => {
    const search = async ({ name }: { name: string }): Promise<string> => {
      const html = await page(`?name=${encodeURIComponent(name)}`);
      return /<ul class="records">.*?<\/ul>/s.exec(html)?.[0] ?? '';
    };
    expect(await search(gone.institution)).toMatch(/在 B 档，抽中，第 \d+ 位，后由补抽的机构代替/);
    expect(await search(heir.institution)).toContain('起初没有抽中，后来补抽（第 1 次补抽）');
    // By the name that it bears by now: chance may have left out the one that was renamed.
    const [left] = await app.database.query<{ name: string }>(
      `select name from institutions.institution
        where id = any ($1) and id not in (select target_id from inspections.draw_selection)`,
      [county.institutions.map(({ id }) => id).filter((id) => id !== heir.institution.id)],
    );
    expect(await search(left!)).toContain('在 B 档，没有抽中');
  });

  it('gives the roster with names, none of which a spreadsheet runs; the canonical file stays as it was announced', async () => {
    const answer = await app.http.get(`/api/v1/public/draws/${drawId}/roster.csv`).expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows = parse(answer.text, { bom: true }) as string[][];
    expect(rows[0]).toEqual(['机构编号', '机构名称（名录现名）', '档次', '行政区划代码', '行政区划']);
    const named = new Map(rows.slice(1).map(([id = '', name = '', ...rest]) => [id, [name, ...rest]]));
    expect(named.size).toBe(25);
    const [first, second] = county.institutions;
    expect(named.get(first?.id ?? '')?.[0]).toBe("'=示例·公式养老院");
    expect(named.get(second?.id ?? '')).toEqual([second?.name, 'B', '610116', '陕西省西安市长安区']);
    const targets = await app.http.get(`/api/v1/public/draws/${drawId}/targets`).expect(200);
    const { body } = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(createHash('sm3').update(targets.text).digest('hex')).toBe(body.announcement.targetsDigest);
    await app.http.get('/api/v1/public/draws/019a9d3c-7a00-7000-8000-000000000001/roster.csv').expect(404);
  });
});
