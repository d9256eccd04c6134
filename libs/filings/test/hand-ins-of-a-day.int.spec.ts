import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingBuilder } from './filing.builder';
import { WindowScene } from './window-scene.builder';

const MOST = 100;

describe('how often one account hands in', () => {
  let scene: WindowScene;
  let app: TestApp;
  let filings: FilingBuilder;
  beforeAll(async () => {
    scene = await WindowScene.start();
    ({ app, filings } = scene);
  });
  afterAll(() => app.stop());

  const submit = (person: TestPerson, id: string) =>
    app.as(person).post(`/api/v1/filings/${id}/submit`).send({});
  const complete = async (person: TestPerson) => filings.upload(person, await filings.draft(person));
  /** As if this person had handed the case in so many times today. */
  const handedIn = (person: TestPerson, id: string, times: number) =>
    app.database.query(
      `insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, legal_basis)
       select $1, (select max(seq) from filings.transition where filing_id = $1) + n, 'submit', 'RETURNED', 'SUBMITTED', $2, $3, '示例' from generate_series(1, $4::int) n`,
      [id, person.id, app.clock.now(), times],
    );

  it('is bounded in 24 hours, of two at once too, once more for each site that it has filed, and not at the window', async () => {
    const operator = await app.person('OPERATOR', { name: '示例·反复提交人' });
    const registrar = await app.person('REGISTRAR');
    const { id } = await filings.accepted(operator, registrar);
    // With what was accepted one is counted already, and one site makes one more.
    await handedIn(operator, id, MOST - 1);
    const [one, two] = [await complete(operator), await complete(operator)];
    const both = await Promise.all([submit(operator, one.id), submit(operator, two.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 429]);
    const left = both[0].status === 200 ? two : one;
    const refused = await submit(operator, left.id);
    expect(Number(refused.headers['retry-after'])).toBe(24 * 60 * 60);
    expect(refused.body).toMatchObject({
      code: 'HAND_INS_OF_A_DAY',
      most: MOST + 1,
      detail: expect.stringContaining(`最多提交 ${MOST + 1} 次`),
    });

    await handedIn(scene.official, id, MOST + 10);
    await scene.submitted();

    app.clock.advance(24 * 60 * 60 * 1000 + 1000);
    await submit(operator, left.id).expect(200);
  });
});
