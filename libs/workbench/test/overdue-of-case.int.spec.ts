import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';

interface Supervised {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly version: number;
  readonly goesUpOn: string | null;
  readonly availableActions: readonly string[];
  readonly history: readonly {
    readonly label: string;
    readonly actorName: string | null;
    readonly note: string | null;
  }[];
}

/** Handed in on Friday, 20 November, and due on the 27th; the level above has it from 4 December on. */
const FIRST_MORNING = '2026-11-30';
const SECOND_MORNING = '2026-12-04';
const OPINION = '示例·请于本周内办结';

describe('what is late of a case, on the page of the case', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let runs = 0;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    Object.assign(cast, {
      operator: await app.person('OPERATOR'),
      registrar: await app.person('REGISTRAR', { name: '示例·受理' }),
      colleague: await app.person('REGISTRAR'),
      head: await app.person('REVIEWER', { name: '示例·负责人' }),
      city: await app.person('REVIEWER', { districts: ['610100'], name: '示例·上级' }),
      inspector: await app.person('INSPECTOR'),
      planner: await app.person('PLANNER'),
      'registrar elsewhere': await app.person('REGISTRAR', { districts: ['610113'] }),
      'head of health': await app.person('REVIEWER', { departments: ['health'] }),
    });
  });
  afterAll(() => app.stop());

  async function morningOf(date: string): Promise<void> {
    app.clock.set(`${date}T00:10:00Z`);
    await app.nest.get(JobRunner).run('workbench.seek-overdue', `test-of-case-${(runs += 1)}`, {});
    await app.idle();
  }
  async function filed(name: string): Promise<string> {
    app.clock.set('2026-11-20T02:00:00Z');
    return (await filings.submitted(cast['operator']!, 'ELDERLY_CARE', { name })).id;
  }
  const ask = (name: string, filingId: string) =>
    app.as(cast[name]!).get(`/api/v1/overdue-items/of-case/${filingId}`);
  const shown = async (name: string, filingId: string): Promise<Supervised[]> =>
    ((await ask(name, filingId).expect(200)).body as { items: Supervised[] }).items;
  const say = async (
    name: string,
    filingId: string,
    act: 'urge' | 'explain',
    note: string,
  ): Promise<number> => {
    const [one] = await shown(name, filingId);
    const answer = await app
      .as(cast[name]!)
      .post(`/api/v1/overdue-items/${one!.id}/${act}`)
      .set('if-match', `"${one!.version}"`)
      .send({ note });
    await app.idle();
    return answer.status;
  };

  it('is nothing for anybody while nothing of it is late, nor of a case that there is not', async () => {
    const id = await filed('示例·准时院');
    for (const name of ['registrar', 'head', 'city', 'inspector']) expect(await shown(name, id)).toEqual([]);
    expect(await shown('registrar', '019a9f2e-7c00-7000-8000-0000000000e1')).toEqual([]);
    await filings.act(cast['registrar']!, id, 'accept');
  });

  it('is read by its office and by who stands above, and by nobody else', async () => {
    const id = await filed('示例·滞留院');
    await morningOf(FIRST_MORNING);
    const actions = async (name: string) =>
      (await shown(name, id)).map(({ availableActions }) => availableActions);
    expect(await actions('registrar')).toEqual([['explain']]);
    expect(await actions('head')).toEqual([['urge']]);
    expect(await actions('city')).toEqual([['urge']]);
    for (const name of ['registrar elsewhere', 'head of health', 'inspector'])
      expect([name, await shown(name, id)]).toEqual([name, []]);
    for (const name of ['operator', 'planner']) expect((await ask(name, id)).status).toBe(403);
    expect((await app.as(cast['head']!).get('/api/v1/overdue-items/of-case/no-id')).status).toBe(400);
    await filings.act(cast['registrar']!, id, 'accept');
    // Done, though what follows from that has not run yet.
    expect(await shown('registrar', id)).toEqual([]);
    await app.idle();
  });

  it('says who urged, what, and from when on it lies with the level above, and takes the answer of who conducts it', async () => {
    const id = await filed('示例·久拖院');
    await morningOf(FIRST_MORNING);
    expect(await say('head', id, 'urge', OPINION)).toBe(200);
    expect(await shown('registrar', id)).toMatchObject([
      {
        type: 'FILING_TO_DECIDE',
        status: 'URGED',
        goesUpOn: SECOND_MORNING,
        history: [{ label: '报负责人督办' }, { label: '督办', actorName: '示例·负责人', note: OPINION }],
      },
    ]);
    await app
      .as(cast['head']!)
      .post(`/api/v1/filings/${id}/assignment/assign`)
      .send({ personId: cast['colleague']!.id, note: '示例·改由您承办' })
      .expect(200);
    await app.idle();
    // Whose it is no more reads on, and has nothing to answer.
    expect(await shown('registrar', id)).toMatchObject([{ availableActions: [] }]);
    expect(await say('colleague', id, 'explain', '示例·正在核对消防材料')).toBe(200);
    await morningOf(SECOND_MORNING);
    expect(await say('city', id, 'urge', '示例·两日内办结')).toBe(200);
    const [last] = await shown('colleague', id);
    expect(last).toMatchObject({ goesUpOn: null, availableActions: ['explain'] });
    expect(last!.history.map(({ label, actorName }) => [label, actorName])).toEqual([
      ['报负责人督办', null],
      ['督办', '示例·负责人'],
      ['说明超期原因', expect.any(String)],
      ['报上级督办', null],
      ['督办', '示例·上级'],
    ]);
  });
});
