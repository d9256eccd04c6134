import { RATED_ACT_LABELS } from '@zhaoguan/contracts';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from './rated.builder';

describe('bad ratings that wait', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    rated = new RatedBuilder(app);
    registrar = await app.person('REGISTRAR');
    reviewer = await app.person('REVIEWER');
  });
  afterAll(() => app.stop());

  it('are told apart in the list of work: by the minute while the filing is to be decided, then by institution and step', async () => {
    const shown = async (id: string): Promise<{ title: string; detail: string } | undefined> => {
      const { body } = await app.as(reviewer).get('/api/v1/work-items?limit=100').expect(200);
      return body.items.find(({ subject }: { subject: { id: string } }) => subject.id === id);
    };
    const operator = await app.person('OPERATOR');
    const undecided = await rated.badlyRated(operator, registrar);
    expect(await shown(undecided.followUpId)).toMatchObject({
      title: '服务评价为差评，请回访核实（该件办结后显示机构名称）',
      detail: expect.stringMatching(/^\d+月\d+日\d\d:\d\d收到，尚未回访$/),
    });
    const { id } = await rated.filings.accepted(operator, registrar);
    await rated.rate(operator, id, { step: 2, level: 'DISSATISFIED', reasons: ['LATE'] });
    const [row] = await app.database.query<{ id: string }>(
      'select id from feedback.follow_up where filing_id = $1',
      [id],
    );
    expect(await shown(row?.id ?? '')).toMatchObject({
      title: '示例·长安颐养院',
      detail: '准予办理被评为差评，尚未回访',
    });
    const { body } = await app.as(reviewer).get('/api/v1/rating-follow-ups').expect(200);
    expect(body.items[0]).toMatchObject({ institutionName: '示例·长安颐养院', stepLabel: '准予办理' });
    const { body: own } = await app.as(operator).get(`/api/v1/filings/${id}/service-ratings`).expect(200);
    expect(own.steps[1].rating.followUp).toMatchObject({ handledBy: '西安市长安区民政局', raised: false });
  });

  it('name every step that can be rated in the list of work', async () => {
    const [row] = await app.database.query<{ body: string }>(
      `select pg_get_viewdef('feedback.work_item') as body`,
    );
    const named = Object.entries(RATED_ACT_LABELS).map(
      ([act, label]) => `WHEN '${act}'::text THEN '${label}'::text`,
    );
    for (const each of named) expect(row?.body.split(each)).toHaveLength(3);
  });

  it('wait for who may decide filings once the filing is decided, and lead nowhere before that', async () => {
    const both = await app.person('REGISTRAR', { name: '示例·两岗' });
    await app.database.query(`update access.person set roles = '{REGISTRAR,REVIEWER}' where id = $1`, [
      both.id,
    ]);
    const operator = await app.person('OPERATOR');
    const { filingId, followUpId } = await rated.badlyRated(operator, registrar);
    const opens = async (
      person: TestPerson,
    ): Promise<readonly [waits: boolean, counted: number, page: number]> => {
      const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
      const summary = await app.as(person).get('/api/v1/work-items/summary').expect(200);
      const items = body.items as { type: string; subject: { id: string } }[];
      const types = summary.body.byType as { type: string; count: number }[];
      return [
        items.some(({ subject }) => subject.id === followUpId),
        types.find(({ type }) => type === 'RATING_TO_FOLLOW_UP')?.count ?? 0,
        (await app.as(person).get(`/api/v1/rating-follow-ups/${followUpId}`)).status,
      ];
    };
    const [waits, counted, page] = await opens(reviewer);
    expect([waits, page]).toEqual([true, 200]);
    const [hidden, fewer, refused] = await opens(both);
    expect([hidden, refused]).toEqual([false, 404]);
    expect(fewer).toBeLessThan(counted);
    await decide(filingId, operator);
    expect(await opens(both)).toEqual([true, fewer + 1, 200]);
  });

  /** What was returned is handed in again, and decided. */
  async function decide(id: string, operator: TestPerson): Promise<void> {
    await rated.filings.act(operator, id, 'submit');
    await rated.filings.act(registrar, id, 'accept');
  }
});
