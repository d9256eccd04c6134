import { HONEST, repeatUpload, type TestApp, type TestPerson } from '@zhaoguan/testing';
import { PDF, type FilingBuilder } from './filing.builder';
import { VerificationScene } from './verification-scene.builder';

const DAY = 86_400_000;

describe('verifying a filing on the spot', () => {
  let scene: VerificationScene;
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let visit: VerificationScene['visit'];
  beforeAll(async () => {
    scene = await VerificationScene.start();
    ({ app, filings, operator, registrar, visit } = scene);
  });
  afterAll(() => app.stop());

  const waiting = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string } }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type }) => type);
  };

  it('begins with the acceptance of a first filing, with its term and the items that were filed', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const open = await scene.of(registrar, id);
    expect(open).toMatchObject({
      status: 'OPEN',
      statusLabel: '待现场核查',
      dueOn: '2026-12-18',
      basis: { law: '《养老机构管理办法》（民政部令第66号）' },
      availableActions: ['confirm', 'mismatch'],
      visits: [],
    });
    expect(open.facts).toContainEqual({
      pointer: '/institution/capacity',
      label: '床位数',
      filed: '120 张',
      decimals: 0,
      requires: null,
      unit: '张',
    });
    expect(await waiting(registrar, id)).toEqual(['FILING_TO_VERIFY']);
    expect(await scene.of(operator, id)).toMatchObject({ status: 'OPEN', availableActions: [], facts: [] });
  });

  it('is not asked for where no rule of the kind says so', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const { id } = await filings.accepted(operator, health, 'CHILDCARE');
    expect(await scene.of(health, id)).toBeUndefined();
  });

  it('ends when everything is as it was filed, with who went, when and what they brought', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const upload = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/verification/files`)
      .attach('file', PDF, { filename: '现场照片.pdf', contentType: 'application/pdf' })
      .expect(201);
    const body = {
      ...visit,
      facts: await scene.found(id),
      note: '床位、房间与备案一致',
      fileIds: [upload.body.id],
    };
    const { body: after } = await scene.post(registrar, id, 'record', body, 200);
    expect(after).toMatchObject({
      status: 'VERIFIED',
      dueOn: null,
      availableActions: [],
      visits: [
        {
          seq: 1,
          visitedOn: visit.visitedOn,
          note: '床位、房间与备案一致',
          files: [{ name: '现场照片.pdf' }],
        },
      ],
      steps: [{ action: 'confirm', actorName: '示例·甲受理' }],
    });
    const seen = await scene.of(operator, id);
    expect(seen.visits[0]).toMatchObject({ files: [], facts: after.visits[0].facts });
    const path = `/api/v1/filings/${id}/verification/files/${upload.body.id}`;
    await app.as(registrar).get(path).expect(200);
    await app.as(operator).get(path).expect(404);
    const city = await app.person('REGISTRAR', { districts: ['610100'] });
    const reviewer = await app.person('REVIEWER');
    for (const reader of [city, reviewer]) {
      expect((await scene.of(reader, id)).visits[0]).toMatchObject({
        files: [],
        facts: after.visits[0].facts,
      });
      await app.as(reader).get(path).expect(403);
    }
    const opened = await app.database.query(
      `select actor_id as "by" from audit.entry where subject_id = $1 and action = 'filing.verification-file-opened'`,
      [id],
    );
    expect(opened).toEqual([{ by: registrar.id }]);
    const again = await scene.post(registrar, id, 'record', body, 409);
    expect(again.body.code).toBe('INVALID_TRANSITION');
    await app.idle();
    const told = (await app.as(operator).get('/api/v1/notifications').expect(200)).body.items;
    expect(told).toContainEqual(expect.objectContaining({ type: 'FILING_VERIFIED' }));
  });

  it('tells the applicant of a mismatch, who reports it put right, and the authority looks again', async () => {
    const { id } = await scene.mismatched();
    expect(await scene.of(operator, id)).toMatchObject({
      status: 'MISMATCH_FOUND',
      correctBy: '2026-12-11',
      availableActions: ['correct'],
      visits: [
        { facts: expect.arrayContaining([expect.objectContaining({ label: '床位数', found: '96 张' })]) },
      ],
    });
    expect(await waiting(operator, id)).toEqual(['FILING_MISMATCH_TO_CORRECT']);
    expect(await waiting(registrar, id)).toEqual([]);
    await scene.post(operator, id, 'correct', { statement: ' ' }, 422);
    const { body } = await scene.post(operator, id, 'correct', { statement: '已恢复为 120 张' }, 200);
    expect(body).toMatchObject({ status: 'RECHECK', correctBy: null, dueOn: '2026-12-18' });
    expect(await waiting(registrar, id)).toEqual(['FILING_TO_VERIFY']);
    await scene.post(registrar, id, 'record', { ...visit, facts: await scene.found(id) }, 200);
    expect((await scene.of(registrar, id)).steps.map(({ action }: { action: string }) => action)).toEqual([
      'mismatch',
      'correct',
      'confirm',
    ]);
  });

  it('finds no mismatch that nobody reads of: the officials say how they told the applicant', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const facts = await scene.found(id, { '/institution/capacity': '96 张' });
    await app.database.query('update access.person set has_password = false where id = $1', [operator.id]);
    try {
      const { body } = await scene.post(registrar, id, 'record', { ...visit, facts, note: ' ' }, 422);
      expect(body.errors).toMatchObject([{ pointer: '/note', code: 'NO_OPERATOR' }]);
      expect(await scene.of(registrar, id)).toMatchObject({ status: 'OPEN', visits: [] });
      const note = '现场交给负责人，已签收';
      await scene.post(registrar, id, 'record', { ...visit, facts, note }, 200);
      expect(await scene.of(registrar, id)).toMatchObject({ status: 'MISMATCH_FOUND', visits: [{ note }] });
    } finally {
      await app.database.query('update access.person set has_password = true where id = $1', [operator.id]);
    }
  });

  it('takes an accepted change filing for the answer, and compares with what is filed now', async () => {
    const { id, institutionId } = await scene.mismatched();
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 96 });
    await filings.act(registrar, change.id, 'accept');
    const again = await scene.of(registrar, id);
    expect(again).toMatchObject({ status: 'RECHECK', steps: [{}, { action: 'amend' }] });
    expect(again.facts).toContainEqual(expect.objectContaining({ label: '床位数', filed: '96 张' }));
    expect(await scene.of(registrar, change.id)).toBeUndefined();
  });

  it('is done anew at another site, in place of what was open', async () => {
    const { id, institutionId } = await filings.accepted(operator, registrar);
    const move = { address: '陕西省西安市长安区郭杜街道示例新路99号' };
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', move);
    await filings.act(registrar, change.id, 'accept');
    expect(await scene.of(registrar, id)).toMatchObject({ status: 'CANCELLED' });
    expect(await scene.of(registrar, change.id)).toMatchObject({ status: 'OPEN' });
  });

  it('waits for the authority again when the term for putting right has passed', async () => {
    const { id } = await scene.mismatched();
    const now = app.clock.now();
    app.clock.advance(30 * DAY);
    try {
      const late = await app.person('REGISTRAR');
      expect(await waiting(late, id)).toEqual(['FILING_MISMATCH_OVERDUE']);
    } finally {
      app.clock.advance(now.getTime() - app.clock.now().getTime());
    }
  });

  it('gives who sends a file again under the same key, having got no answer, the first one', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const file = { content: PDF, other: Buffer.concat([PDF, Buffer.from('\n')]), filename: '现场照片.pdf' };
    expect(await repeatUpload(app, registrar, `/api/v1/filings/${id}/verification/files`, file)).toEqual({
      ...HONEST,
      statuses: [201, 201],
    });
  });

  it.each([
    [{ officerIds: [] }, '/officerIds'],
    [
      { officerIds: ['019ab2f0-0000-7000-8000-000000000000', '019ab2f0-0000-7000-8000-000000000001'] },
      '/officerIds/1',
    ],
    [{ experts: [' '] }, '/experts'],
    [{ visitedOn: '2026-11-21' }, '/visitedOn'],
    [{ visitedOn: '2026-02-30' }, '/visitedOn'],
    [{ facts: [] }, '/facts'],
    [{ facts: [null] }, '/facts'],
    [{ fileIds: ['019ab2f0-0000-7000-8000-000000000000'] }, '/fileIds/0'],
  ])('refuses %j, naming the field, and leaves nothing behind', async (wrong, pointer) => {
    const { id } = await filings.accepted(operator, registrar);
    const body = { ...visit, facts: await scene.found(id), ...wrong };
    const answer = await scene.post(registrar, id, 'record', body, 422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect(await scene.of(registrar, id)).toMatchObject({ status: 'OPEN', visits: [], steps: [] });
  });

  it('is read with typed names where it was recorded before accounts were kept', async () => {
    const { id } = await scene.mismatched();
    await app.database.query(`
      alter table filings.verification_visit disable trigger user;
      update filings.verification_visit set officer_ids = null, officers = '{示例·旧甲,示例·旧乙}'
       where verification_id = (select v.id from filings.verification v where v.filing_id = '${id}');
      alter table filings.verification_visit enable trigger user;`);
    expect((await scene.of(registrar, id)).visits).toMatchObject([
      { officers: ['示例·旧甲', '示例·旧乙'], experts: [] },
    ]);
  });

  it('keeps what was found as it was found', async () => {
    await scene.mismatched();
    await expect(app.database.query(`update filings.verification_visit set note = ''`)).rejects.toThrow(
      'append-only',
    );
  });
});
