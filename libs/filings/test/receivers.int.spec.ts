import { randomUUID } from 'node:crypto';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { codesOf } from './change-scene.builder';
import { FilingBuilder } from './filing.builder';

const NOTICE = {
  startsOn: '2026-12-31',
  reason: '租约到期，不再续租',
  notifiedOn: '2026-11-20',
  residents: 16,
  refundFen: 0,
  recordsKeptBy: '由法定代表人保管',
};

const PAUSE = {
  startsOn: '2026-12-31',
  endsOn: '2027-02-28',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-10',
  residents: 1,
  placements: [{ destination: 'HOME', people: 1 }],
  refundFen: 0,
};

describe('who takes people in when an institution ends', () => {
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

  it('is looked up in the register by name, for who files and who decides', async () => {
    const other = await app.person('OPERATOR');
    const home = await filings.accepted(other, registrar, 'ELDERLY_CARE', { name: '示例·接收养老院' });
    const ends = await filings.accepted(operator, registrar);
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CLOSURE',
        kind: 'ELDERLY_CARE',
        institutionId: ends.institutionId,
        institution: {
          notice: {
            ...NOTICE,
            placements: [
              { destination: 'OTHER_INSTITUTION', people: 10, name: '示例·接收养老院' },
              { destination: 'OTHER_INSTITUTION', people: 6, name: '示例·没有的养老院' },
            ],
          },
        },
      })
      .expect(201);
    const path = `/api/v1/filings/${body.id}/receivers`;
    const found = await app.as(operator).get(path).expect(200);
    expect(found.body.items).toMatchObject([
      {
        name: '示例·接收养老院',
        people: 10,
        doubt: null,
        known: [{ institutionId: home.institutionId, status: 'OPERATING', capacity: 120 }],
      },
      { name: '示例·没有的养老院', people: 6, doubt: 'UNKNOWN', known: [] },
    ]);
    await app.as(other).get(path).expect(404);
  });

  it('is doubted where the authority has ended its filing, unless the decision fell', async () => {
    const name = '示例·备案已撤销养老院';
    const other = await app.person('OPERATOR');
    const revoked = await filings.accepted(other, registrar, 'ELDERLY_CARE', { name });
    const ends = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·安置养老院' });
    const placements = [{ destination: 'OTHER_INSTITUTION', people: 16, name }];
    const { id } = await filings.filedAbout(operator, ends.institutionId, 'CLOSURE', {
      notice: { ...NOTICE, placements },
    });
    const found = async (by: TestPerson) =>
      (await app.as(by).get(`/api/v1/filings/${id}/receivers`).expect(200)).body.items;
    expect(await found(registrar)).toMatchObject([
      { doubt: null, known: [{ endedAs: null, endedOn: null }] },
    ]);
    const removalId = randomUUID();
    const end = (endedAs: string) =>
      app.database.query(
        `insert into institutions.filing_end (removal_id, institution_id, filing_number, ended_as, ended_on, decided_by, decided_at)
         values ($1, $2, $3, $4, '2026-11-19', $5, now())`,
        [removalId, revoked.institutionId, revoked.filingNumber, endedAs, registrar.id],
      );
    await end('REVOKED');
    const doubted = [
      {
        doubt: 'FILING_ENDED',
        known: [{ status: 'OPERATING', regime: 'FILING', endedAs: 'REVOKED', endedOn: '2026-11-19' }],
      },
    ];
    expect(await found(operator)).toMatchObject(doubted);
    expect(await found(registrar)).toMatchObject(doubted);
    await end('RESTORED');
    expect(await found(registrar)).toMatchObject([{ doubt: null }]);
  });

  it('is doubted where it will itself stop by what was accepted, and told by its address where two bear the name', async () => {
    const other = await app.person('OPERATOR');
    const name = '示例·将要暂停养老院';
    const stops = await filings.accepted(other, registrar, 'ELDERLY_CARE', { name });
    const suspension = await filings.filedAbout(other, stops.institutionId, 'SUSPENSION', {
      notice: PAUSE,
    });
    await filings.act(registrar, suspension.id, 'accept');
    const ends = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·又一安置院' });
    const placements = [{ destination: 'OTHER_INSTITUTION', people: 6, name }];
    const { id } = await filings.filedAbout(operator, ends.institutionId, 'CLOSURE', {
      notice: { ...NOTICE, residents: 6, placements },
    });
    const found = async () =>
      (await app.as(operator).get(`/api/v1/filings/${id}/receivers`).expect(200)).body.items;
    const stop = { stopsAs: 'suspend', stopsOn: '2026-12-31', status: 'OPERATING' };
    expect(await found()).toMatchObject([{ doubt: 'ABOUT_TO_STOP', known: [stop] }]);
    const address = '陕西省西安市长安区示例街道示例路301号';
    await filings.accepted(other, registrar, 'ELDERLY_CARE', { name, address });
    expect(await found()).toMatchObject([
      {
        doubt: 'SEVERAL',
        known: expect.arrayContaining([expect.objectContaining({ address, stopsAs: null })]),
      },
    ]);
  });

  it('is found by the name that it had, unless another bears it now', async () => {
    const other = await app.person('OPERATOR');
    const name = '示例·旧名养老院';
    const first = await filings.accepted(other, registrar, 'ELDERLY_CARE', { name });
    const change = await filings.filedAbout(other, first.institutionId, 'CHANGE', {
      name: '示例·新名养老院',
    });
    await filings.act(registrar, change.id, 'accept');
    const ends = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·第三安置院' });
    const placements = [{ destination: 'OTHER_INSTITUTION', people: 6, name }];
    const { id } = await filings.filedAbout(operator, ends.institutionId, 'CLOSURE', {
      notice: { ...NOTICE, residents: 6, placements },
    });
    const found = async () =>
      (await app.as(operator).get(`/api/v1/filings/${id}/receivers`).expect(200)).body.items;
    expect(await found()).toMatchObject([
      { name, doubt: null, known: [{ institutionId: first.institutionId, name: '示例·新名养老院' }] },
    ]);
    const heir = await filings.accepted(other, registrar, 'ELDERLY_CARE', {
      name,
      address: '陕西省西安市长安区示例街道示例路302号',
    });
    expect(await found()).toMatchObject([{ known: [{ institutionId: heir.institutionId, name }] }]);
  });

  it('is suggested while it is typed: of the county and the kind, that could take all in, and never itself', async () => {
    const other = await app.person('OPERATOR');
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const home = (name: string, more: object = {}) =>
      filings.accepted(other, registrar, 'ELDERLY_CARE', { name, ...more });
    const small = await home('示例·甲候选院', { capacity: 10 });
    const large = await home('示例·乙候选院');
    const stopped = await home('示例·丙候选院');
    await app.database.query(`update institutions.institution set status = 'SUSPENDED' where id = $1`, [
      stopped.institutionId,
    ]);
    await filings.accepted(other, health, 'CHILDCARE', { name: '示例·丁候选园' });
    const ends = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·戊候选院' });
    const placements = [{ destination: 'HOME', people: 16 }];
    const { id } = await filings.filedAbout(operator, ends.institutionId, 'CLOSURE', {
      notice: { ...NOTICE, placements },
    });
    const path = (name: string) =>
      `/api/v1/filings/${id}/receivers/suggestions?name=${encodeURIComponent(name)}`;
    const { body } = await app.as(operator).get(path('候选')).expect(200);
    expect(body.items).toEqual([
      { institutionId: large.institutionId, name: '示例·乙候选院', capacity: 120 },
      { institutionId: small.institutionId, name: '示例·甲候选院', capacity: 10 },
    ]);
    expect((await app.as(operator).get(path('候选%')).expect(200)).body.items).toEqual([]);
    await app.as(operator).get(path('候')).expect(422);
    await app.as(other).get(path('候选')).expect(404);
    await app.as(health).get(path('候选')).expect(403);
  });

  const related = async (id: string | null, relation: string) => {
    const { body } = await app
      .as(registrar)
      .get(`/api/v1/institutions/${id}/related?relation=${relation}`)
      .expect(200);
    return (body.items as { id: string; basis: string }[]).map(({ id: other, basis }) => [other, basis]);
  };

  it('has what ended before it in the register once the closure that names it as taking over is accepted', async () => {
    const home = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·承接养老院' });
    const ends = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·被承接养老院' });
    const notice = {
      ...NOTICE,
      placements: [{ destination: 'OTHER_INSTITUTION', people: 16, name: '示例·承接养老院' }],
      successor: '示例·承接养老院',
    };
    const { id } = await filings.filedAbout(operator, ends.institutionId, 'CLOSURE', { notice });
    expect(await related(home.institutionId, 'PREDECESSOR')).toEqual([]);
    await filings.act(registrar, id, 'accept');
    expect(await related(home.institutionId, 'PREDECESSOR')).toEqual([[ends.institutionId, 'CLOSURE']]);
    expect(await related(ends.institutionId, 'SUCCESSOR')).toEqual([[home.institutionId, 'CLOSURE']]);
    const { body } = await app
      .as(operator)
      .get(`/api/v1/closures?institutionId=${ends.institutionId}`)
      .expect(200);
    expect(body.items).toMatchObject([{ successor: '示例·承接养老院', successorWritten: true }]);
  });
});

/** By the forms in force from 2026-12-19. */
describe('who takes over from an institution that ends', () => {
  let app: TestApp;
  let operator: TestPerson;
  let institutionId: string | null;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-12-21T02:00:00Z' });
    operator = await app.person('OPERATOR');
    const filings = new FilingBuilder(app);
    ({ institutionId } = await filings.accepted(operator, await app.person('REGISTRAR'), 'ELDERLY_CARE', {
      name: '示例·本院',
    }));
  });
  afterAll(() => app.stop());

  it.each([
    [{ successor: '示例·本院' }, '/institution/notice/successor SUCCESSOR_ITSELF'],
    [
      { placements: [{ destination: 'OTHER_INSTITUTION', people: 16, name: '示例·本院' }] },
      '/institution/notice/placements/0/name RECEIVER_ITSELF',
    ],
    [{ refundFen: 100, refundBy: '2028-01-01' }, '/institution/notice/refundBy REFUND_TOO_LATE'],
  ])('is not what it cannot be: %j', async (wrong, fault) => {
    const notice = { ...NOTICE, startsOn: '2026-12-31', placements: [{ destination: 'HOME', people: 16 }] };
    const answer = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CLOSURE',
        kind: 'ELDERLY_CARE',
        institutionId,
        institution: { notice: { ...notice, ...wrong } },
      })
      .expect(422);
    expect(codesOf(answer)).toEqual(['VALIDATION_FAILED', fault]);
  });
});
