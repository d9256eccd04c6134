import { TestApp } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder } from './filing.builder';

const MOST = 200;
const DRAFT = DRAFTS.ELDERLY_CARE;

describe('the drafts of one account', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
  });
  afterAll(() => app.stop());

  it('are so many at most, alone and at the window, of two at once too; one that is deleted makes room', async () => {
    const operator = await app.person('OPERATOR', { name: '示例·多稿人' });
    const clerk = await app.person('REGISTRAR');
    const one = await filings.draft(operator);
    const [{ columns } = { columns: '' }] = await app.database.query<{ columns: string }>(
      `select string_agg(column_name, ', ') as columns from information_schema.columns
        where table_schema = 'filings' and table_name = 'filing' and is_generated = 'NEVER' and column_name <> 'id'`,
    );
    await app.database.query(
      `insert into filings.filing (id, ${columns})
       select gen_random_uuid(), ${columns} from filings.filing, generate_series(1, ${MOST - 2}) where filing.id = '${one.id}'`,
    );
    const begin = () => app.as(operator).post('/api/v1/filings').send(DRAFT);
    const both = await Promise.all([begin(), begin()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const full = await begin().expect(409);
    expect(full.body).toMatchObject({
      code: 'TOO_MANY_DRAFTS',
      detail: expect.stringContaining(`${MOST} 件没有提交的草稿`),
    });
    const applicant = { username: operator.username, name: '示例·多稿人' };
    const atWindow = () =>
      app
        .as(clerk)
        .post('/api/v1/filings/assisted')
        .send({ ...DRAFT, applicant });
    expect((await atWindow().expect(409)).body.code).toBe('TOO_MANY_DRAFTS');
    await filings.draft(await app.person('OPERATOR'));

    await filings.act(operator, one.id, 'abandon');
    await atWindow().expect(201);
  });
});
