import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

describe('the address of a 家庭托育点 of another account', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let holder: TestPerson;
  let comer: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    holder = await app.person('OPERATOR');
    comer = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());

  const takeover = (filing: FilingAnswer) => filing.takeover;
  const read = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body as FilingAnswer;
  const submit = (person: TestPerson, id: string) => app.as(person).post(`/api/v1/filings/${id}/submit`);

  it('is not found by trying one house after the other, whatever a draft calls itself, nor by handing it in', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const address = '陕西省西安市长安区韦曲街道示例小巷1号';
    const home = { siteType: 'HOME', capacity: 5, name: '示例·小巷家庭托育点', address };
    const first = await filings.accepted(holder, health, 'CHILDCARE', home);
    const draft = await filings.draft(comer, 'CHILDCARE', home);
    for (const siteType of ['HOME', null]) {
      const open = await filings.draft(comer, 'CHILDCARE', { ...home, siteType });
      expect(takeover(open)).toMatchObject({ account: true, taken: false, homes: [] });
      expect((await submit(comer, open.id).expect(422)).body.code).not.toBe('DUPLICATE_INSTITUTION');
    }
    const seen = await app.as(comer).get(`/api/v1/filings/${draft.id}`).expect(200);
    const { uscc, legalForm } = seen.body.institution as { uscc: string; legalForm: string };
    const other = await filings.draft(comer, 'ELDERLY_CARE', { uscc, legalForm, address });
    // Of the other kind nothing of the code stands in the register at all.
    expect(takeover(other)).toBeNull();
    await submit(comer, other.id).expect(422);
    expect(takeover(draft)).toMatchObject({ account: true, taken: false, homes: [] });
    await filings.upload(comer, draft);
    await submit(comer, draft.id).expect(200);
    const { body } = await app.as(health).get(`/api/v1/filings/${draft.id}/duplicates`).expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({ what: 'INSTITUTION', id: first.institutionId, ofAnother: true }),
    );
    const accepted = await app.as(health).post(`/api/v1/filings/${draft.id}/accept`).expect(409);
    expect(accepted.body.code).toBe('DUPLICATE_INSTITUTION');
    await filings.act(health, draft.id, 'refuse', { reason: '该处已经备案，不能重复办理' });

    // Whose it is reads at once that it is registered already.
    const own = await filings.draft(holder, 'CHILDCARE', home);
    await filings.upload(holder, own);
    expect((await submit(holder, own.id).expect(409)).body.code).toBe('DUPLICATE_INSTITUTION');
  });

  it('is not found by handing in while it is filed for either: the office has both before it', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const address = '陕西省西安市长安区韦曲街道示例小巷2号';
    const home = { siteType: 'HOME', capacity: 5, name: '示例·二号家庭托育点', address };
    const first = await filings.submitted(holder, 'CHILDCARE', home);
    const again = await filings.draft(holder, 'CHILDCARE', home);
    await filings.upload(holder, again);
    // Whose it is reads which of the own cases it is.
    expect((await submit(holder, again.id).expect(409)).body).toMatchObject({
      code: 'DUPLICATE_FILING',
      filingId: first.id,
    });
    for (const siteType of ['HOME', null]) {
      const draft = await filings.draft(comer, 'CHILDCARE', {
        ...home,
        siteType,
        name: siteType === null ? '示例·二号托育中心' : home.name,
      });
      await filings.stateTakeover(comer, draft);
      await filings.upload(comer, await read(comer, draft.id));
      const { body: handedIn } = await submit(comer, draft.id).expect(200);
      expect(handedIn).toMatchObject({ status: 'SUBMITTED' });
      const { body } = await app.as(health).get(`/api/v1/filings/${draft.id}/duplicates`).expect(200);
      expect(body.items).toContainEqual(expect.objectContaining({ what: 'FILING', id: first.id }));
      await app.as(comer).post(`/api/v1/filings/${draft.id}/withdraw`).send({}).expect(200);
    }
  });

  it('hinders nobody who puts their own filing right, whatever another account hands in there meanwhile', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const address = '陕西省西安市长安区韦曲街道示例小巷3号';
    const home = { siteType: 'HOME', capacity: 5, name: '示例·三号家庭托育点', address };
    const first = await filings.submitted(holder, 'CHILDCARE', home);
    const centre = { siteType: null, name: '示例·三号托育中心', address };
    const other = await filings.draft(comer, 'CHILDCARE', centre);
    await filings.stateTakeover(comer, other);
    await filings.upload(comer, await read(comer, other.id));
    await submit(comer, other.id).expect(200);
    const reasons = [{ pointer: '/institution/capacity', message: '请核对托位数' }];
    await app.as(health).post(`/api/v1/filings/${first.id}/return`).send({ reasons }).expect(200);
    const { body } = await submit(holder, first.id).expect(200);
    expect(body).toMatchObject({ status: 'SUBMITTED' });
    await filings.act(health, other.id, 'refuse', { reason: '该处为家庭托育点' });
  });
});
