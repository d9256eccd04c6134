import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { toldTo } from './notified.builder';
import { whomItWaitsFor, type Cast } from './waiting.builder';

interface Answer {
  readonly raisedTo: string;
  readonly level: string;
  readonly version: number;
  readonly availableActions: readonly string[];
  readonly history: readonly { readonly label: string; readonly note: string | null }[];
}

/** Handed in on Friday, 20 November, and due on the 27th; the level above would have it from 4 December on. */
const FIRST_MORNING = '2026-11-30';
const SECOND_MORNING = '2026-12-04';
const NEXT_MORNING = '2026-12-07';

describe('what is late where the level above has nobody on this platform', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let head: TestPerson;
  let runs = 0;
  const cast: Cast = {};
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    head = await app.person('REVIEWER');
    Object.assign(cast, { operator, head, registrar: await app.person('REGISTRAR') });
  });
  afterAll(() => app.stop());

  async function morningOf(date: string): Promise<void> {
    app.clock.set(`${date}T00:10:00Z`);
    await app.nest.get(JobRunner).run('workbench.seek-overdue', `test-alone-${(runs += 1)}`, {});
    await app.idle();
  }

  async function late(name: string): Promise<{ readonly filingId: string; readonly id: string }> {
    app.clock.set('2026-11-20T02:00:00Z');
    const { id: filingId } = await filings.submitted(operator, 'ELDERLY_CARE', { name });
    await morningOf(FIRST_MORNING);
    const [row] = await app.database.query<{ id: string }>(
      'select id from workbench.overdue where subject_id = $1',
      [filingId],
    );
    return { filingId, id: row!.id };
  }

  const read = async (id: string, person = head): Promise<Answer> =>
    (await app.as(person).get(`/api/v1/overdue-items/${id}`).expect(200)).body as Answer;
  const told = async (filingId: string) =>
    (await app.as(operator).get(`/api/v1/overdue-items/of-filing/${filingId}`).expect(200)).body as object;
  const setDisabled = (person: TestPerson, disabled: boolean) =>
    app.database.query(
      `update access.person set disabled_at = ${disabled ? 'now()' : 'null'} where id = $1`,
      [person.id],
    );

  it('stays with its head, who may go on urging, and says so; it goes up when somebody is there', async () => {
    const { filingId, id } = await late('示例·孤院');
    const { version } = await read(id);
    await app
      .as(head)
      .post(`/api/v1/overdue-items/${id}/urge`)
      .set('if-match', `"${version}"`)
      .send({ note: '请尽快办结' })
      .expect(200);
    await app.idle();
    expect(await whomItWaitsFor(app, cast, id)).toEqual({});

    await morningOf(SECOND_MORNING);
    await morningOf(SECOND_MORNING);
    const stayed = await read(id);
    expect(stayed).toMatchObject({
      level: 'FIRST',
      raisedTo: '由本级负责人督办（上级部门在本平台没有可以督办的人员，需要上级知道的，请以其他方式报告）',
      availableActions: ['urge'],
    });
    expect(stayed.history.map(({ label }) => label)).toEqual(['报负责人督办', '督办', '确定督办部门']);
    expect(stayed.history.at(-1)?.note).toContain('上级部门在本平台没有可以督办的人员');
    expect(await whomItWaitsFor(app, cast, id)).toEqual({ head: 'OVERDUE_TO_SUPERVISE' });
    expect((await toldTo(app, head))[0]?.title).toContain('上级部门在本平台没有可以督办的人员，请继续督办');
    expect(await told(filingId)).toMatchObject({ raisedTo: 'FIRST', lacking: 'ABOVE' });

    const city = await app.person('REVIEWER', { districts: ['610100'] });
    await morningOf(NEXT_MORNING);
    expect(await read(id)).toMatchObject({ level: 'SECOND', raisedTo: '已报上级：西安市民政部门' });
    expect(await whomItWaitsFor(app, { ...cast, city }, id)).toEqual({ city: 'OVERDUE_TO_SUPERVISE' });
    expect(await told(filingId)).toMatchObject({ raisedTo: 'SECOND', lacking: null });

    // Whoever had it above has left: it comes back, so that it lies with nobody at no time.
    await setDisabled(city, true);
    await morningOf('2026-12-08');
    expect(await read(id)).toMatchObject({ level: 'FIRST' });
    expect(await whomItWaitsFor(app, cast, id)).toEqual({ head: 'OVERDUE_TO_SUPERVISE' });
  });

  it('is said to lie with nobody where nobody could urge it at all, until somebody can', async () => {
    await setDisabled(head, true);
    const { filingId, id } = await late('示例·空院');
    expect(await told(filingId)).toMatchObject({ raisedTo: 'FIRST', lacking: 'ALL' });
    await setDisabled(head, false);
    await morningOf('2026-12-01');
    expect(await told(filingId)).toMatchObject({ raisedTo: 'FIRST', lacking: null });
    expect(await read(id)).toMatchObject({
      raisedTo: '已报本级负责人',
      history: [{ label: '列入超期督办' }, { note: '本级有可以督办的负责人，由其督办。' }],
    });
    expect(await whomItWaitsFor(app, cast, id)).toEqual({ head: 'OVERDUE_TO_SUPERVISE' });
  });
});
