import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

describe('a filing in which an official has had a part', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let official: TestPerson;
  let colleague: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    official = await app.person('REGISTRAR', { name: '示例·甲窗口' });
    colleague = await app.person('REGISTRAR', { name: '示例·乙受理' });
  });
  afterAll(() => app.stop());

  /** Past every use case, as a mistake in one of them would. */
  const entered = (id: string, { id: actor }: TestPerson, action: string, status: string) =>
    app.database.query(
      `insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, legal_basis)
       values ($1, 9, $2, 'SUBMITTED', $3, $4, now(), '示例')`,
      [id, action, status, actor],
    );

  it('is not decided by its applicant, who has come to work for the authority since', async () => {
    const mover = await app.person('OPERATOR');
    const { id } = await filings.submitted(mover);
    await app.database.query(
      `update access.person set roles = '{REGISTRAR}', districts = '{610116}', departments = '{civil-affairs}' where id = $1`,
      [mover.id],
    );
    for (const act of ['accept', 'assignment/take']) {
      const answer = await app.as(mover).post(`/api/v1/filings/${id}/${act}`).send({}).expect(409);
      expect(answer.body.code).toBe('ENTERED_BY_YOURSELF');
    }
    const { body } = await app.as(colleague).get(`/api/v1/filings/${id}/assignees`).expect(200);
    expect((body as { items: { id: string }[] }).items.map((each) => each.id)).not.toContain(mover.id);
    for (const [action, status] of [
      ['accept', 'ACCEPTED'],
      ['return', 'RETURNED'],
      ['refuse', 'REFUSED'],
    ] as const)
      await expect(entered(id, mover, action, status)).rejects.toThrow('does not decide it');
    await app.as(colleague).post(`/api/v1/filings/${id}/accept`).expect(200);
  });

  it('is not decided by who gave the applicant the password, and could have signed in as them', async () => {
    const guest = await app.person('OPERATOR');
    await app.database.query('update access.person set password_given_by = $1 where id = $2', [
      official.id,
      guest.id,
    ]);
    const { id } = await filings.submitted(guest);
    // A new password afterwards changes nothing of what came before it.
    await app.database.query('update access.person set password_given_by = null where id = $1', [guest.id]);
    const seen = await app.as(official).get(`/api/v1/filings/${id}`).expect(200);
    expect(seen.body).toMatchObject({ availableActions: [], assistance: null });
    for (const act of ['accept', 'assignment/take']) {
      const answer = await app.as(official).post(`/api/v1/filings/${id}/${act}`).send({}).expect(409);
      expect(answer.body.code).toBe('ENTERED_BY_YOURSELF');
    }
    await expect(entered(id, official, 'accept', 'ACCEPTED')).rejects.toThrow('does not decide it');
    await expect(
      app.database.query('update filings.filing set account_given_by = null where id = $1', [id]),
    ).rejects.toThrow('does not change');
    await filings.act(colleague, id, 'accept');
  });
});
