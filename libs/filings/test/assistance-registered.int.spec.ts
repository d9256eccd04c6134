import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { APPLICANT, WindowScene } from './window-scene.builder';

/** What is told of a registered institution at the window: 变更、暂停、终止 of who has no computer. */
describe('a registered institution at the window', () => {
  let scene: WindowScene;
  let app: TestApp;
  let filings: FilingBuilder;
  let applicant: TestPerson;
  let official: TestPerson;
  let colleague: TestPerson;
  beforeAll(async () => {
    scene = await WindowScene.start();
    ({ app, filings, applicant, official, colleague } = scene);
  });
  afterAll(() => app.stop());

  const registered = async (by = applicant): Promise<string> => {
    const { institutionId } = await filings.accepted(by, colleague, 'ELDERLY_CARE', {
      address: `示例登记路${(count += 1)}号`,
    });
    return institutionId ?? '';
  };
  let count = 0;
  const begin = (person: TestPerson, institutionId: string, type: string, more: object = {}) =>
    app
      .as(person)
      .post('/api/v1/filings/assisted')
      .send({
        type,
        kind: 'ELDERLY_CARE',
        institutionId,
        applicant: { username: applicant.username, name: APPLICANT },
        ...more,
      });
  const openAtWindow = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get(`/api/v1/institutions/${id}`).expect(200);
    return (body as { openAtWindow: string[] }).openAtWindow;
  };

  it('is changed there for its operator, with the signed statement, and decided by another official', async () => {
    const id = await registered();
    const { body: draft } = await begin(official, id, 'CHANGE', { institution: { capacity: 150 } }).expect(
      201,
    );
    expect(draft).toMatchObject({ type: 'CHANGE', status: 'DRAFT', assistance: { acting: true } });
    expect((draft as FilingAnswer).materials.map(({ code }) => code)).toContain('ASSISTANCE_STATEMENT');
    expect((await scene.get(applicant, (draft as FilingAnswer).id).expect(200)).body).toMatchObject({
      institution: { capacity: 150 },
      assistance: { mayEnd: true },
    });
    const ready = await filings.upload(official, draft as FilingAnswer);
    const sent = await filings.act(official, ready.id, 'submit');
    await app.as(official).post(`/api/v1/filings/${sent.id}/accept`).send({}).expect(409);
    await filings.act(colleague, sent.id, 'accept');
    const { body } = await app.as(colleague).get(`/api/v1/institutions/${id}`).expect(200);
    expect(body).toMatchObject({ capacity: 150 });
  });

  it('is told of again there from what was taken back or refused, by who may read that in clear', async () => {
    const id = await registered();
    const seen = async (person: TestPerson, filingId: string): Promise<unknown> => {
      const { body } = await app.as(person).get(`/api/v1/filings/${filingId}`).expect(200);
      return (body as { since: { beginsAgain: unknown } | null }).since?.beginsAgain;
    };
    const change = await filings.filedAbout(applicant, id, 'CHANGE', { servicePhone: '029-85000009' });
    expect(await seen(applicant, change.id)).toBeUndefined();
    await filings.act(applicant, change.id, 'withdraw');
    expect(await seen(applicant, change.id)).toBe('APPLICANT');
    expect(await seen(official, change.id)).toBe('WINDOW');
    const { body: draft } = await begin(official, id, 'CHANGE', {
      institutionId: undefined,
      againOf: change.id,
    }).expect(201);
    expect(draft).toMatchObject({
      type: 'CHANGE',
      institution: { servicePhone: '029-85000009' },
      assistance: { acting: true },
    });
    const stranger = await app.person('OPERATOR', { name: '示例·另一人' });
    const other = {
      againOf: change.id,
      applicant: { username: stranger.username, name: '示例·另一人' },
    };
    const refused = await begin(official, id, 'CHANGE', { institutionId: undefined, ...other }).expect(422);
    expect(refused.body).toMatchObject({ code: 'APPLICANT_UNKNOWN' });
    const ofTheCity = await app.person('REGISTRAR', { districts: ['610100'] });
    expect(await seen(ofTheCity, change.id)).toBeNull();
    await begin(ofTheCity, id, 'CHANGE', { institutionId: undefined, againOf: change.id }).expect(403);

    await app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [id]);
    expect(await seen(applicant, change.id)).toBeNull();
    expect(await seen(official, change.id)).toBeNull();
  });

  it('stops there as well', async () => {
    const id = await registered();
    const { body } = await begin(official, id, 'CLOSURE').expect(201);
    expect(body).toMatchObject({ type: 'CLOSURE', editable: true, assistance: { acting: true } });
  });

  it('offers that to who takes its filings, and to nobody else', async () => {
    const id = await registered();
    expect(await openAtWindow(official, id)).toEqual(['CHANGE', 'SUSPENSION', 'CLOSURE']);
    expect(await openAtWindow(applicant, id)).toEqual([]);
    expect(await openAtWindow(await app.person('REGISTRAR', { districts: ['610100'] }), id)).toEqual([]);
    expect(await openAtWindow(await app.person('INSPECTOR'), id)).toEqual([]);
    await app.database.query('update institutions.institution set operator_id = null where id = $1', [id]);
    expect(await openAtWindow(official, id)).toEqual([]);
  });

  it('is nothing for another account, another county or another department', async () => {
    const id = await registered();
    const stranger = await app.person('OPERATOR', { name: '示例·另一人' });
    const other = { applicant: { username: stranger.username, name: '示例·另一人' } };
    expect((await begin(official, id, 'CHANGE', other).expect(422)).body).toMatchObject({
      code: 'APPLICANT_UNKNOWN',
      errors: [{ pointer: '/applicant/username', message: '这个账号不是该机构经办人的账号，请核对' }],
    });
    await begin(scene.elsewhere, id, 'CHANGE').expect(404);
    expect((await begin(scene.health, id, 'CHANGE').expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    const ofTheCity = await app.person('REGISTRAR', { districts: ['610100'] });
    expect((await begin(ofTheCity, id, 'CHANGE').expect(403)).body.code).toBe('WRONG_DISTRICT');
  });
});
