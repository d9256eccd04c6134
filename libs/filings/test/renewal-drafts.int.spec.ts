import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { fileAgainFrom, licenseFrom } from './regime.builder';

const DAY = 86_400_000;
const LAST_DAY = '2026-11-02';
const SITE = '陕西省西安市长安区郭杜街道示例路66号';

type Case = FilingAnswer & {
  regime: string;
  renewal:
    (Record<'institutionId' | 'until' | 'state' | 'askBy', string | null> & { inTime: boolean }) | null;
};

describe('a renewal that is not handed in yet', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string;

  const read = async (path: string, by: TestPerson = operator) =>
    (await app.as(by).get(`/api/v1/${path}`).expect(200)).body;
  const begin = async (address: string): Promise<Case> =>
    (await filings.draft(operator, 'CHILDCARE', { address })) as Case;
  const edit = async ({ id }: FilingAnswer, institution: object): Promise<Case> => {
    const { version } = await read(`filings/${id}`);
    const request = app.as(operator).patch(`/api/v1/filings/${id}`).set('If-Match', `"${version}"`);
    return (await request.send({ institution }).expect(200)).body;
  };
  const stored = async ({ id }: FilingAnswer): Promise<string | null> => {
    const rows = await app.database.query<{ renews: string | null }>(
      'select renews from filings.filing where id = $1',
      [id],
    );
    return rows[0]?.renews ?? null;
  };

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z', worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-09-04');
    await fileAgainFrom(app, '2026-10-06');
    await licenseFrom(app, '2026-10-10');
    ({ institutionId } = (await filings.accepted(operator, health, 'CHILDCARE', { address: SITE })) as {
      institutionId: string;
    });
    const end = 'update institutions.institution set valid_until = $2 where id = $1';
    await app.database.query(end, [institutionId, LAST_DAY]);
  });
  afterAll(() => app.stop());

  it('is one from the day on which it is begun, and another application where the site becomes another', async () => {
    const draft = await begin(SITE);
    const renewal = { institutionId, until: LAST_DAY, inTime: true, state: null, askBy: '2026-10-03' };
    expect(draft.renewal).toEqual(renewal);
    expect(await stored(draft)).toBe(institutionId);
    expect((await edit(draft, { address: `${SITE}之二` })).renewal).toBeNull();
    expect(await stored(draft)).toBeNull();
    expect((await edit(draft, { address: SITE })).renewal).toEqual(renewal);
    expect(await stored(draft)).toBe(institutionId);
    expect((await begin(`${SITE}之三`)).renewal).toBeNull();
    const stranger = await app.person('OPERATOR');
    expect(await filings.draft(stranger, 'CHILDCARE', { address: SITE })).toMatchObject({ renewal: null });
  });

  it('waits for nobody', async () => {
    for (const view of ['renewal_facts', 'waiting_renewal_facts', 'renewal_public'])
      expect(await app.database.query(`select from filings.${view}`)).toHaveLength(0);
    const page = (await app.http.get(`/institutions/${institutionId}`).expect(200)).text;
    expect(page).not.toContain('延续申请办理中');
  });

  it('is none under a law by which sites file, however often it is edited', async () => {
    const draft = await begin(SITE);
    app.clock.advance(33 * DAY);
    expect(await read(`filings/${draft.id}`)).toMatchObject({ regime: 'FILING', renewal: null });
    expect(await edit(draft, { capacity: 61 })).toMatchObject({ regime: 'FILING', renewal: null });
    expect(await stored(draft)).toBeNull();
    app.clock.advance(3 * DAY);
    expect(await edit(draft, { capacity: 62 })).toMatchObject({
      regime: 'LICENCE',
      renewal: { inTime: false },
    });
    expect(await stored(draft)).toBe(institutionId);
  });

  it('is in time by the day on which it is handed in, and not by that on which it was begun', async () => {
    const draft = await begin(SITE);
    // As if it had been begun in time and put aside.
    const early = 'update filings.filing set renews_in_time = true where id = $1';
    await app.database.query(early, [draft.id]);
    expect((await read(`filings/${draft.id}`)).renewal).toMatchObject({ inTime: false });
    const { body } = await app.as(operator).get(`/api/v1/filings/${draft.id}`).expect(200);
    await filings.upload(operator, body as FilingAnswer);
    const submitted = (await filings.act(operator, draft.id, 'submit')) as Case;
    expect(submitted.renewal).toEqual({
      institutionId,
      until: LAST_DAY,
      inTime: false,
      state: null,
      askBy: null,
    });
  });
});
