import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { buildInstitution } from '../../institutions/test/institution.builder';

const LIST = '/api/v1/public/institutions';

describe('the public search for institutions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await buildInstitution(app.nest, { name: '示例·春晖养护中心', district: '610116' });
    await buildInstitution(app.nest, { name: '示例·春晖托育园', district: '610104', kind: 'CHILDCARE' });
    await buildInstitution(app.nest, { name: '示例·夕照养老院', district: '330106' });
    await buildInstitution(app.nest, { name: '示例·百分之100%养老_院\\甲', district: '330106' });
    await buildInstitution(app.nest, { name: `示例·O'Brien "Care" 👵🏻中心`, district: '500103' });
    await buildInstitution(app.nest, { name: '示例·<script>alert(1)</script>养老院', district: '500103' });
  });
  afterAll(() => app.stop());

  const namesFor = async (query: Record<string, string>): Promise<string[]> => {
    const answer = await app.http.get(LIST).query(query).expect(200);
    return (answer.body.items as { name: string }[]).map(({ name }) => name);
  };

  it('finds a part of a name of two characters or more, whatever its case', async () => {
    expect(await namesFor({ q: '春晖' })).toEqual(['示例·春晖托育园', '示例·春晖养护中心']);
    expect(await namesFor({ q: 'o\'brien "c' })).toHaveLength(1);
    expect(await namesFor({ q: '晖春' })).toEqual([]);
  });

  it('filters by kind, by grade, and by district with all that lies in it', async () => {
    expect(await namesFor({ q: '春晖', kind: 'CHILDCARE' })).toEqual(['示例·春晖托育园']);
    expect(await namesFor({ district: '610116' })).toEqual(['示例·春晖养护中心']);
    expect(await namesFor({ district: '610100' })).toHaveLength(2);
    expect(await namesFor({ district: '500000', q: '养老' })).toHaveLength(1);
    expect(await namesFor({ grade: 'D' })).toEqual([]);
    expect(await namesFor({ q: '', kind: '', district: '', grade: '' })).toHaveLength(6);
  });

  it.each([
    ['%%', 0],
    ['0%', 1],
    ['__', 0],
    ['老_院', 1],
    ['\\甲', 1],
    ['\\\\', 0],
    ["' or 1=1 --", 0],
    ['👵🏻', 1],
    ['中心'.repeat(20), 0],
  ])('takes %s as plain text', async (q, found) => {
    expect(await namesFor({ q })).toHaveLength(found);
  });

  it.each([
    ['one character', '春', '请至少输入两个字'],
    ['one character among spaces', ' 春　', '请至少输入两个字'],
    ['ten thousand characters', 'a'.repeat(10_000), '请输入不超过 50 个字'],
    ['a NUL character', '春\u0000晖', '含有无法识别的字符'],
  ])('refuses %s and says why', async (_, q, message) => {
    const answer = await app.http.get(LIST).query({ q }).expect(422);
    expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/q', message }] });
  });

  it.each([
    [{ kind: 'TAVERN' }, 422],
    [{ district: '61' }, 422],
    [{ district: "610116' or '1'='1" }, 422],
    [{ limit: '0' }, 422],
    [{ limit: '101' }, 422],
    [{ cursor: 'nonsense' }, 400],
    [{ cursor: Buffer.from('["n","2026-02-30 00:00:00+00","x"]').toString('base64url') }, 400],
    [
      {
        cursor: Buffer.from('["n","infinity","019a9d3c-7a00-7000-8000-000000000001"]').toString('base64url'),
      },
      400,
    ],
  ])('refuses %j with %i', async (query, status) => {
    const answer = await app.http.get(LIST).query(query).expect(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('walks through the whole list without a gap or a repeat', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await app.http
        .get(LIST)
        .query({ limit: 2, cursor: cursor || undefined })
        .expect(200);
      seen.push(...(answer.body.items as { id: string }[]).map(({ id }) => id));
      cursor = answer.body.nextCursor as string | null;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  it('shows where a 家庭托育点 is no closer than its street: somebody lives there', async () => {
    const home = { kind: 'CHILDCARE', district: '500152', details: { siteType: 'HOME' } } as const;
    const street = await buildInstitution(app.nest, {
      ...home,
      name: '示例·邻里家庭托育点',
      address: '重庆市潼南区示例街道示例路7号1单元301室',
      township: '500152001',
    });
    const county = await buildInstitution(app.nest, {
      ...home,
      name: '示例·楼上家庭托育点',
      address: '示例路8号',
    });
    const list = await app.http.get(LIST).query({ q: '家庭托育点' }).expect(200);
    const one = await app.http.get(`${LIST}/${street.id}`).expect(200);
    const page = await app.http.get(`/institutions/${street.id}`).expect(200);
    expect(one.body.address).toMatch(/^重庆市.*潼南区.+街道$/);
    expect(page.text).toContain(one.body.address);
    for (const text of [JSON.stringify(list.body), JSON.stringify(one.body), page.text]) {
      expect(text).not.toMatch(/示例路|301室|[78]号/);
    }
    expect((list.body.items as { siteType: string }[]).map(({ siteType }) => siteType)).toEqual([
      'HOME',
      'HOME',
    ]);
    expect(one.body).toMatchObject({ kind: 'CHILDCARE', siteType: 'HOME' });
    expect(page.text).toContain('<p class="lead">家庭托育点 · ');
    const register = await app.http.get('/institutions').query({ q: '家庭托育点' }).expect(200);
    expect(register.text).toContain('<span class="under">家庭托育点 · ');
    expect(register.text).not.toContain('<span class="under">托育机构 · ');
    const ids = [county.id, street.id];
    for (const query of [{ siteType: 'HOME' }, { siteType: 'HOME', q: '邻里' }]) {
      const homes = await app.http.get(LIST).query(query).expect(200);
      const found = (homes.body.items as { id: string }[]).map(({ id }) => id);
      expect(found).toEqual('q' in query ? [street.id] : ids);
    }
    await app.http.get(LIST).query({ siteType: 'CASTLE' }).expect(422);
    const filtered = await app.http.get('/institutions?kind=HOME').expect(200);
    expect(filtered.text.match(/<span class="under">家庭托育点 · /g)).toHaveLength(2);
    expect(filtered.text).not.toContain('无法识别');
    const other = await app.http.get(`${LIST}/${county.id}`).expect(200);
    expect(other.body.address).toMatch(/^重庆市.*潼南区$/);
  });

  it('may be kept by any cache, and sends nothing twice', async () => {
    const first = await app.http.get(LIST).expect(200);
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    const etag = first.headers['etag'] as string;
    const second = await app.http.get(LIST).set('if-none-match', `"other", ${etag}`).expect(304);
    expect(second.text).toBe('');
    await app.http.get(LIST).set('if-none-match', '"other"').expect(200);
  });

  it('tells of one institution what may be public, and nothing else', async () => {
    const { id } = (await app.http.get(LIST).query({ q: '夕照' })).body.items[0] as { id: string };
    const { body } = await app.http.get(`${LIST}/${id}`).expect(200);
    expect(body).toMatchObject({
      name: '示例·夕照养老院',
      districtName: '浙江省杭州市西湖区',
      grade: 'B',
      gradeReasons: [],
      latestResults: [],
      penaltiesInForce: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/residentId|legalRepresentativePhone|operatorId|details/);
  });

  it.each(['019a9d3c-7a00-7000-8000-000000000001', 'nonsense', "'; drop table x"])(
    'has no %s',
    async (id) => {
      await app.http.get(`${LIST}/${encodeURIComponent(id)}`).expect(404);
    },
  );

  it('reads a page of an institution in three statements', async () => {
    const { id } = (await app.http.get(LIST).query({ q: '夕照' })).body.items[0] as { id: string };
    const statements = await statementsOf(() => app.http.get(`${LIST}/${id}`).expect(200));
    expect(statements).toBe(3);
  });

  /** Counts what the public connection is asked, past the reference data that are held in memory. */
  async function statementsOf(act: () => Promise<unknown>): Promise<number> {
    const database: { query(...args: unknown[]): unknown } = app.nest.get(PUBLIC_DATABASE);
    const spy = jest.spyOn(database, 'query');
    await act();
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  }
});
