import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { startLicensing } from './licensing.builder';

const LETTER = 'AUTHORISATION_LETTER';
const ELSEWHERE = '500152';
const REMARK = { pointer: '/takeover', message: '请说明为什么由本账号办理，并上传授权委托书' };

describe('a first filing that was handed in before another account came to hold its code', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let holder: TestPerson;
  let comer: TestPerson;
  let registrar: TestPerson;
  beforeEach(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    holder = await app.person('OPERATOR');
    comer = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterEach(() => app.stop());

  const read = async (id: string, person = registrar) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body as FilingAnswer;
  const send = (person: TestPerson, id: string, action: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body);
  const refused = async (id: string) => (await send(registrar, id, 'accept').expect(409)).body.code;

  it('is not granted before its applicant has said why, and proved it: it is sent back for that', async () => {
    const { id } = await filings.submitted(comer);
    const first = await filings.submitted(holder);
    expect((await read(id)).takeover).toBeNull();
    await filings.act(registrar, first.id, 'accept');

    expect((await read(id)).takeover).toMatchObject({ required: true, remarkable: true, statement: null });
    expect(await refused(id)).toBe('TAKEOVER_UNEXPLAINED');
    await send(registrar, id, 'return', { reasons: [REMARK] }).expect(200);

    const back = await read(id, comer);
    expect(back.materials).toContainEqual(expect.objectContaining({ code: LETTER, required: true }));
    const unsaid = await send(comer, id, 'submit').expect(422);
    expect(unsaid.body).toMatchObject({ code: 'FIELDS_INCOMPLETE', errors: [{ pointer: '/takeover' }] });
    await filings.upload(comer, await filings.stateTakeover(comer, back), [LETTER]);
    await send(comer, id, 'submit').expect(200);
    expect((await read(id)).takeover).toMatchObject({ required: false });
    await filings.act(registrar, id, 'accept');
  });

  it('is sent back for that in a later round too', async () => {
    const { id } = await filings.submitted(comer);
    await send(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/name', message: '示例·名称不全' }],
    }).expect(200);
    await send(comer, id, 'submit').expect(200);
    await filings.accepted(holder, registrar);
    await send(registrar, id, 'return', { reasons: [REMARK] }).expect(200);
  });

  it('is not granted on a word that was given before there was anything to prove', async () => {
    const draft = await filings.draft(comer);
    await filings.upload(comer, await filings.stateTakeover(comer, draft));
    await send(comer, draft.id, 'submit').expect(200);
    const first = await filings.submitted(holder);
    await filings.act(registrar, first.id, 'accept');
    expect((await read(draft.id)).takeover).toMatchObject({ required: true });
    expect(await refused(draft.id)).toBe('TAKEOVER_UNEXPLAINED');
  });

  it('is not granted at the same moment either, in whatever counties', async () => {
    const there = await app.person('REGISTRAR', { districts: [ELSEWHERE] });
    const site = { district: ELSEWHERE, address: '重庆市潼南区示例路1号' };
    const here = await filings.submitted(comer);
    const other = await filings.submitted(holder, 'ELDERLY_CARE', site);
    const answers = await Promise.all([send(registrar, here.id, 'accept'), send(there, other.id, 'accept')]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('TAKEOVER_UNEXPLAINED');
  });
});

it('an application for a licence that is taken in is not granted either, and is left to be refused', async () => {
  const { app, filings, operator, health } = await startLicensing();
  try {
    const comer = await app.person('OPERATOR');
    const { id } = await filings.submitted(comer, 'CHILDCARE');
    const first = await filings.submitted(operator, 'CHILDCARE');
    await filings.act(health, id, 'admit');
    await filings.act(health, first.id, 'accept');
    const seen = await app.as(health).get(`/api/v1/filings/${id}`).expect(200);
    expect(seen.body).toMatchObject({
      takeover: { required: true },
      availableActions: expect.not.arrayContaining(['return']),
    });
    const { body } = await app.as(health).post(`/api/v1/filings/${id}/accept`).send({}).expect(409);
    expect(body).toMatchObject({ code: 'TAKEOVER_UNEXPLAINED' });
    await filings.act(health, id, 'refuse', { reason: '示例·没有提交授权委托书。' });
  } finally {
    await app.stop();
  }
});
