import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const REASONS = [{ pointer: '/institution/address', message: '示例·住所应写到门牌号' }];
const CALL = '示例·与经办人王某说明了门牌号写在哪里，本周改好';

describe('what was handed in three times and still has to be put right', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const returning = (id: string, body: object) =>
    app.as(registrar).post(`/api/v1/filings/${id}/return`).send(body);
  const due = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body.callBeforeReturn;
  const notes = async (id: string): Promise<{ text: string; authorName: string }[]> =>
    (await app.as(registrar).get(`/api/v1/filings/${id}/notes`).expect(200)).body.items;
  /** Handed in for the third time. */
  const handedInAgain = async (): Promise<string> => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    expect(await due(registrar, id)).toBe(false);
    await returning(id, { reasons: REASONS }).expect(200);
    await filings.act(operator, id, 'submit');
    return id;
  };

  it('is not returned before an official has rung the applicant up and said what came of it', async () => {
    const id = await handedInAgain();
    expect(await due(registrar, id)).toBe(true);
    expect(await due(operator, id)).toBe(false);
    const answer = await returning(id, { reasons: REASONS }).expect(422);
    expect(answer.body).toMatchObject({ code: 'CALL_REQUIRED', errors: [{ pointer: '/call' }] });
    expect(answer.body.detail).toContain('已提交 3 次');
    for (const call of [null, '', '  ', 'x'.repeat(501), 7]) {
      const wrong = await returning(id, { reasons: REASONS, call }).expect(422);
      expect(wrong.body.errors).toMatchObject([{ pointer: '/call' }]);
    }
    expect(await notes(id)).toEqual([]);

    await returning(id, { reasons: REASONS, call: CALL }).expect(200);
    expect(await notes(id)).toMatchObject([{ text: `退回补正前已电话联系申请人：${CALL}` }]);
    const own = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(JSON.stringify(own.body)).not.toContain('王某');
  });

  it('is asked at once of an applicant who cannot sign in, and reads nothing of what is to be put right', async () => {
    const gone = await app.person('OPERATOR');
    const { id } = await filings.submitted(gone);
    expect(await due(registrar, id)).toBe(false);
    await app.database.query('update access.person set disabled_at = now() where id = $1', [gone.id]);
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    expect(body).toMatchObject({ callBeforeReturn: true, callReason: 'UNREACHED' });
    const refused = await returning(id, { reasons: REASONS }).expect(422);
    expect(refused.body).toMatchObject({ code: 'APPLICANT_UNREACHED', errors: [{ pointer: '/call' }] });
    await returning(id, { reasons: REASONS, call: CALL }).expect(200);
    expect(await notes(id)).toMatchObject([{ text: `退回补正前已电话联系申请人：${CALL}` }]);
  });

  it('keeps no note of a call when the return itself is refused', async () => {
    const id = await handedInAgain();
    const late = [{ pointer: '/institution/capacity', message: '示例·请核对' }];
    await returning(id, { reasons: late, call: CALL }).expect(422);
    expect(await notes(id)).toEqual([]);
  });

  it('waits for a call after as many times as the authority’s list says', async () => {
    await app.database.query(
      `insert into reference.entry (id, list, key, position, data)
       select uuidv7(), list, 'stricter', 9999, data || '{"jurisdiction": "610116", "value": 1}'
         from reference.entry where list = 'terms' and data ->> 'code' = 'FILING_CALL_AFTER_ROUNDS'`,
    );
    const strict = await TestApp.start({
      worker: false,
      database: app.database,
      dataDir: app.config.dataDir,
    });
    try {
      const { id } = await filings.submitted(operator);
      const { body } = await strict.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
      expect(body.callBeforeReturn).toBe(true);
    } finally {
      await strict.stop();
    }
  });
});
