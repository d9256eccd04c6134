import type { DirectoryFacts } from '@zhaoguan/contracts';
import { TestApp } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector } from './inspection.builder';

const A_DAY = 86_400_000;

describe('changes of the inspector directory', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeEach(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 5, institutions: 2 });
  });
  afterEach(() => app.stop());

  const pathOf = ({ inspectorId }: Pick<Inspector, 'inspectorId'>) => `/api/v1/inspectors/${inspectorId}`;
  const change = (inspector: Inspector, version: number, changes: object) =>
    app.as(county.planner).patch(pathOf(inspector)).set('if-match', `"${version}"`).send(changes);
  const published = async (drawId: string): Promise<DirectoryFacts[]> => {
    const { body } = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    return body.directory as DirectoryFacts[];
  };
  const announced = async () => county.announce((await county.plan()).id);
  const [first, second, third] = [0, 1, 2].map((at) => () => county.inspectors[at] as Inspector) as [
    () => Inspector,
    () => Inspector,
    () => Inspector,
  ];

  it('need a reason when they take somebody out, or bring them back', async () => {
    for (const reason of [undefined, ' ', '.', '12']) {
      for (const taken of [{ active: false }, { districts: ['610116001'] }, { validUntil: '2026-12-01' }]) {
        const { status, body } = await change(first(), 1, { ...taken, reason });
        expect([status, body.errors[0].pointer]).toEqual([422, '/reason']);
      }
    }
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    const back = await change(first(), 2, { active: true });
    expect([back.status, back.body.code]).toEqual([422, 'REASON_REQUIRED']);
    await change(second(), 1, { validUntil: '2030-06-30' }).expect(200);
  });

  it('are published with the draw: who was taken out before it, and who came back after it', async () => {
    const [institution] = county.institutions;
    const own = { institutionId: institution?.id, reason: '示例·亲属在该机构' };
    await county.recuse(second(), own.institutionId ?? '');
    await app
      .as(third())
      .post(`${pathOf(third())}/recusals`)
      .send(own)
      .expect(201);
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    const drawId = await announced();
    const atFirst = {
      department: 'civil-affairs',
      listed: 4,
      inactive: 1,
      available: 4,
      recusedByOthers: 1,
      recusalsLifted: 0,
      added: 5,
      suspended: 1,
      resumed: 0,
      moved: 0,
      shortened: 0,
      renewed: 0,
      returned: 0,
      joined: 0,
    };
    expect(await published(drawId)).toMatchObject([atFirst]);
    app.clock.advance(A_DAY);
    await change(second(), 1, { validUntil: '2030-06-30' }).expect(200);
    await change(first(), 2, { active: true, reason: '示例·培训结束' }).expect(200);
    await county.addInspector();
    expect(await published(drawId)).toMatchObject([{ ...atFirst, returned: 1, joined: 1 }]);
  });

  it('are counted for a quarter, and those of other counties not at all', async () => {
    const elsewhere = await new InspectionBuilder(app, 'ELDERLY_CARE', '500152').prepare({
      inspectors: 1,
      institutions: 1,
    });
    const [other] = elsewhere.inspectors;
    await app
      .as(elsewhere.planner)
      .patch(pathOf(other as Inspector))
      .set('if-match', '"1"')
      .send({ active: false, reason: '示例·离职' })
      .expect(200);
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    app.clock.advance(91 * A_DAY);
    await change(second(), 1, { districts: ['610116', '610113'], reason: '示例' }).expect(403);
    await change(second(), 1, { validUntil: '2028-01-01', reason: '示例·证件更正' }).expect(200);
    expect(await published(await announced())).toMatchObject([
      { listed: 4, inactive: 1, available: 4, added: 0, suspended: 0, shortened: 1, renewed: 0 },
    ]);
  });

  it('are counted back to the announcement before, when that is longer ago', async () => {
    await announced();
    app.clock.advance(A_DAY);
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    app.clock.advance(120 * A_DAY);
    const later = { source: 'fucai-kl8', round: '2027100' } as const;
    const drawId = await county.announce((await county.plan()).id, later);
    expect(await published(drawId)).toMatchObject([{ inactive: 1, suspended: 1 }]);
  });

  it('are counted where the person was, though whoever moved them is of the city above', async () => {
    const city = await app.person('PLANNER', { districts: ['610100'] });
    const moved = { districts: ['610113'], reason: '示例·调往雁塔区' };
    await app.as(city).patch(pathOf(first())).set('if-match', '"1"').send(moved).expect(200);
    expect(await published(await announced())).toMatchObject([
      { listed: 4, available: 4, added: 5, moved: 1 },
    ]);
  });

  it('leave out those who cannot be sent, for another authority holds the township', async () => {
    const area = await new InspectionBuilder(app, 'ELDERLY_CARE', '610116', ['610116005']).prepare({
      inspectors: 2,
      institutions: 0,
    });
    await area.addInstitution({ township: '610116005' });
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    const strata = [{ key: 'B', basisPoints: 10_000, minimum: 0 }];
    const drawId = await area.announce((await area.plan({ strata })).id);
    expect(await published(drawId)).toMatchObject([
      { listed: 2, inactive: 0, available: 2, added: 2, suspended: 0 },
    ]);
  });

  it.each([
    [
      'suspended here',
      async () => change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200),
    ],
    [
      'moved away and suspended by the city',
      async () => {
        const city = await app.person('PLANNER', { districts: ['610100'] });
        const patch = (version: string, body: object) =>
          app.as(city).patch(pathOf(first())).set('if-match', version).send(body).expect(200);
        await patch('"1"', { districts: ['610113'], reason: '示例·调往雁塔区' });
        await patch('"2"', { active: false, reason: '示例·脱产培训' });
      },
    ],
  ])(
    'take a person who was %s and comes back under another certificate for one who came back',
    async (_, leave) => {
      await leave();
      const drawId = await announced();
      app.clock.advance(A_DAY);
      await app
        .as(county.planner)
        .post('/api/v1/inspectors')
        .send({
          personId: first().id,
          certificateNumber: '610116-NEW-0001',
          department: 'civil-affairs',
          districts: ['610116'],
          validUntil: '2029-12-31',
        })
        .expect(201);
      expect(await published(drawId)).toMatchObject([{ returned: 1, joined: 0 }]);
    },
  );

  it('say that a recusal was lifted before the announcement', async () => {
    const recusalId = await county.recuse(second(), county.institutions[0]?.id ?? '');
    await app
      .as(county.planner)
      .post(`${pathOf(second())}/recusals/${recusalId}/revoke`)
      .send({ reason: '示例·亲属已离职' })
      .expect(200);
    expect(await published(await announced())).toMatchObject([{ recusedByOthers: 0, recusalsLifted: 1 }]);
  });

  it('say that a certificate ran out, which keeps somebody out as well', async () => {
    await change(first(), 1, { validUntil: '2026-11-20', reason: '示例·证件更正' }).expect(200);
    app.clock.advance(A_DAY);
    const drawId = await announced();
    expect(await published(drawId)).toMatchObject([{ listed: 5, available: 4, shortened: 1, returned: 0 }]);
    app.clock.advance(A_DAY);
    await change(first(), 2, { validUntil: '2030-12-31' }).expect(200);
    expect(await published(drawId)).toMatchObject([{ returned: 1 }]);
  });

  it('are not the only thing that keeps somebody out: nobody is drawn whose account cannot inspect', async () => {
    const administrator = await app.person('ADMINISTRATOR');
    await app.as(administrator).post(`/api/v1/people/${first().id}/disable`).expect(200);
    const drawId = await announced();
    expect(await published(drawId)).toMatchObject([{ listed: 5, inactive: 0, available: 4, suspended: 0 }]);
    const frozen = await app.database.query<{ person: string }>(
      'select person_id as person from inspections.draw_inspector where draw_id = $1',
      [drawId],
    );
    expect(frozen.map(({ person }) => person)).not.toContain(first().id);
  });

  it('are read with their reasons by the person’s keepers, and without them by other officials', async () => {
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    const read = async (by: typeof county.planner) => {
      const { body } = await app
        .as(by)
        .get(`${pathOf(first())}/changes`)
        .expect(200);
      return (body.items as { act: string; reason: string | null }[]).map(({ act, reason }) => [act, reason]);
    };
    expect(await read(county.planner)).toEqual([
      ['SUSPENDED', '示例·脱产培训'],
      ['LISTED', null],
    ]);
    expect(await read(county.reviewer)).toEqual([
      ['SUSPENDED', null],
      ['LISTED', null],
    ]);
    const page = await app
      .as(county.planner)
      .get(`${pathOf(first())}/changes?limit=1`)
      .expect(200);
    const next = `${pathOf(first())}/changes?limit=1&cursor=${page.body.nextCursor}`;
    expect((await app.as(county.planner).get(next).expect(200)).body.items).toMatchObject([
      { act: 'LISTED' },
    ]);
    await app
      .as(county.planner)
      .get(`${pathOf(first())}/changes?cursor=x`)
      .expect(400);
    await app
      .as(await app.person('REVIEWER', { districts: ['500152'] }))
      .get(`${pathOf(first())}/changes`)
      .expect(404);
  });

  it('stay as they were made', async () => {
    await change(first(), 1, { active: false, reason: '示例·脱产培训' }).expect(200);
    await announced();
    for (const table of ['directory_change', 'draw_directory']) {
      const rewriting = app.database.query(`delete from inspections.${table}`);
      await expect(rewriting).rejects.toMatchObject({
        message: expect.stringContaining('append-only') as string,
      });
    }
  });
});
