import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const DAY = 86_400_000;

describe('a licence that is asked to go on while something else about its institution is open', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ worker: false }));
  });
  afterAll(() => app.stop());

  const begin = async (institutionId: string | null): Promise<FilingAnswer> => {
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    return filings.upload(operator, body as FilingAnswer);
  };
  const register = async (institutionId: string | null) => {
    const { body } = await app
      .as(health)
      .get(`/api/v1/institutions/${institutionId ?? ''}`)
      .expect(200);
    return body as { name: string; capacity: number; servicePhone: string | null };
  };
  const change = (institutionId: string | null, institution: object) =>
    filings.filedAbout(operator, institutionId, 'CHANGE', institution, 'CHILDCARE');

  it('is handed in beside a change, and what was changed stands in the licence that is given out', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const changed = await change(institutionId, { name: '示例·改名托育中心' });
    const renewal = await begin(institutionId);
    await filings.act(operator, renewal.id, 'submit');
    await filings.act(health, changed.id, 'accept');
    await filings.act(health, renewal.id, 'accept');
    expect(await register(institutionId)).toMatchObject({ name: '示例·改名托育中心', capacity: 60 });
  });

  const edit = async ({ id, version }: FilingAnswer, institution: object): Promise<FilingAnswer> => {
    const answer = await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('If-Match', `"${version}"`)
      .send({ institution })
      .expect(200);
    return answer.body as FilingAnswer;
  };
  const asked = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body as {
      amendments: { pointer: string; old: string; new: string }[] | null;
      overtaken: { pointer: string; old: string; new: string }[];
    };

  it('takes no change back that was granted after it was handed in: who decides is told, and grants what the register holds', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { id } = await edit(await begin(institutionId), { servicePhone: '029-85290077' });
    await filings.act(operator, id, 'submit');
    const pointer = '/institution/servicePhone';
    for (const person of [operator, health]) {
      const { amendments, overtaken } = await asked(person, id);
      expect(amendments).toEqual([expect.objectContaining({ pointer, new: '029-85290077' })]);
      expect(overtaken).toEqual([]);
    }
    const changed = await change(institutionId, { capacity: 58, servicePhone: '029-85290088' });
    await filings.act(health, changed.id, 'accept');
    const told = await asked(health, id);
    expect(told.amendments).toEqual([]);
    expect(told.overtaken.map(({ pointer: at }) => at)).toEqual(
      expect.arrayContaining(['/institution/capacity', pointer]),
    );
    const refused = await app.as(health).post(`/api/v1/filings/${id}/accept`).send({}).expect(409);
    expect(refused.body).toMatchObject({ code: 'RENEWAL_OVERTAKEN', errors: [{ pointer }] });
    expect(refused.body.errors[0].message).toContain('029-85290088');
    await filings.act(health, id, 'accept', { keepChanges: true });
    expect(await register(institutionId)).toMatchObject({ capacity: 58, servicePhone: '029-85290088' });
    // The case goes on showing what its licence says otherwise, and the decision what of that stands on it.
    for (const person of [operator, health]) {
      const granted = await asked(person, id);
      expect(granted.amendments).toBeNull();
      expect(granted.overtaken).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ pointer: '/institution/capacity' }),
          expect.objectContaining({ pointer, old: '029-85290077', new: '029-85290088' }),
        ]),
      );
    }
    const [paper] = await app.database.query<{ content: object }>(
      `select content from filings.paper where filing_id = $1 and kind = 'LICENCE_GRANT'`,
      [id],
    );
    const decision = JSON.stringify(paper);
    expect(decision).toContain('申请以后变更的事项');
    expect(decision).toContain('托位数：申请时填写“60 个”，现为“58 个”');
    expect(decision).not.toContain('029-8529');
  });

  it('is not handed in against a change that was granted since it was begun', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const draft = await edit(await begin(institutionId), { servicePhone: '029-85290055' });
    await filings.act(health, (await change(institutionId, { servicePhone: '029-85290066' })).id, 'accept');
    const { body } = await app.as(operator).post(`/api/v1/filings/${draft.id}/submit`).expect(409);
    expect(body).toMatchObject({
      code: 'RENEWAL_OVERTAKEN',
      errors: [{ pointer: '/institution/servicePhone', code: 'CHANGED_SINCE' }],
    });
    await edit(draft, { servicePhone: '029-85290066' });
    await filings.act(operator, draft.id, 'submit');
    await filings.act(health, draft.id, 'accept');
    expect(await register(institutionId)).toMatchObject({ servicePhone: '029-85290066' });
  });

  it('is brought up to the register when it is handed in', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { id } = await begin(institutionId);
    app.clock.advance(DAY);
    await filings.act(health, (await change(institutionId, { capacity: 57 })).id, 'accept');
    await filings.act(operator, id, 'submit');
    const { body } = await app.as(health).get(`/api/v1/filings/${id}`).expect(200);
    expect(body.institution.capacity).toBe(57);
  });

  it('is begun once by one person, however often that is asked at once', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => app.as(operator).post('/api/v1/filings').send(draft).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => (body as FilingAnswer).id)).size).toBe(1);
  });

  it('is not asked to go on for a second term ahead, nor offered to be', async () => {
    const offered = async (): Promise<boolean> => {
      const path = `/api/v1/institutions/${institutionId ?? ''}`;
      return (await app.as(operator).get(path).expect(200)).body.openFilings.includes('INITIAL');
    };
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { id } = await begin(institutionId);
    expect(await offered()).toBe(true);
    await filings.act(operator, id, 'submit');
    expect(await offered()).toBe(false);
    await filings.act(health, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    expect(await offered()).toBe(false);
    await filings.act(operator, id, 'submit');
    await filings.act(health, id, 'accept');
    expect(await offered()).toBe(false);
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(409);
    expect(body).toMatchObject({ code: 'RENEWED_AHEAD' });
  });
});
