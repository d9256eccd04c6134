import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

describe('internal notes', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
  });
  afterAll(() => app.stop());
  const write = (person: TestPerson, id: string, text: unknown) =>
    app.as(person).post(`/api/v1/filings/${id}/notes`).send({ text });

  it('are kept as they are, newest first, page by page, also after the decision', async () => {
    const colleague = await app.person('REGISTRAR', { name: '示例·乙受理' });
    const { id } = await filings.submitted(operator);
    await write(registrar, id, ' 已电话联系 ').expect(201);
    await filings.act(registrar, id, 'accept');
    const { body } = await write(colleague, id, '合同已归档').expect(201);
    expect(body.items).toEqual([
      expect.objectContaining({ text: '合同已归档', authorName: '示例·乙受理' }),
      expect.objectContaining({ text: '已电话联系', authorName: '示例·甲受理' }),
    ]);
    const first = await app.as(registrar).get(`/api/v1/filings/${id}/notes?limit=1`).expect(200);
    const next = `/api/v1/filings/${id}/notes?limit=1&cursor=${first.body.nextCursor}`;
    const second = await app.as(registrar).get(next).expect(200);
    expect(second.body).toMatchObject({ items: [{ text: '已电话联系' }], nextCursor: null });
    await expect(app.database.query(`update filings.case_note set text = 'x'`)).rejects.toThrow(
      'append-only',
    );
  });

  it('are read and written by who is above the office as well: an extension is approved after what stands there', async () => {
    const head = await app.person('REVIEWER', { name: '示例·丙负责' });
    const { id } = await filings.submitted(operator);
    await write(registrar, id, '现场情况复杂，需要延期').expect(201);
    const { body } = await write(head, id, '同意').expect(201);
    expect(body.items).toEqual([
      expect.objectContaining({ text: '同意', authorName: '示例·丙负责' }),
      expect.objectContaining({ text: '现场情况复杂，需要延期' }),
    ]);
  });

  it('keep no number of a person', async () => {
    const { id } = await filings.submitted(operator);
    const { body } = await write(registrar, id, '已电话联系 13800000001，身份证 610116189001010019').expect(
      201,
    );
    expect(body.items[0].text).toBe('已电话联系 138****0001，身份证 610116********0019');
    const kept = await app.database.query('select text from filings.case_note where filing_id = $1', [id]);
    expect(JSON.stringify(kept)).not.toContain('13800000001');
  });

  it('are for officials of the authority, and never for the applicant', async () => {
    const { id } = await filings.submitted(operator);
    await write(registrar, id, '疑似重复备案').expect(201);
    const others: [TestPerson, number][] = [
      [operator, 403],
      [await app.person('REGISTRAR', { departments: ['health'] }), 403],
      [await app.person('INSPECTOR'), 403],
      [await app.person('REGISTRAR', { districts: ['500152'] }), 404],
    ];
    for (const [person, status] of others) {
      await app.as(person).get(`/api/v1/filings/${id}/notes`).expect(status);
      await write(person, id, '也看看').expect(status);
    }
    for (const path of ['', '/history', '/changes']) {
      const seen = await app.as(operator).get(`/api/v1/filings/${id}${path}`).expect(200);
      expect(JSON.stringify(seen.body)).not.toContain('疑似重复');
    }
    const entries = await app.database.query<{ detail: string }>(
      'select action || canonical as detail from audit.entry where subject_id = $1',
      [id],
    );
    expect(JSON.stringify(entries)).toContain('filing.noted');
    expect(JSON.stringify(entries)).not.toContain('疑似重复');
  });

  it.each([' ', '', '长'.repeat(1001), 7, null])('refuse %j', async (text) => {
    const { id } = await filings.submitted(operator);
    const answer = await write(registrar, id, text).expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/text' })]);
  });

  it('have nothing to say of what was never handed in', async () => {
    const { id } = await filings.draft(operator);
    await write(registrar, id, '草稿').expect(404);
  });
});
