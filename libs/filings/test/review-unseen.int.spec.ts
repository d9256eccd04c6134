import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const CAPACITY = { pointer: '/institution/capacity', label: '托位数', seen: '60 个', now: '58 个' };

describe('a renewal whose review was concluded, and whose institution is changed afterwards', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let inspector: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
    inspector = await app.person('INSPECTOR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const seen = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(200)).body.items[0];
  /** Two officials go there and find all as it is asked for. */
  const visit = async (id: string): Promise<void> => {
    const url = `/api/v1/filings/${id}`;
    await app.as(health).post(`${url}/verifications`).send({ purpose: '核实托位数' }).expect(201);
    const { version, facts } = (await seen(health, id)) as { version: number; facts: { pointer: string }[] };
    await app
      .as(health)
      .post(`${url}/verification/record`)
      .set('if-match', `"${version}"`)
      .send({
        visitedOn: '2026-11-23',
        officerIds: [health.id, inspector.id],
        facts: facts.map(({ pointer }) => ({ pointer, matches: true })),
      })
      .expect(200);
  };
  /** Under examination and seen, for 60 places. */
  const reviewed = async (): Promise<{ id: string; institutionId: string | null }> => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    const { id } = await filings.upload(operator, body as FilingAnswer);
    await filings.act(operator, id, 'submit');
    await filings.act(health, id, 'admit');
    await visit(id);
    return { id, institutionId };
  };
  const shrink = async (institutionId: string | null): Promise<void> => {
    const { id } = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 58 }, 'CHILDCARE');
    await filings.act(health, id, 'accept');
  };
  const accept = (id: string, given: object) =>
    app
      .as(health)
      .post(`/api/v1/filings/${id}/accept`)
      .send({ keepChanges: true, ...given });

  it('says what nobody has seen, and is granted with the reason alone, which stands in the history', async () => {
    const { id, institutionId } = await reviewed();
    expect(await seen(health, id)).toMatchObject({ status: 'VERIFIED', unseen: [] });
    await shrink(institutionId);
    for (const person of [operator, health])
      expect(await seen(person, id)).toMatchObject({ status: 'VERIFIED', unseen: [CAPACITY] });
    for (const given of [{}, { reason: '。' }]) {
      const { body } = await accept(id, given).expect(422);
      expect(body).toMatchObject({ code: 'UNSEEN_UNEXPLAINED', errors: [{ pointer: '/reason' }] });
      expect(body.detail).toContain('托位数与现场核查时所见的不同');
    }
    await accept(id, { reason: '减少托位，办理变更时已经核实' }).expect(200);
    const { body } = await app.as(operator).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(JSON.stringify(body)).toContain(
      '托位数与现场核查所见不同，没有到现场看过，仍然准予的理由：减少托位，办理变更时已经核实',
    );
  });

  it('asks for none once officials have gone again, who look at what is granted', async () => {
    const { id, institutionId } = await reviewed();
    await shrink(institutionId);
    await visit(id);
    expect(await seen(health, id)).toMatchObject({ status: 'VERIFIED', unseen: [] });
    await accept(id, {}).expect(200);
  });

  it('asks for none where nothing was changed', async () => {
    await accept((await reviewed()).id, {}).expect(200);
  });
});
