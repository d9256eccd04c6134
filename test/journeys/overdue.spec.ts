import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';

/** A filing that its office forgets, by the same requests that people make: reminded, raised, raised further, done. */
describe('a filing that is not decided in time', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    people['operator'] = await app.person('OPERATOR');
    people['registrar'] = await app.person('REGISTRAR', { departments: ['health'] });
    people['colleague'] = await app.person('REGISTRAR', { departments: ['health'] });
    people['head'] = await app.person('REVIEWER', { departments: ['health'] });
    people['city'] = await app.person('REVIEWER', { departments: ['health'], districts: ['610100'] });
  });
  afterAll(() => app.stop());

  const as = (name: string) => app.as(people[name]!);
  async function morningOf(date: string): Promise<void> {
    app.clock.set(`${date}T00:10:00Z`);
    for (const job of ['workbench.remind', 'workbench.seek-overdue'] as const)
      await app.nest.get(JobRunner).run(job, `${job} ${date}`, {});
    await app.idle();
  }
  const work = async (name: string): Promise<{ type: string; subject: { type: string; id: string } }[]> =>
    (await as(name).get('/api/v1/work-items').expect(200)).body.items;
  const supervised = async (name: string): Promise<string | undefined> =>
    (await work(name)).find(({ type }) => type === 'OVERDUE_TO_SUPERVISE')?.subject.id;
  async function say(name: string, id: string, act: 'urge' | 'explain', note: string): Promise<void> {
    const read = await as(name).get(`/api/v1/overdue-items/${id}`).expect(200);
    await as(name)
      .post(`/api/v1/overdue-items/${id}/${act}`)
      .set('if-match', read.headers['etag'] as string)
      .send({ note })
      .expect(200);
    await app.idle();
  }

  it('goes up step by step, until whoever it was given to decides it', async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const { id: filingId } = await filings.submitted(people['operator']!, 'CHILDCARE', {
      name: '示例·久候园',
    });
    await morningOf('2026-11-26');
    expect(await supervised('head')).toBeUndefined();
    await morningOf('2026-11-30');
    const id = (await supervised('head'))!;
    await say('head', id, 'urge', '示例·请本周办结');
    expect(await supervised('head')).toBeUndefined();
    await say('registrar', id, 'explain', '示例·正在核对消防材料');
    expect(await supervised('head')).toBe(id);
    await morningOf('2026-12-04');
    expect(await supervised('head')).toBeUndefined();
    expect(await supervised('city')).toBe(id);
    await say('city', id, 'urge', '示例·改派后两日内办结');
    await as('head')
      .post(`/api/v1/filings/${filingId}/assignment/assign`)
      .send({ personId: people['colleague']!.id, note: '示例·改由您承办' })
      .expect(200);
    expect((await work('colleague')).map(({ subject }) => subject.id)).toContain(filingId);
    await filings.act(people['colleague']!, filingId, 'accept');
    await app.idle();
    const { body } = await as('city').get(`/api/v1/overdue-items/${id}`).expect(200);
    expect(body).toMatchObject({ status: 'ENDED', availableActions: [] });
    expect((body.history as { label: string }[]).map(({ label }) => label)).toEqual([
      '报负责人督办',
      '督办',
      '说明超期原因',
      '报上级督办',
      '督办',
      '事项办结',
    ]);
  });
});
