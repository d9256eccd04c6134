import { HONEST, repeatUpload, TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF } from './filing.builder';

describe('files beside the opinion of another department', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let fire: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    fire = await app.person('ADVISER', { departments: ['fire'] });
  });
  afterAll(() => app.stop());

  const asked = async (): Promise<{ id: string; opinion: string }> => {
    const { id } = await filings.submitted(operator);
    const question = { department: 'fire', question: '示例·请就消防安全条件提出意见', materials: [] };
    const { body } = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/opinions`)
      .send(question)
      .expect(201);
    return { id, opinion: body.items[0].id as string };
  };

  it('leave an entry in the log for each file that is put beside them', async () => {
    const { id, opinion } = await asked();
    await app
      .as(fire)
      .post(`/api/v1/opinions/${opinion}/files`)
      .attach('file', PDF, { filename: '意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    const entries = await app.database.query<{ canonical: string }>(
      `select canonical from audit.entry where action = 'opinion.file-added' and subject_id = $1`,
      [id],
    );
    expect(entries.map(({ canonical }) => JSON.parse(canonical) as object)).toEqual([
      expect.objectContaining({
        actorId: fire.id,
        detail: { department: 'fire', sm3: expect.stringMatching(/^[0-9a-f]{64}$/) },
      }),
    ]);
  });

  it('give who sends a file again under the same key, having got no answer, the first one', async () => {
    const { id, opinion } = await asked();
    const file = { content: PDF, other: Buffer.concat([PDF, Buffer.from('\n')]), filename: '意见.pdf' };
    expect(await repeatUpload(app, fire, `/api/v1/opinions/${opinion}/files`, file)).toEqual({
      ...HONEST,
      statuses: [201, 201],
    });
    await app.as(fire).post(`/api/v1/opinions/${opinion}/answer`).send({ answer: 'AGREE' }).expect(200);
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/opinions`).expect(200);
    expect(body.items[0].files).toHaveLength(1);
  });

  it('keep their files to the department that was asked and to the authority that asked, on their own level', async () => {
    const { opinion } = await asked();
    const { body: file } = await app
      .as(fire)
      .post(`/api/v1/opinions/${opinion}/files`)
      .attach('file', PDF, { filename: '意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    const path = `/api/v1/opinions/${opinion}/files/${file.id}`;
    for (const districts of [['610100'], ['610000'], ['*']]) {
      const above = await app.person('ADVISER', { departments: ['fire'], districts });
      const refused = await app.as(above).get(path).expect(403);
      expect(refused.body.code).toBe('WRONG_DISTRICT');
      await app
        .as(await app.person('REGISTRAR', { districts }))
        .get(path)
        .expect(404);
    }
    await app.as(fire).get(path).expect(200);
    await app.as(registrar).get(path).expect(200);
  });
});
