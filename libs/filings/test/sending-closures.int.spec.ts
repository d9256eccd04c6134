import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const NOTICE = {
  startsOn: '2026-12-31',
  reason: '示例·租约到期',
  notifiedOn: '2026-11-20',
  residents: 16,
  refundFen: 0,
};
const CLOSES = { ...NOTICE, recordsKeptBy: '示例·由法定代表人保管' };
const STOPS = { ...CLOSES, placements: [{ destination: 'HOME', people: 16 }] };

describe('an institution that files that it stops, and is named in the closure of another', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let other: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    other = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const items = async (by: TestPerson, id: string, list: string) =>
    (await app.as(by).get(`/api/v1/filings/${id}/${list}`).expect(200)).body.items;
  const sending = (by: TestPerson, id: string) => items(by, id, 'sending-closures');
  const home = async (by: TestPerson, name: string, more: object = {}): Promise<string> =>
    (await filings.accepted(by, registrar, 'ELDERLY_CARE', { name, ...more })).institutionId!;
  /** One of another account that ends and sends ten people to the name. */
  const closing = async (name: string, to: string, more: object = {}) => {
    const placements = [
      { destination: 'OTHER_INSTITUTION', people: 10, name: to },
      { destination: 'HOME', people: 6 },
    ];
    return filings.filedAbout(other, await home(other, name), 'CLOSURE', {
      notice: { ...CLOSES, placements, ...more },
    });
  };
  const drafted = async (institutionId: string, type = 'CLOSURE'): Promise<string> => {
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type, kind: 'ELDERLY_CARE', institutionId, institution: { notice: STOPS } })
      .expect(201);
    return body.id;
  };

  it('reads who sends people to it, how many and when, once that is granted, and until everybody is placed', async () => {
    const name = '示例·接收甲院';
    const draft = await drafted(await home(operator, name));
    const { id } = await closing('示例·终止甲院', name, { successor: name });
    expect(await sending(operator, draft)).toEqual([]);
    await filings.act(registrar, id, 'accept');
    expect(await sending(operator, draft)).toEqual([
      {
        name: '示例·终止甲院',
        endsOn: '2026-12-31',
        people: 10,
        takesOver: true,
        granted: true,
        filingId: null,
      },
    ]);
    await app.as(other).get(`/api/v1/filings/${draft}/sending-closures`).expect(404);
    await app.database.query(
      `update filings.closure_follow_up set status = 'SETTLED', due_on = null where filing_id = $1`,
      [id],
    );
    expect(await sending(operator, draft)).toEqual([]);
  });

  it('is told to who decides also where neither is granted, on both cases, each with the way to the other', async () => {
    const name = '示例·接收乙院';
    const taking = await home(operator, name);
    const ending = await closing('示例·终止乙院', name);
    const own = await filings.filedAbout(operator, taking, 'CLOSURE', { notice: STOPS });
    expect(await sending(operator, own.id)).toEqual([]);
    expect(await sending(registrar, own.id)).toEqual([
      {
        name: '示例·终止乙院',
        endsOn: '2026-12-31',
        people: 10,
        takesOver: false,
        granted: false,
        filingId: ending.id,
      },
    ]);
    const asks = { as: 'close', from: '2026-12-31', filingId: own.id };
    expect(await items(registrar, ending.id, 'receivers')).toMatchObject([
      { doubt: 'ASKS_TO_STOP', known: [{ asks }] },
    ]);
    // What is not decided of another account is not told to who ends.
    expect(await items(other, ending.id, 'receivers')).toMatchObject([
      { doubt: null, known: [{ asks: null }] },
    ]);
    await filings.act(registrar, ending.id, 'accept');
    expect(await sending(registrar, own.id)).toMatchObject([{ granted: true, filingId: ending.id }]);
    await filings.act(registrar, own.id, 'accept');
    expect(await items(registrar, ending.id, 'receivers')).toMatchObject([{ doubt: 'ABOUT_TO_STOP' }]);
  });

  it('reads nothing where another of the county bears the name as well, nor of a closure that was taken back', async () => {
    const name = '示例·接收丙院';
    const draft = await drafted(await home(operator, name));
    const { id } = await closing('示例·终止丙院', name);
    await filings.act(registrar, id, 'accept');
    expect(await sending(operator, draft)).toMatchObject([{ people: 10, takesOver: false }]);
    const address = '陕西省西安市长安区示例街道示例路401号';
    await home(other, name, { address });
    expect(await sending(operator, draft)).toEqual([]);
    await app.database.query(
      `update institutions.institution set status = 'CLOSED' where name = $1 and address = $2`,
      [name, address],
    );
    expect(await sending(operator, draft)).toHaveLength(1);
    await app.database.query(
      `update filings.closure_follow_up set status = 'CALLED_OFF', due_on = null where filing_id = $1`,
      [id],
    );
    expect(await sending(operator, draft)).toEqual([]);
  });

  it('is meant by the name that it had, and hears nothing while it files something else', async () => {
    const name = '示例·接收丁院';
    const taking = await home(operator, name);
    const { id } = await closing('示例·终止丁院', name);
    await filings.act(registrar, id, 'accept');
    const change = await filings.filedAbout(operator, taking, 'CHANGE', { name: '示例·接收丁新院' });
    expect(await sending(registrar, change.id)).toEqual([]);
    await filings.act(registrar, change.id, 'accept');
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'SUSPENSION', kind: 'ELDERLY_CARE', institutionId: taking, institution: {} })
      .expect(201);
    expect(await sending(operator, body.id)).toMatchObject([{ name: '示例·终止丁院', people: 10 }]);
  });
});
