import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS } from '../../filings/test/filing.builder';
import { RatedBuilder } from './rated.builder';

const BAD = {
  level: 'VERY_DISSATISFIED',
  reasons: ['UNFRIENDLY'],
  words: '示例·态度恶劣',
  contactPhone: '13900000001',
};

/** In a small county one account takes filings and handles ratings (备案受理人、复核人). */
describe('the bad rating of a filing in which somebody has had a hand', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    rated = new RatedBuilder(app);
    operator = await app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await app.person('REGISTRAR');
    reviewer = await app.person('REVIEWER');
  });
  afterAll(() => app.stop());

  const withBoth = async (): Promise<TestPerson> => {
    const person = await app.person('REGISTRAR');
    await app.database.query(`update access.person set roles = '{REGISTRAR,REVIEWER}' where id = $1`, [
      person.id,
    ]);
    return person;
  };
  const post = (person: TestPerson, path: string, body: object = {}) =>
    app.as(person).post(`/api/v1/${path}`).send(body);
  const followUpOf = async (filingId: string): Promise<string> => {
    const [row] = await app.database.query<{ id: string }>(
      'select id from feedback.follow_up where filing_id = $1',
      [filingId],
    );
    return row!.id;
  };
  const seenBy = async (person: TestPerson, id: string) => {
    const list = await app.as(person).get('/api/v1/rating-follow-ups?limit=100').expect(200);
    const waiting = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const told = await app.as(person).get('/api/v1/notifications').expect(200);
    return {
      read: (await app.as(person).get(`/api/v1/rating-follow-ups/${id}`)).status,
      listed: JSON.stringify(list.body).includes(id),
      waiting: JSON.stringify(waiting.body).includes(id),
      told: JSON.stringify(told.body).includes(id),
    };
  };
  const NOTHING = { read: 404, listed: false, waiting: false, told: false };
  const ALL = { read: 200, listed: true, waiting: true, told: true };

  async function isKeptFrom(person: TestPerson, filingId: string): Promise<void> {
    const id = await followUpOf(filingId);
    await app.idle();
    expect(await seenBy(person, id)).toEqual(NOTHING);
    await post(person, `rating-follow-ups/${id}/reveal`, {
      fields: ['contactPhone'],
      reason: '示例·回访',
    }).expect(404);
    expect(await seenBy(reviewer, id)).toEqual(ALL);
    expect(await seenBy(await withBoth(), id)).toEqual({ ...ALL, told: false });
  }

  it('is kept from who entered it at the window', async () => {
    const clerk = await withBoth();
    const [{ username }] = (await app.database.query<{ username: string }>(
      'select username from access.person where id = $1',
      [operator.id],
    )) as [{ username: string }];
    const applicant = { username, name: '示例·周经办' };
    const { body: draft } = await post(clerk, 'filings/assisted', {
      ...DRAFTS.ELDERLY_CARE,
      applicant,
    }).expect(201);
    await post(operator, `filings/${draft.id}/assistance/end`).expect(200);
    await rated.filings.upload(operator, draft);
    await rated.filings.act(operator, draft.id, 'submit');
    await rated.filings.act(registrar, draft.id, 'accept');
    await rated.rate(operator, draft.id, { step: 1, ...BAD });
    await isKeptFrom(clerk, draft.id);
  });

  it('is kept from who held it, asked others or waited for them no longer', async () => {
    const holder = await withBoth();
    const { id } = await rated.filings.submitted(operator);
    await post(holder, `filings/${id}/assignment/take`).expect(200);
    await app.person('ADVISER', { departments: ['fire'] });
    const question = { department: 'fire', question: '示例·请提出意见', materials: [] };
    await post(holder, `filings/${id}/opinions`, question).expect(201);
    await post(holder, `filings/${id}/opinions/waive`, { reason: '示例·不再等待' }).expect(200);
    await post(registrar, `filings/${id}/assignment/take`, { note: '示例·接办' }).expect(200);
    await rated.filings.act(registrar, id, 'accept');
    await rated.rate(operator, id, { step: 2, ...BAD });
    await isKeptFrom(holder, id);
  });

  it('names everybody who had one, once each', async () => {
    const { id } = await rated.filings.accepted(operator, registrar);
    const hands = await app.database.query<{ person: string }>(
      'select person_id as person from filings.hand where filing_id = $1',
      [id],
    );
    expect(hands.map(({ person }) => person).sort()).toEqual([operator.id, registrar.id].sort());
  });
});
