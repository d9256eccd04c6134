import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { FOUND, UnfiledBuilder } from './unfiled.builder';

const URGED = {
  visitedOn: '2026-11-20',
  note: '示例·收住十二人，已当面告知十个工作日内备案，电话13900000000',
};

describe('places that have not filed', () => {
  let app: TestApp;
  let sites: UnfiledBuilder;
  let filings: FilingBuilder;
  let registrar: TestPerson;
  let inspector: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    sites = new UnfiledBuilder(app);
    filings = new FilingBuilder(app);
    registrar = await app.person('REGISTRAR');
    inspector = await app.person('INSPECTOR');
  });
  afterAll(() => app.stop());

  const get = (person: TestPerson, id: string) => app.as(person).get(`/api/v1/unfiled-sites/${id}`);
  const record = (person: TestPerson, facts: object) =>
    app
      .as(person)
      .post('/api/v1/unfiled-sites')
      .send({ ...FOUND, ...facts });
  const workOf = async (
    person: TestPerson,
  ): Promise<{ type: string; subject: { id: string }; dueOn: string }[]> =>
    (await app.as(person).get('/api/v1/work-items?limit=100').expect(200)).body.items;
  const listOf = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/unfiled-sites').expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('are gone to within twenty working days of being found, by who receives filings or inspects', async () => {
    const { id } = await sites.found(inspector);
    const { body } = await get(registrar, id).expect(200);
    expect(body).toMatchObject({
      status: 'FOUND',
      dueOn: '2026-12-17',
      availableActions: ['urge', 'settle', 'dismiss'],
      history: [],
    });
    for (const person of [registrar, inspector]) {
      expect(await workOf(person)).toContainEqual(
        expect.objectContaining({
          type: 'UNFILED_TO_CHECK',
          dueOn: '2026-12-17',
          subject: { type: 'unfiled-site', id },
        }),
      );
    }
  });

  it('are urged to file, as often as it takes, and looked at again after each term', async () => {
    const found = await sites.found(registrar);
    const { body: urged } = await sites.act(inspector, found, 'urge', URGED).expect(200);
    expect(urged).toMatchObject({
      status: 'URGED',
      dueOn: '2026-12-04',
      history: [{ label: '现场检查并督促备案', visitedOn: '2026-11-20' }],
    });
    // A number of somebody is no part of it.
    expect(urged.history[0].note).toContain('139****0000');
    expect(await workOf(registrar)).toContainEqual(
      expect.objectContaining({ type: 'UNFILED_TO_FOLLOW', subject: { type: 'unfiled-site', id: found.id } }),
    );
    const again = await sites.act(registrar, urged, 'urge', URGED).expect(200);
    expect(again.body.history).toHaveLength(2);
  });

  it('end when they are in the directory, under a number of the place and the kind', async () => {
    const operator = await app.person('OPERATOR');
    const filed = await filings.accepted(operator, registrar);
    const { body: filing } = await app.as(registrar).get(`/api/v1/filings/${filed.id}`).expect(200);
    const found = await sites.found(registrar, { address: filing.institution.address });
    for (const filingNumber of ['610116-YL-2026-9999', '%', "' or 1=1 --"]) {
      const refused = await sites.act(registrar, found, 'settle', { filingNumber }).expect(422);
      expect(refused.body).toMatchObject({
        code: 'UNFILED_NUMBER_UNKNOWN',
        errors: [{ pointer: '/filingNumber' }],
      });
    }
    const { filingNumber } = filing;
    const { body } = await sites
      .act(registrar, found, 'settle', { filingNumber: filingNumber.toLowerCase() })
      .expect(200);
    expect(body).toMatchObject({ status: 'FILED', dueOn: null, institutionId: filing.institutionId });
    expect((await workOf(registrar)).map(({ subject }) => subject.id)).not.toContain(found.id);
    const late = await sites.act(registrar, body, 'urge', URGED).expect(409);
    expect(late.body.code).toBe('INVALID_TRANSITION');
  });

  it('do not end by a number that is in force no more', async () => {
    const operator = await app.person('OPERATOR');
    for (const ended of [`status = 'CLOSED'`, `filing_ended_as = 'REVOKED'`]) {
      const { institutionId, filingNumber } = await filings.accepted(operator, registrar);
      await app.database.query(`update institutions.institution set ${ended} where id = $1`, [institutionId]);
      const found = await sites.found(registrar);
      const { body } = await sites.act(registrar, found, 'settle', { filingNumber }).expect(422);
      expect(body.code).toBe('UNFILED_NUMBER_UNKNOWN');
    }
  });

  it('end when nothing has to be filed, with the reason', async () => {
    const found = await sites.found(registrar);
    await sites.act(registrar, found, 'dismiss', { note: '  ' }).expect(422);
    const { body } = await sites.act(registrar, found, 'dismiss', { note: '示例·床位六张' }).expect(200);
    expect(body).toMatchObject({ status: 'NOT_OBLIGED', dueOn: null, availableActions: [] });
    expect(body.history).toMatchObject([{ label: '认定不需要备案', note: '示例·床位六张' }]);
  });

  it('are the matter of the department and the place alone', async () => {
    const { id, version } = await sites.found(registrar);
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const elsewhere = await app.person('REGISTRAR', { districts: ['610113'] });
    const reviewer = await app.person('REVIEWER');
    const operator = await app.person('OPERATOR');
    await get(reviewer, id).expect(200);
    await sites.act(reviewer, { id, version }, 'urge', URGED).expect(403);
    for (const stranger of [health, elsewhere]) {
      await get(stranger, id).expect(404);
      await sites.act(stranger, { id, version }, 'urge', URGED).expect(404);
      expect(await listOf(stranger)).not.toContain(id);
    }
    await get(operator, id).expect(403);
    const other = await record(health, {}).expect(403);
    expect(other.body.code).toBe('WRONG_DEPARTMENT');
    const foreign = await record(elsewhere, {}).expect(403);
    expect(foreign.body.code).toBe('WRONG_DISTRICT');
  });

  it('are acted on by the authority of the place; city and province read them and tell it of others', async () => {
    for (const role of ['REGISTRAR', 'INSPECTOR'] as const) {
      for (const districts of [['610100'], ['610000'], ['*']]) {
        const found = await sites.found(registrar);
        const above = await app.person(role, { districts });
        expect((await get(above, found.id).expect(200)).body.availableActions).toEqual([]);
        for (const [action, body] of [
          ['urge', URGED],
          ['settle', { filingNumber: '610116-YL-2026-0001' }],
          ['dismiss', { note: '示例·由上级了结' }],
        ] as const) {
          const refused = await sites.act(above, found, action, body).expect(403);
          expect(refused.body.code).toBe('WRONG_DISTRICT');
        }
        expect((await workOf(above)).map(({ subject }) => subject.id)).not.toContain(found.id);
      }
    }
    const city = await app.person('REGISTRAR', { districts: ['610100'] });
    const told = await sites.found(city);
    const [atCity, atCounty] = [await get(city, told.id), await get(registrar, told.id)];
    expect([atCity.body.availableActions, atCounty.body.availableActions]).toEqual([
      [],
      ['urge', 'settle', 'dismiss'],
    ]);
    expect((await workOf(registrar)).map(({ subject }) => subject.id)).toContain(told.id);
    await sites.act(registrar, told, 'urge', URGED).expect(200);
  });

  it('are not in the list of the county where a functional area holds the street', async () => {
    const area = await app.person('REGISTRAR', { districts: ['610116005'] });
    const { id } = await sites.found(area, { township: '610116005' });
    await get(registrar, id).expect(403);
    expect(await listOf(registrar)).not.toContain(id);
    expect(await listOf(area)).toContain(id);
    expect(await listOf(await app.person('REGISTRAR', { districts: ['610000'] }))).toContain(id);
  });

  it('are written down with what can be true', async () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ foundOn: '2026-11-21' }, '/foundOn'],
      [{ foundOn: '2026-02-30' }, '/foundOn'],
      [{ foundOn: '2020-10-31' }, '/foundOn'],
      [{ foundOn: '0001-01-01' }, '/foundOn'],
      [{ name: ' ' }, '/name'],
      [{ clue: 'x'.repeat(1001) }, '/clue'],
      [{ uscc: '12345' }, '/uscc'],
      [{ district: '999999' }, '/district'],
      [{ township: '610113001' }, '/township'],
      [{ township: undefined }, '/township'],
      [{ source: 'RUMOUR' }, '/source'],
    ];
    for (const [facts, pointer] of wrong) {
      const { body } = await record(registrar, facts).expect(422);
      expect(body.errors.map((each: { pointer: string }) => each.pointer)).toEqual([pointer]);
    }
    const found = await sites.found(registrar);
    for (const visitedOn of ['2026-11-18', '2026-11-21']) {
      const { body } = await sites.act(registrar, found, 'urge', { ...URGED, visitedOn }).expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/visitedOn' }]);
    }
    await sites.act(registrar, { ...found, version: 7 }, 'urge', URGED).expect(412);
    const unread = await app
      .as(registrar)
      .post(`/api/v1/unfiled-sites/${found.id}/urge`)
      .send(URGED)
      .expect(428);
    expect(unread.body.code).toBe('VERSION_REQUIRED');
  });

  it('keep no number of a person, wherever it was written', async () => {
    const { id } = await sites.found(registrar, {
      name: '示例·托老所，电话13900000000',
      address: '示例路12号，６１０１１６ 19900101 0019 家',
    });
    const { body } = await get(registrar, id).expect(200);
    expect(body).toMatchObject({
      name: '示例·托老所，电话139****0000',
      address: '示例路12号，610116********0019 家',
    });
  });

  it('are acted on once by two at the same moment', async () => {
    const found = await sites.found(registrar);
    const answers = await Promise.all([
      sites.act(registrar, found, 'urge', URGED),
      sites.act(inspector, found, 'dismiss', { note: '示例·已停办' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('stay as they were written down', async () => {
    const found = await sites.found(registrar);
    await sites.act(registrar, found, 'urge', URGED).expect(200);
    const change = (sql: string) => app.database.query(`${sql} = '${found.id}'`);
    await expect(change('delete from unfiled.site where id')).rejects.toThrow(/unfiled\.site/);
    await expect(change(`update unfiled.site_transition set note = '' where site_id`)).rejects.toThrow(
      /unfiled\.site_transition/,
    );
    const entries = await app.database.query<{ action: string }>(
      'select action from audit.entry where subject_id = $1 order by id',
      [found.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['unfiled-site.recorded', 'unfiled-site.urge']);
  });

  it('come a page at a time, the newest first, by state', async () => {
    const first = await sites.found(registrar);
    const second = await sites.found(registrar);
    await sites.act(registrar, first, 'urge', URGED).expect(200);
    const { body } = await app.as(registrar).get('/api/v1/unfiled-sites?limit=1').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([second.id]);
    const next = await app
      .as(registrar)
      .get(`/api/v1/unfiled-sites?limit=1&cursor=${body.nextCursor}`)
      .expect(200);
    expect(next.body.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    const { body: urged } = await app.as(registrar).get('/api/v1/unfiled-sites?status=URGED').expect(200);
    expect(urged.items.map(({ id }: { id: string }) => id)).toContain(first.id);
    expect(urged.items.map(({ id }: { id: string }) => id)).not.toContain(second.id);
  });

  it('go out as a spreadsheet, as the list shows them', async () => {
    const found = await sites.found(registrar, { name: '示例·待导出' });
    const path = '/api/v1/unfiled-sites/export?status=FOUND';
    const { rows } = await exportedSheet(app, registrar, path);
    expect(rows[0]).toEqual([
      '名称',
      '机构类型',
      '所在地',
      '地址',
      '统一社会信用代码',
      '线索来源',
      '发现日期',
      '状态',
      '办理期限',
      '办结时间',
    ]);
    expect(rows.map((row) => row[0])).toContain('示例·待导出');
    await sites.act(registrar, found, 'dismiss', { note: '示例·已停办' }).expect(200);
    expect((await exportedSheet(app, registrar, path)).rows.map((row) => row[0])).not.toContain(
      '示例·待导出',
    );
  });
});
