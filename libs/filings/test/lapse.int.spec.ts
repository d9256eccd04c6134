import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { LapseFilings } from '../src/use-cases/lapse-filings';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const DAY_MS = 86_400_000;

describe('a returned filing that nobody puts right', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let stranger: TestPerson;
  let registrar: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    stranger = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  /** The stranger's filing, returned, and the owner's for the same site, not handed in yet. */
  const blocked = async (): Promise<{ theirs: FilingAnswer; mine: FilingAnswer }> => {
    count += 1;
    const site = { address: `陕西省西安市长安区争用路${count}号` };
    const { id } = await filings.submitted(stranger, 'ELDERLY_CARE', site);
    const theirs = await filings.act(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/name', message: '名称与登记证书不一致' }],
    });
    const mine = await filings.upload(operator, await filings.draft(operator, 'ELDERLY_CARE', site));
    return { theirs, mine };
  };
  const submit = (id: string, person = operator) => app.as(person).post(`/api/v1/filings/${id}/submit`);
  const lapse = () =>
    app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) => app.nest.get(LapseFilings).execute(tx));
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await app.database.query<{ status: string }>('select status from filings.filing where id = $1', [id]))[0]
      ?.status;

  it('is told to whoever comes second: its state and its term, not whose it is', async () => {
    const { theirs, mine } = await blocked();
    expect(theirs).toMatchObject({ status: 'RETURNED', dueOn: null, correctBy: '2026-12-21' });
    const answer = await submit(mine.id).expect(409);
    expect(answer.body.code).toBe('DUPLICATE_FILING');
    expect(answer.body.detail).toBe(
      '他人已于 2026-11-20 提交同一代码、同一地址的申请，已退回补正，补正期限至 2026-12-21，逾期未补正即视为撤回。如非贵机构所为，请联系主管机关核实，由其不予办理；该件办结后即可提交。',
    );
    expect(JSON.stringify(answer.body)).not.toContain(theirs.id);
    const own = await filings.upload(
      stranger,
      await filings.draft(stranger, 'ELDERLY_CARE', { address: `陕西省西安市长安区争用路${count}号` }),
    );
    expect((await submit(own.id, stranger).expect(409)).body).toMatchObject({
      filingId: theirs.id,
      detail: expect.stringMatching(/^您已于 2026-11-20 提交.*请在原件上办理。$/),
    });
  });

  it('can be refused at once, and then the owner files', async () => {
    const { theirs, mine } = await blocked();
    await submit(mine.id).expect(409);
    expect(theirs.availableActions).toContain('refuse');
    const refused = await filings.act(registrar, theirs.id, 'refuse', { reason: '冒用他人机构' });
    expect(refused).toMatchObject({ status: 'REFUSED', correctBy: null });
    await submit(mine.id).expect(200);
  });

  it('lapses when its term has ended, once, and leaves the site free', async () => {
    const { theirs, mine } = await blocked();
    const start = app.clock.now();
    try {
      // The thirtieth day is a Sunday: the Monday after it is still in time.
      app.clock.advance(31 * DAY_MS);
      await lapse();
      expect(await stateOf(theirs.id)).toBe('RETURNED');
      app.clock.advance(DAY_MS);
      await lapse();
      await lapse();
      expect(await stateOf(theirs.id)).toBe('LAPSED');
    } finally {
      app.clock.advance(start.getTime() - app.clock.now().getTime());
    }
    const seen = await app.as(stranger).get(`/api/v1/filings/${theirs.id}`).expect(200);
    expect(seen.body).toMatchObject({
      statusLabel: '逾期未补正视为撤回',
      availableActions: [],
      editable: false,
      correctBy: null,
    });
    const history = await app.as(stranger).get(`/api/v1/filings/${theirs.id}/history`).expect(200);
    expect(history.body.items.slice(2)).toMatchObject([
      {
        seq: 3,
        action: 'lapse',
        from: 'RETURNED',
        to: 'LAPSED',
        actorName: '系统',
        reason: '补正期限2026年12月21日届满，未重新提交',
      },
    ]);
    const entries = await app.database.query(
      `select 1 from audit.entry where subject_id = $1 and action = 'filing.lapsed'`,
      [theirs.id],
    );
    expect(entries).toHaveLength(1);
    expect((await submit(theirs.id, stranger).expect(409)).body.code).toBe('INVALID_TRANSITION');
    await submit(mine.id).expect(200);
  });

  it('does not lapse when it was handed in again within the term', async () => {
    const { theirs } = await blocked();
    const again = await filings.act(stranger, theirs.id, 'submit');
    expect(again).toMatchObject({ status: 'SUBMITTED', correctBy: null });
    const start = app.clock.now();
    try {
      app.clock.advance(60 * DAY_MS);
      await lapse();
      expect(await stateOf(theirs.id)).toBe('SUBMITTED');
    } finally {
      app.clock.advance(start.getTime() - app.clock.now().getTime());
    }
  });
});
