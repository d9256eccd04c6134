import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const FIRE = { department: 'fire', question: '请就消防安全条件提出意见', materials: ['COMMITMENT_LETTER'] };
const LATER = { reason: '开办推迟，请打 13800000001 联系' };
const NOTICE = {
  startsOn: '2026-12-01',
  endsOn: '2027-03-01',
  reason: '示例·房屋修缮',
  notifiedOn: '2026-11-01',
  residents: 1,
  placements: [{ destination: 'HOME', people: 1 }],
  refundFen: 100,
  refundBy: '2026-12-31',
};

describe('the applicant takes back what was handed in (撤回申请)', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const withdraw = (id: string, by = operator, body: object = {}) =>
    app.as(by).post(`/api/v1/filings/${id}/withdraw`).send(body);
  const read = async (path: string, by = operator) =>
    (await app.as(by).get(`/api/v1${path}`).expect(200)).body;
  const waitsFor = async (id: string, by: TestPerson): Promise<boolean> =>
    JSON.stringify((await read('/work-items?limit=100', by)).items).includes(id);
  const told = async (id: string, by: TestPerson): Promise<string[]> =>
    (await read('/notifications?limit=100', by)).items
      .filter(({ subject }: { subject: { id: string } | null }) => subject?.id === id)
      .map(({ type }: { type: string }) => type);

  it('ends it for good: no term, nothing that waits, its reason without personal data in the history', async () => {
    const fire = await app.person('ADVISER', { departments: ['fire'] });
    const { id } = await filings.submitted(operator);
    const asked = await app.as(registrar).post(`/api/v1/filings/${id}/opinions`).send(FIRE).expect(201);
    expect(await waitsFor(id, registrar)).toBe(true);
    expect((await read(`/filings/${id}`)).availableActions).toEqual(['withdraw']);
    expect((await withdraw(id, operator, LATER).expect(200)).body).toMatchObject({
      status: 'WITHDRAWN',
      statusLabel: '已撤回',
      dueOn: null,
      correctBy: null,
      availableActions: [],
      editable: false,
    });
    for (const by of [operator, registrar, fire]) expect(await waitsFor(id, by)).toBe(false);
    expect(await waitsFor(asked.body.items[0].id, fire)).toBe(false);
    expect((await read(`/filings/${id}/opinions`)).items).toMatchObject([
      { status: 'WAIVED', reasons: '申请人撤回申请' },
    ]);
    expect((await read(`/filings/${id}/history`)).items.at(-1)).toMatchObject({
      action: 'withdraw',
      label: '撤回申请',
      from: 'SUBMITTED',
      to: 'WITHDRAWN',
      reason: '开办推迟，请打 138****0001 联系',
    });
    await app.idle();
    expect(await told(id, registrar)).toContain('FILING_WITHDRAWN');
    expect(await told(id, operator)).not.toContain('FILING_WITHDRAWN');
    const log = await app.database.query<{ canonical: string }>(
      `select canonical from audit.entry where subject_id = $1 and action = 'filing.withdrawn'`,
      [id],
    );
    expect(log).toHaveLength(1);
    expect(log[0]?.canonical).not.toContain('开办推迟');
    expect((await app.as(operator).get(`/api/v1/filings/${id}/receipt.pdf`).expect(404)).body.code).toBe(
      'NO_RECEIPT',
    );
  });

  it('is open while it is returned as well, and what was asked for is asked for no more', async () => {
    const { id } = await filings.returned(operator, registrar);
    expect((await read(`/filings/${id}`)).availableActions).toEqual(['submit', 'withdraw']);
    expect((await withdraw(id).expect(200)).body).toMatchObject({ status: 'WITHDRAWN', correctBy: null });
    expect((await read(`/filings/${id}/history`)).items.at(-1)).toMatchObject({
      from: 'RETURNED',
      reason: null,
    });
    expect((await read(`/filings/${id}/papers`)).items).toMatchObject([
      { kind: 'CORRECTION_NOTICE', endedAs: 'DROPPED' },
      { kind: 'INTAKE_SLIP', endedAs: 'DROPPED' },
    ]);
    expect((await app.as(operator).post(`/api/v1/filings/${id}/submit`).expect(409)).body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'WITHDRAWN',
    });
  });

  it('lets the same be filed anew at once, with what was filled in', async () => {
    const { id } = await filings.submitted(operator);
    await withdraw(id).expect(200);
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', againOf: id })
      .expect(201);
    const { institution } = await read(`/filings/${id}`);
    expect(body.institution).toMatchObject({ address: institution.address, capacity: 120 });
    const again = await filings.upload(operator, body as FilingAnswer);
    expect(await filings.act(operator, again.id, 'submit')).toMatchObject({ status: 'SUBMITTED' });
  });

  it('is there for what is filed about a registered institution, which stays as it is', async () => {
    const { institutionId } = await filings.accepted(operator, registrar);
    for (const [type, institution] of [
      ['CHANGE', { servicePhone: '029-85000001' }],
      ['SUSPENSION', { notice: NOTICE }],
    ] as const) {
      const { id } = await filings.filedAbout(operator, institutionId, type, institution);
      const begin = () =>
        app
          .as(operator)
          .post('/api/v1/filings')
          .send({ type, kind: 'ELDERLY_CARE', institutionId, institution: {} });
      expect((await begin().expect(409)).body.code).toBe('CHANGE_UNDER_WAY');
      await withdraw(id).expect(200);
      const held = await read(`/institutions/${institutionId}`);
      expect(held).toMatchObject({ status: 'OPERATING', openFilings: expect.arrayContaining([type]) });
      const anew = await begin().expect(201);
      await app.as(operator).post(`/api/v1/filings/${anew.body.id}/abandon`).expect(200);
    }
  });

  it('is the applicant’s alone, of the version they have seen, and not of what is decided', async () => {
    const { id, version } = await filings.submitted(operator);
    await withdraw(id, await app.person('OPERATOR')).expect(404);
    await withdraw(id, registrar).expect(403);
    expect((await read(`/filings/${id}`, registrar)).availableActions).not.toContain('withdraw');
    const stale = await withdraw(id)
      .set('if-match', `"${version + 1}"`)
      .expect(412);
    expect(stale.body.code).toBe('STALE_VERSION');
    await filings.act(registrar, id, 'accept');
    expect((await withdraw(id).expect(409)).body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'ACCEPTED',
    });
    const { id: draft } = await filings.draft(operator);
    expect((await withdraw(draft).expect(409)).body).toMatchObject({ from: 'DRAFT' });
  });

  it.each(['accept', 'refuse', 'return'])(
    'and an official who would %s it at the same time: one is done',
    async (act) => {
      const words = {
        accept: {},
        refuse: { reason: '不属于备案范围' },
        return: { reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }] },
      }[act];
      for (let i = 0; i < 4; i += 1) {
        const { id } = await filings.submitted(operator);
        const decide = () => app.as(registrar).post(`/api/v1/filings/${id}/${act}`).send(words);
        const [taken, decided] = await Promise.all(
          i % 2 === 0 ? [withdraw(id), decide()] : [decide(), withdraw(id)].reverse(),
        );
        const { items } = await read(`/filings/${id}/history`);
        // What was returned first may be taken back afterwards: that is no second result, but the next step.
        const both = act === 'return' && taken?.status === 200 && decided?.status === 200;
        if (!both) expect([taken?.status, decided?.status].sort()).toEqual([200, 409]);
        expect(items.length).toBe(both ? 3 : 2);
      }
    },
  );
});
