import { execFileSync } from 'node:child_process';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { commitmentProcess } from '../src/domain/commitment.process';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

const DAY = 24 * 60 * 60 * 1000;
const CODE = 'PREMISES_PROOF';

interface Offered {
  code: string;
  uploaded: boolean;
  offer: { text: string; days: number; dueIfToday: string; checkDays: number } | null;
  commitment: {
    status: string;
    dueOn: string | null;
    checkBy: string | null;
    reason: string | null;
    availableActions: string[];
  } | null;
}

describe('a commitment in place of a material', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
  });
  beforeEach(async () => {
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const of = (filing: FilingAnswer, code = CODE): Offered => {
    const found = filing.materials.find((each) => each.code === code);
    if (!found) throw new Error(`no material ${code}`);
    return found as unknown as Offered;
  };
  const path = (id: string, code = CODE) => `/api/v1/filings/${id}/commitments/${code}`;
  const give = async (filing: FilingAnswer): Promise<FilingAnswer> => {
    const answer = await app
      .as(operator)
      .put(path(filing.id))
      .send({ text: of(filing).offer?.text })
      .expect(200);
    return answer.body as FilingAnswer;
  };
  const handIn = (id: string) =>
    app
      .as(operator)
      .put(`${path(id)}/material`)
      .attach('file', PDF, {
        filename: '场地证明.pdf',
        contentType: 'application/pdf',
      });
  const judge = (id: string, action: string, body: object = {}) =>
    app
      .as(health)
      .post(`${path(id)}/${action}`)
      .send(body);

  const signedInAgain = async (person: TestPerson): Promise<TestPerson> => {
    const { username, password } = person;
    const answer = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, token: answer.body.accessToken as string };
  };

  /** Handed in with everything but the promised material, and accepted. */
  const accepted = async (): Promise<FilingAnswer> => {
    const draft = await give(await filings.draft(operator, 'CHILDCARE'));
    const codes = draft.materials
      .filter((each) => each.required && each.code !== CODE)
      .map(({ code }) => code);
    await filings.upload(operator, draft, codes);
    await filings.act(operator, draft.id, 'submit');
    return filings.act(health, draft.id, 'accept');
  };

  it('is offered with its words and days, but not for what concerns fire, food and health', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE');
    expect(of(draft)).toMatchObject({
      offer: {
        days: 30,
        dueIfToday: '2026-12-21',
        checkDays: 20,
        text: expect.stringContaining('准予备案之日起 30 日内补交'),
      },
      commitment: null,
    });
    for (const code of ['FIRE_SAFETY_CERTIFICATE', 'FOOD_LICENCE', 'HYGIENE_EVALUATION_REPORT']) {
      expect(of(draft, code).offer).toBeNull();
      const { body } = await app.as(operator).put(path(draft.id, code)).send({ text: 'x' }).expect(422);
      expect(body.code).toBe('COMMITMENT_UNAVAILABLE');
    }
    await app.as(operator).put(path(draft.id, 'NOTHING')).send({ text: 'x' }).expect(404);
  });

  it('is given in the words that were shown, once, and taken back before it is handed in', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE');
    const other = await app.as(operator).put(path(draft.id)).send({ text: '我另有承诺' }).expect(422);
    expect(other.body.errors).toMatchObject([{ pointer: '/text', code: 'NOT_CURRENT' }]);
    await app
      .as(await app.person('OPERATOR'))
      .put(path(draft.id))
      .send({ text: 'x' })
      .expect(404);
    const given = await give(draft);
    expect(of(given)).toMatchObject({
      uploaded: false,
      offer: null,
      commitment: { status: 'GIVEN', dueOn: null, availableActions: ['withdraw'] },
    });
    await app
      .as(operator)
      .put(path(draft.id))
      .send({ text: of(draft).offer?.text })
      .expect(200);
    const { body } = await app
      .as(operator)
      .post(`${path(draft.id)}/withdraw`)
      .expect(200);
    expect(of(body as FilingAnswer)).toMatchObject({ commitment: null, offer: { days: 30 } });
    await give(body as FilingAnswer);
    const uploaded = await filings.upload(operator, draft, [CODE]);
    expect(of(uploaded)).toMatchObject({ uploaded: true, commitment: null });
  });

  it('does for its material when the filing is handed in, and binds from the acceptance on', async () => {
    const filing = await accepted();
    expect(of(filing)).toMatchObject({
      uploaded: false,
      commitment: { status: 'OPEN', dueOn: '2026-12-21' },
    });
    const { body: mine } = await app.as(operator).get(`/api/v1/filings/${filing.id}`).expect(200);
    expect(of(mine as FilingAnswer).commitment?.availableActions).toEqual(['handIn']);
    await app
      .as(operator)
      .post(`${path(filing.id)}/withdraw`)
      .expect(409);
    await app.idle();
    const answer = await app
      .as(operator)
      .get(`/api/v1/filings/${filing.id}/receipt.pdf`)
      .buffer(true)
      .expect(200);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: answer.body as Buffer })
      .toString()
      .replace(/\s/g, '');
    expect(text).not.toContain('材料齐全');
    expect(text).toContain(
      '下列材料以告知承诺代替，应当按期补交：托育机构场地证明（最迟2026年12月21日补交）',
    );
  });

  it('is kept by what is handed in later, after the authority has looked at it', async () => {
    const { id, version } = await accepted();
    const { body } = await handIn(id).expect(200);
    expect(of(body as FilingAnswer)).toMatchObject({
      uploaded: true,
      commitment: { status: 'HANDED_IN', checkBy: '2026-12-18' },
    });
    expect(body.version).toBe(Number(version) + 1);
    const seen = await app.as(health).get(`/api/v1/filings/${id}`).expect(200);
    expect(of(seen.body as FilingAnswer)).toMatchObject({
      uploaded: true,
      commitment: { availableActions: ['confirm', 'return', 'breach'] },
    });
    await app.as(health).get(`/api/v1/filings/${id}/materials/${CODE}`).expect(200);
    await judge(id, 'return').expect(422);
    const returned = await judge(id, 'return', { reason: '第二页看不清' }).expect(200);
    expect(of(returned.body as FilingAnswer).commitment).toMatchObject({
      status: 'OPEN',
      checkBy: null,
      reason: '第二页看不清',
    });
    await handIn(id).expect(200);
    const kept = await judge(id, 'confirm').expect(200);
    expect(of(kept.body as FilingAnswer).commitment).toMatchObject({
      status: 'KEPT',
      checkBy: null,
      availableActions: [],
    });
    await handIn(id).expect(409);
    await judge(id, 'breach', { reason: '又有问题' }).expect(409);
  });

  it('tells both sides who handed in what and when, who returned it and why, and keeps what was returned', async () => {
    const { id, institutionId } = await accepted();
    await handIn(id).expect(200);
    await judge(id, 'return', { reason: '第二页看不清' }).expect(200);
    const asked = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(of(asked.body as FilingAnswer).commitment).toMatchObject({ statusLabel: '已退回，待重新补交' });
    const anew = await handIn(id).expect(200);
    expect(of(anew.body as FilingAnswer).commitment).toMatchObject({
      statusLabel: '已重新补交，待核实',
      reason: null,
    });
    await judge(id, 'confirm').expect(200);
    for (const person of [operator, health]) {
      const { body } = await app.as(person).get(`/api/v1/filings/${id}`).expect(200);
      expect(of(body as FilingAnswer).commitment).toMatchObject({
        status: 'KEPT',
        statusLabel: '已履行',
        reason: null,
        acts: [
          { label: '补交材料', file: { version: 1, fileName: '场地证明.pdf', outcome: 'RETURNED' } },
          { label: '退回重交', reason: '第二页看不清', file: null },
          { label: '再次补交材料', file: { version: 2, outcome: 'CURRENT' } },
          { label: '核实无误', reason: null },
        ],
      });
      const [first, second] = (of(body as FilingAnswer).commitment as unknown as { acts: object[] }).acts;
      expect(first).toMatchObject({ actorName: expect.stringMatching(/./), at: expect.stringMatching(/T/) });
      expect(second).toMatchObject({ actorName: expect.stringMatching(/./) });
      await app.as(person).get(`/api/v1/filings/${id}/materials/${CODE}/versions/1`).expect(200);
      await app.as(person).get(`/api/v1/filings/${id}/materials/${CODE}/versions/2`).expect(200);
      await app.as(person).get(`/api/v1/filings/${id}/materials/${CODE}/versions/3`).expect(404);
    }
    const list = await app.as(health).get(`/api/v1/commitments?institutionId=${institutionId}`).expect(200);
    expect(list.body.items).toMatchObject([{ status: 'KEPT', statusLabel: '已履行', reason: null }]);
  });

  it('is looked at by a day that is counted anew for every file', async () => {
    const { id } = await accepted();
    await handIn(id).expect(200);
    app.clock.advance(3 * DAY);
    [operator, health] = [await signedInAgain(operator), await signedInAgain(health)];
    const { body } = await handIn(id).expect(200);
    expect(of(body as FilingAnswer).commitment).toMatchObject({ checkBy: '2026-12-21' });
    const { institutionId } = body as FilingAnswer;
    const list = await app.as(health).get(`/api/v1/commitments?institutionId=${institutionId}`).expect(200);
    expect(list.body.items).toMatchObject([{ code: CODE, checkBy: '2026-12-21' }]);
    app.clock.advance(-3 * DAY);
  });

  it('is judged as the file that was read, not as one that was handed in since', async () => {
    const { id } = await accepted();
    await handIn(id).expect(200);
    const { headers } = await app.as(health).get(`/api/v1/filings/${id}`).expect(200);
    const judged = (action: string, etag: string) =>
      app
        .as(health)
        .post(`${path(id)}/${action}`)
        .set('if-match', etag)
        .send({ reason: '第二页看不清' });
    await handIn(id).expect(200);
    for (const action of ['confirm', 'return', 'breach']) {
      const { body } = await judged(action, String(headers['etag'])).expect(412);
      expect(body.code).toBe('STALE_VERSION');
    }
    const now = await app.as(health).get(`/api/v1/filings/${id}`).expect(200);
    await judged('return', String(now.headers['etag'])).expect(200);
  });

  it('is judged by the department in charge alone', async () => {
    const { id } = await accepted();
    await handIn(id).expect(200);
    const civil = await app.person('REGISTRAR');
    await app
      .as(civil)
      .post(`${path(id)}/confirm`)
      .expect(403);
    await app
      .as(operator)
      .post(`${path(id)}/confirm`)
      .expect(403);
    await app
      .as(await app.person('REGISTRAR', { departments: ['health'], districts: ['500152'] }))
      .post(`${path(id)}/confirm`)
      .expect(404);
  });

  it('that was not kept is found so only after its last day, with a reason, and bars the next one', async () => {
    const { id, institutionId } = await accepted();
    const early = await judge(id, 'breach', { reason: '没有补交' }).expect(409);
    expect(early.body.code).toBe('COMMITMENT_NOT_DUE');
    app.clock.advance(32 * DAY);
    health = await app.person('REGISTRAR', { departments: ['health'] });
    const { body } = await judge(id, 'breach', { reason: '期满没有补交' }).expect(200);
    expect(of(body as FilingAnswer).commitment).toMatchObject({ status: 'BREACHED', reason: '期满没有补交' });
    const list = await app.as(health).get(`/api/v1/commitments?institutionId=${institutionId}`).expect(200);
    expect(list.body.items).toMatchObject([
      { code: CODE, status: 'BREACHED', statusLabel: '未履行', dueOn: '2026-12-21', reason: '期满没有补交' },
    ]);
    await app.idle();
    const credit = await app.database.query(
      `select rule_code, disclosed from credit.event where institution_id = $1`,
      [institutionId],
    );
    expect(credit).toEqual([{ rule_code: 'FILING_COMMITMENT_BROKEN', disclosed: false }]);
    const again = await filings.draft(await signedInAgain(operator), 'CHILDCARE');
    expect(of(again).offer).toBeNull();
    const foreign = await app.person('OPERATOR');
    const none = await app.as(foreign).get(`/api/v1/commitments?institutionId=${institutionId}`).expect(200);
    expect(none.body.items).toEqual([]);
    const civil = await app.person('REGISTRAR');
    const other = await app.as(civil).get(`/api/v1/commitments?institutionId=${institutionId}`).expect(200);
    expect(other.body.items).toEqual([]);
  });

  it('is kept in the database as it was promised', async () => {
    const rows = await app.database.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'commitment_status_check'`,
    );
    for (const state of commitmentProcess.states) expect(rows[0]?.definition).toContain(`'${state}'`);
    await expect(app.database.query(`update filings.commitment set text = 'x'`)).rejects.toThrow(
      'what was promised does not change',
    );
    await expect(app.database.query(`delete from filings.commitment`)).rejects.toThrow('keep what they say');
    await expect(app.database.query(`update filings.commitment_transition set reason = 'x'`)).rejects.toThrow(
      'append-only',
    );
    const folded = await app.database.query<{ id: string; status: string; acts: never[] }>(
      `select c.id, c.status, coalesce(json_agg(json_build_object('action', t.action, 'from', t.from_status,
              'to', t.to_status) order by t.seq) filter (where t.seq is not null), '[]') as acts
         from filings.commitment c left join filings.commitment_transition t on t.commitment_id = c.id group by c.id`,
    );
    expect(folded.length).toBeGreaterThan(3);
    for (const { status, acts } of folded) expect(commitmentProcess.fold(acts)).toBe(status);
  });
});
