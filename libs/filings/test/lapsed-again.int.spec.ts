import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { LapseFilings } from '../src/use-cases/lapse-filings';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const APPLICANT = '示例·丁老人';
const DAY_MS = 86_400_000;
const REASONS = [
  { pointer: '/institution/capacity', message: '示例·床位数与平面图不一致' },
  { pointer: '/materials/REGISTRATION_CERTIFICATE', message: '示例·证书缺一页' },
];

describe('what came to nothing before, for who applies anew and for who decides', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR', { name: APPLICANT });
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const site = () => {
    count += 1;
    return { address: `陕西省西安市长安区重填路${count}号` };
  };
  const lapsed = async (): Promise<string> => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', site());
    await filings.act(registrar, id, 'return', { reasons: REASONS });
    app.clock.advance(40 * DAY_MS);
    await app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) => app.nest.get(LapseFilings).execute(tx));
    return id;
  };
  const again = async (againOf: string): Promise<FilingAnswer> => {
    const draft = { type: 'INITIAL', kind: 'ELDERLY_CARE', againOf };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    return filings.upload(operator, body as FilingAnswer);
  };
  const told = async (id: string) =>
    (await app.as(operator).get(`/api/v1/filings/${id}/refused-before`).expect(200)).body.items;
  const atDesk = async (id: string): Promise<{ id: string; status: string; reason: string }[]> =>
    (await app.as(registrar).get(`/api/v1/filings/${id}/duplicates`).expect(200)).body.refusals;

  it('lists the remarks of the last return of what lapsed, and which of them nobody has followed', async () => {
    const id = await lapsed();
    const filing = await again(id);
    expect(await told(filing.id)).toEqual([
      {
        filingId: id,
        status: 'LAPSED',
        reason: null,
        unchanged: expect.any(Boolean),
        signedAnew: [],
        remarks: [
          { ...REASONS[0], place: expect.any(String), touched: false },
          { ...REASONS[1], place: expect.any(String), touched: expect.any(Boolean) },
        ],
      },
    ]);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${filing.id}`)
      .set('if-match', `"${filing.version}"`)
      .send({ institution: { capacity: 121 } })
      .expect(200);
    expect((await told(filing.id))[0].remarks[0]).toMatchObject({ touched: true });
  });

  it('lists them as well to the official who begins it again at the window for the applicant, and to no other', async () => {
    const official = await app.person('REGISTRAR', { name: '示例·丙窗口' });
    const id = await lapsed();
    const applicant = { username: operator.username, name: APPLICANT };
    const { body } = await app
      .as(official)
      .post('/api/v1/filings/assisted')
      .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', againOf: id, applicant })
      .expect(201);
    const path = `/api/v1/filings/${(body as FilingAnswer).id}/refused-before`;
    const answer = await app.as(official).get(path).expect(200);
    expect(answer.body.items).toMatchObject([{ filingId: id, status: 'LAPSED', remarks: REASONS }]);
    await app.as(registrar).get(path).expect(404);
  });

  it('tells the desk the same with the case that lapsed, once it is handed in', async () => {
    const id = await lapsed();
    const filing = await again(id);
    await filings.act(operator, filing.id, 'submit');
    const [found] = (await atDesk(filing.id)).filter((each) => each.id === id);
    expect(found).toMatchObject({ status: 'LAPSED', reason: expect.stringContaining('示例·证书缺一页') });
  });

  it('is at the desk neither what was granted since nor what is of another type', async () => {
    const here = site();
    const first = await filings.submitted(operator, 'ELDERLY_CARE', here);
    await filings.act(registrar, first.id, 'refuse', { reason: '示例·不符合规定' });
    const { id } = await again(first.id);
    await filings.act(operator, id, 'submit');
    const about = async (filing: string) => (await atDesk(filing)).map((each) => each.id);
    expect(await about(id)).toContain(first.id);
    const { institutionId } = await filings.act(registrar, id, 'accept');

    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 150 });
    expect(await about(change.id)).not.toContain(first.id);
    await filings.act(registrar, change.id, 'refuse', { reason: '示例·缺消防材料' });
    const anew = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 150 });
    expect(await about(anew.id)).toEqual([change.id]);
    await filings.act(registrar, anew.id, 'accept');
    const later = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 160 });
    expect(await about(later.id)).toEqual([]);
    // Of the house next door it is asked anew, and there what was granted here bears on nothing.
    const other = await filings.submitted(operator, 'ELDERLY_CARE', site());
    expect(await about(other.id)).not.toContain(first.id);
  });
});
