import { execFileSync } from 'node:child_process';
import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const CLOSING = {
  startsOn: '2026-12-01',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 3,
  placements: [
    { destination: 'OTHER_INSTITUTION', people: 2, name: '示例·长安颐养院' },
    { destination: 'HOME', people: 1 },
  ],
  refundFen: 1_250_000,
  refundBy: '2026-12-31',
  recordsKeptBy: '示例·长安颐养院档案室',
};
const PAUSE = { ...CLOSING, endsOn: '2027-03-01', recordsKeptBy: null };

describe('stopping, going on and ending', () => {
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

  const draft = (type: string, institutionId: string | null, notice?: object) =>
    app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type,
        kind: 'ELDERLY_CARE',
        institutionId,
        ...(notice === undefined ? {} : { institution: { notice } }),
      });
  const filed = (type: string, institutionId: string | null, notice: object): Promise<FilingAnswer> =>
    filings.filedAbout(operator, institutionId, type, { notice });
  const accepted = async (type: string, institutionId: string | null, notice: object) =>
    filings.act(registrar, (await filed(type, institutionId, notice)).id, 'accept');
  const stateOf = async (id: string | null): Promise<unknown> =>
    (await app.as(registrar).get(`/api/v1/institutions/${id}`).expect(200)).body.status;
  const codesOf = ({ body }: Response) => [
    (body as { code: string }).code,
    ...((body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    ),
  ];

  it('asks where everybody goes, what is given back, and for the papers that show it', async () => {
    const { institutionId } = await filings.accepted(operator, registrar);
    const { body } = await draft('CLOSURE', institutionId).expect(201);
    const filing = body as FilingAnswer;
    expect(filing.form.code).toBe('ELDERLY_CARE_CLOSURE');
    const required = (materials: FilingAnswer['materials']) =>
      materials.filter((each) => each.required).map(({ code }) => code);
    expect(required(filing.materials)).toEqual(['CLOSURE_NOTICE']);
    const edit = (notice: object) =>
      app
        .as(operator)
        .patch(`/api/v1/filings/${filing.id}`)
        .set('if-match', `"${filing.version}"`)
        .send({ institution: { name: '示例·改名', notice } });
    expect(codesOf(await edit({ ...CLOSING, residents: 5 }).expect(422))).toEqual([
      'VALIDATION_FAILED',
      '/institution/notice/placements NOT_EVERYBODY_PLACED',
    ]);
    expect(codesOf(await edit({ ...CLOSING, startsOn: '2026-10-01' }).expect(422))).toContain(
      '/institution/notice/startsOn STOPS_BEFORE_NOTICE',
    );
    expect(codesOf(await edit({ ...CLOSING, refundFen: 1.5 }).expect(422))[0]).toBe('VALIDATION_FAILED');
    const whole = (await edit(CLOSING).expect(200)).body as FilingAnswer & { institution: { name: string } };
    expect(required(whole.materials)).toEqual(['CLOSURE_NOTICE', 'RESETTLEMENT_PLAN', 'REFUND_PLAN']);
    expect(whole.institution.name).toBe('示例·长安颐养院');
    const early = await app.as(operator).post(`/api/v1/filings/${filing.id}/submit`).expect(422);
    expect(codesOf(early)[0]).toBe('MATERIALS_INCOMPLETE');
  });

  it('wants as many days in advance as the place asks for', async () => {
    const hangzhou = await app.person('REGISTRAR', { districts: ['330106'] });
    const first = await filings.accepted(operator, hangzhou, 'ELDERLY_CARE', { district: '330106' });
    const answer = await draft('CLOSURE', first.institutionId, CLOSING).expect(422);
    expect(codesOf(answer)).toEqual(['VALIDATION_FAILED', '/institution/notice/startsOn NOTICE_TOO_SHORT']);
    expect(answer.body.errors[0].message).toContain('60 日');
  });

  it('suspends on its day, not before, and goes on with another filing', async () => {
    const first = await filings.accepted(operator, registrar);
    const { institutionId } = first;
    expect(codesOf(await draft('RESUMPTION', institutionId, { startsOn: '2026-12-01' }).expect(409))).toEqual(
      ['NOT_FOR_THIS_STATE'],
    );
    const pause = await accepted('SUSPENSION', institutionId, PAUSE);
    expect(pause).toMatchObject({ status: 'ACCEPTED', filingNumber: first.filingNumber });
    expect(await stateOf(institutionId)).toBe('OPERATING');
    expect(codesOf(await draft('CLOSURE', institutionId, CLOSING).expect(409))).toEqual(['STEP_PENDING']);
    app.clock.advance(11 * 86_400_000);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', 'the day has come', {});
    expect(await stateOf(institutionId)).toBe('SUSPENDED');
    const back = await accepted('RESUMPTION', institutionId, {
      startsOn: '2026-12-01',
      reason: '示例·装修完成',
    });
    const { startsOn, endsOn, reason } = PAUSE;
    for (const reader of [operator, registrar]) {
      const { body } = await app.as(reader).get(`/api/v1/filings/${back.id}`).expect(200);
      expect(body.suspension).toMatchObject({ filingId: pause.id, startsOn, endsOn, reason });
    }
    expect(pause).toMatchObject({ suspension: null });
    expect(await stateOf(institutionId)).toBe('OPERATING');
    await app.idle();
    const checked = await app.http.get(`/api/v1/public/receipts/${first.filingNumber}`).expect(200);
    const filed = { legalRepresentative: '示例·王建国', capacity: 120 };
    expect(checked.body).toMatchObject({
      type: 'RESUMPTION',
      ...filed,
      versions: [
        { type: 'RESUMPTION', ...filed },
        { type: 'SUSPENSION', ...filed },
        { type: 'INITIAL', ...filed },
      ],
    });
    const page = await app.http.get(`/receipts/${first.filingNumber}`).expect(200);
    expect(page.text).toContain(
      '名称、类型、信用代码、地址、负责人、规模、机构性质、服务设施面积、服务场所权属、日期有一项',
    );
    const steps = await app.database.query<{ action: string; canonical: string }>(
      `select action from audit.entry where subject_id = $1 and action like 'institution.status%' order by id`,
      [institutionId],
    );
    expect(steps.map(({ action }) => action)).toEqual([
      'institution.status-decided',
      'institution.status-changed',
      'institution.status-decided',
      'institution.status-changed',
    ]);
  });

  it('ends with a receipt that says how, after which nothing more is filed', async () => {
    const first = await filings.accepted(operator, registrar);
    const closure = await accepted('CLOSURE', first.institutionId, {
      ...CLOSING,
      startsOn: '2026-12-01',
      placements: CLOSING.placements,
    });
    expect(await stateOf(first.institutionId)).toBe('CLOSED');
    await app.idle();
    const pdf = await app
      .as(operator)
      .get(`/api/v1/filings/${closure.id}/receipt.pdf`)
      .buffer(true)
      .expect(200);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf.body as Buffer })
      .toString()
      .replace(/\s/g, '');
    expect(text).toContain('养老机构终止服务备案回执');
    expect(text).toContain('转入其他机构2人（示例·长安颐养院）');
    expect(text).toContain('应退费用12,500.00元');
    expect(text).not.toContain('基本条件告知书');
    expect(codesOf(await draft('SUSPENSION', first.institutionId, PAUSE).expect(409))).toEqual([
      'INSTITUTION_CLOSED',
    ]);
    const page = await app.http.get(`/receipts/${first.filingNumber}`).expect(200);
    expect(page.text).toContain('第2版（终止服务）');
    expect(page.text).toContain('名称、类型、信用代码、地址、日期有一项');
    expect(page.text).toContain('终止服务的回执只写终止的安排');
  });

  it('is one at a time with changes', async () => {
    const { institutionId } = await filings.accepted(operator, registrar);
    await draft('CHANGE', institutionId).expect(201);
    expect(codesOf(await draft('SUSPENSION', institutionId, PAUSE).expect(409))).toEqual([
      'CHANGE_UNDER_WAY',
    ]);
  });

  it.each([
    ['the day of a step', `effective_on = '2026-01-01'`],
    ['what was decided', `action = 'close'`],
  ])('keeps %s', async (_, set) => {
    const { institutionId } = await filings.accepted(operator, registrar);
    await accepted('SUSPENSION', institutionId, { ...PAUSE, startsOn: '2027-01-01' });
    await expect(
      app.database.query(`update institutions.status_step set ${set} where institution_id = $1`, [
        institutionId,
      ]),
    ).rejects.toThrow(/keep what they say/);
  });
});
