import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder, PDF } from './filing.builder';

/** In a small county one account may hold both: it takes filings (备案受理人), and answers for another department (协同意见答复人). */
const BOTH = { departments: ['civil-affairs', 'fire'], roles: ['REGISTRAR', 'ADVISER'] } as const;

describe('who takes part in a filing and who gives the opinion of another department', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let both: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await app.person('REGISTRAR');
    both = await withBoth();
    await app.person('ADVISER', { departments: ['fire', 'housing'] });
  });
  afterAll(() => app.stop());

  async function withBoth(): Promise<TestPerson> {
    const { departments, roles } = BOTH;
    const person = await app.person('REGISTRAR', { departments: [...departments] });
    await app.database.query('update access.person set roles = $2 where id = $1', [person.id, roles]);
    return person;
  }
  const ask = async (id: string, by = registrar): Promise<string> => {
    const question = { department: 'fire', question: '请就消防安全条件提出意见', materials: [] };
    const { body } = await app.as(by).post(`/api/v1/filings/${id}/opinions`).send(question).expect(201);
    return (body.items as { id: string; status: string }[]).find(({ status }) => status === 'ASKED')!.id;
  };
  const answer = (person: TestPerson, opinion: string) =>
    app.as(person).post(`/api/v1/opinions/${opinion}/answer`).send({ answer: 'AGREE' });
  const waitsFor = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string } }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type }) => type);
  };
  const read = async (person: TestPerson, path: string) =>
    (await app.as(person).get(`/api/v1/${path}`).expect(200)).body;

  async function isKeptFromAnswering(person: TestPerson, opinion: string): Promise<void> {
    expect((await read(person, `opinions/${opinion}`)).availableActions).toEqual([]);
    expect(await waitsFor(person, opinion)).toEqual([]);
    const answered = await answer(person, opinion).expect(403);
    expect(answered.body.code).toBe('OPINION_OF_YOUR_OWN_CASE');
    const sent = await app
      .as(person)
      .post(`/api/v1/opinions/${opinion}/files`)
      .attach('file', PDF, { filename: '意见.pdf', contentType: 'application/pdf' })
      .expect(403);
    expect(sent.body.code).toBe('OPINION_OF_YOUR_OWN_CASE');
  }

  it('keeps the opinion from who entered the filing at the window', async () => {
    const [{ username }] = (await app.database.query<{ username: string }>(
      'select username from access.person where id = $1',
      [operator.id],
    )) as [{ username: string }];
    const { body: draft } = await app
      .as(both)
      .post('/api/v1/filings/assisted')
      .send({ ...DRAFTS.ELDERLY_CARE, applicant: { username, name: '示例·周经办' } })
      .expect(201);
    const { id } = await filings.upload(both, draft);
    await filings.act(both, id, 'submit');
    await isKeptFromAnswering(both, await ask(id));
  });

  it('keeps it from who conducts the case, or has done something in it', async () => {
    const { id } = await filings.submitted(operator);
    await app.as(both).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
    const opinion = await ask(id);
    await isKeptFromAnswering(both, opinion);
    await app
      .as(both)
      .post(`/api/v1/filings/${id}/assignment/release`)
      .send({ note: '示例·转岗' })
      .expect(200);
    await answer(both, opinion).expect(200);

    const returned = await filings.returned(operator, both);
    await app
      .as(both)
      .post(`/api/v1/filings/${returned.id}/assignment/release`)
      .send({ note: '示例·转岗' })
      .expect(200);
    await filings.act(operator, returned.id, 'submit');
    await isKeptFromAnswering(both, await ask(returned.id));
  });

  it('keeps the case from who gave the opinion: it neither waits for them nor is decided, taken or given to them', async () => {
    const { id } = await filings.submitted(operator);
    expect(await waitsFor(both, id)).toEqual(['FILING_TO_DECIDE']);
    await answer(both, await ask(id)).expect(200);
    expect(await waitsFor(both, id)).toEqual([]);
    expect((await read(both, `filings/${id}`)).availableActions).toEqual([]);
    for (const [action, body] of [
      ['accept', {}],
      ['refuse', { reason: '示例·不予备案' }],
      ['return', { reasons: [{ pointer: '/', message: '示例·请补正' }] }],
      ['assignment/take', {}],
      ['opinions/waive', { reason: '示例·不再等待' }],
    ] as const) {
      const refused = await app.as(both).post(`/api/v1/filings/${id}/${action}`).send(body).expect(409);
      expect([action, refused.body.code]).toEqual([action, 'ADVISED_BY_YOURSELF']);
    }
    const given = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/assignment/assign`)
      .send({ personId: both.id })
      .expect(422);
    expect(given.body.code).toBe('ASSIGNEE_CANNOT_DECIDE');
    expect(JSON.stringify(await read(registrar, `filings/${id}/assignment`))).not.toContain(both.id);
    await expect(
      app.database.query(
        `insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, legal_basis)
         select filing_id, max(seq) + 1, 'accept', 'SUBMITTED', 'ACCEPTED', $2, max(at), '示例' from filings.transition
          where filing_id = $1 group by filing_id`,
        [id, both.id],
      ),
    ).rejects.toThrow(/does not decide it/);
    expect(JSON.stringify(await read(registrar, `filings/${id}`))).not.toContain('advisedBy');
    await filings.act(registrar, id, 'accept');
  });

  it('refuses the two in one filing alone: the same person decides others, and answers for others', async () => {
    const first = await filings.submitted(operator);
    await answer(both, await ask(first.id)).expect(200);
    const second = await filings.submitted(operator);
    await filings.act(both, second.id, 'accept');
  });

  it('offers who gave the opinion nothing to ask or to wait for no longer', async () => {
    const { id } = await filings.submitted(operator);
    await answer(both, await ask(id)).expect(200);
    const question = { department: 'housing', question: '示例·请提出意见', materials: [] };
    await app.as(registrar).post(`/api/v1/filings/${id}/opinions`).send(question).expect(201);
    expect(await read(both, `filings/${id}/opinions`)).toMatchObject({ departments: [], mayWaive: false });
    expect((await read(registrar, `filings/${id}/opinions`)).mayWaive).toBe(true);
  });
});
