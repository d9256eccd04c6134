import { PersonStore } from '@zhaoguan/access';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

describe('a case and an account that is taken out of use at the same moment', () => {
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

  /** The account goes while the case is being given: what is asked meanwhile is answered after it has gone. */
  const whileLeaving = async <T>(person: TestPerson, ask: () => PromiseLike<T>): Promise<T> => {
    const people = app.nest.get(PersonStore);
    let answer: Promise<T> | undefined;
    await app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      const before = await people.getForUpdate(tx, person.id);
      answer = Promise.resolve(ask());
      await new Promise((resume) => setTimeout(resume, 300));
      await people.saveRights(tx, { ...before, disabledAt: tx.at, version: before.version + 1 });
      await tx.emit('person.rights-changed', { personId: person.id });
    });
    return answer as Promise<T>;
  };
  const send = (person: TestPerson, id: string, act: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/${act}`).send(body);
  const isWithNobody = async (id: string): Promise<void> => {
    await app.idle();
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/assignment`).expect(200);
    expect(body).toMatchObject({ holder: null, steps: [] });
  };

  it('is not given to it, so that it does not stay with nobody who could decide', async () => {
    const leaving = await app.person('REGISTRAR');
    const { id } = await filings.submitted(operator);
    const answer = await whileLeaving(leaving, () =>
      send(registrar, id, 'assignment/assign', { personId: leaving.id }),
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'ASSIGNEE_CANNOT_DECIDE']);
    await isWithNobody(id);
  });

  it.each([
    ['taken', 'assignment/take', {}],
    ['returned', 'return', { reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }] }],
  ])('is not %s by it', async (_what, act, body) => {
    const leaving = await app.person('REGISTRAR');
    const { id } = await filings.submitted(operator);
    const answer = await whileLeaving(leaving, () => send(leaving, id, act, body));
    expect([answer.status, answer.body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    await isWithNobody(id);
  });
});
