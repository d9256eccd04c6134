import { PDF } from '../../filings/test/filing.builder';
import { HONEST, repeatUpload, type TestPerson } from '@zhaoguan/testing';
import { codeOf, StaffScene, type StaffAnswer } from './staff-scene.builder';

describe('the register of staff', () => {
  let scene: StaffScene;
  beforeAll(async () => {
    scene = await StaffScene.start();
  });
  afterAll(() => scene.app.stop());

  const list = async (by: TestPerson, query = ''): Promise<StaffAnswer[]> => {
    const path = `/api/v1/staff?institutionId=${scene.institutionId}${query}`;
    const { body } = await scene.app.as(by).get(path).expect(200);
    return (body as { items: StaffAnswer[] }).items;
  };
  const coverage = async (by = scene.operator) =>
    (await scene.app.as(by).get(`/api/v1/staff/coverage?institutionId=${scene.institutionId}`).expect(200))
      .body as {
      employed: number;
      byStanding: { standing: string; count: number }[];
      mayRevealNames: boolean;
    };

  it('tells of each person what is missing, until it is shown', async () => {
    const { id, requirements } = await scene.added();
    expect(requirements.map(({ code, standing }) => [code, standing])).toEqual([
      ['YL_CARER_HEALTH', 'MISSING'],
      ['YL_CARER_TRAINING', 'MISSING'],
    ]);
    await scene.shown(id);
    const training = { type: 'TRAINING', requirement: 'YL_CARER_TRAINING', title: '岗前培训' };
    const complete = await scene.shown(id, training);
    expect(complete.standing).toBe('VALID');
    expect((await coverage()).byStanding).toContainEqual({ standing: 'VALID', label: '齐全有效', count: 1 });
    const again = await scene.shown(id, { issuedOn: '2026-11-01' });
    const replaced = Object.fromEntries(again.credentials.map((each) => [each.id, each.replaced]));
    expect(Object.values(replaced).filter(Boolean)).toHaveLength(1);
  });

  it('takes null for no value of what a credential may leave out', async () => {
    const { id } = await scene.added({ name: '示例·无证人员' });
    const given = { type: 'HEALTH', title: '健康合格证明', issuedOn: '2026-10-12' };
    for (const field of ['number', 'requirement', 'validUntil', 'fileId']) {
      const answer = await scene.post(scene.operator, `/${id}/credentials`, { ...given, [field]: null });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ errors: [{ pointer: `/${field}` }] });
    }
  });

  it('takes no name or title of characters that no database keeps, and no mask for a number', async () => {
    const { post, operator, institutionId } = scene;
    const person = { institutionId, post: 'COOK', employedOn: '2026-03-02' };
    const { id } = await scene.added({ name: '示例·有名人员' });
    const certificate = { type: 'HEALTH', title: '健康合格证明', issuedOn: '2026-10-12' };
    for (const [path, body, pointer] of [
      ['', { ...person, name: '\u0000' }, '/name'],
      ['', { ...person, name: '示例·\u0000某' }, '/name'],
      ['', { ...person, name: '\u200b' }, '/name'],
      [`/${id}/credentials`, { ...certificate, title: '\u0000' }, '/title'],
      [`/${id}/credentials`, { ...certificate, number: '\u0000' }, '/number'],
      [`/${id}/credentials`, { ...certificate, number: '****0042' }, '/number'],
    ] as const) {
      const answer = await post(operator, path, body).expect(422);
      expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
    }
    expect((await list(operator)).map(({ name }) => name)).not.toContain('');
  });

  it('is shown to officials with names and numbers masked, and to nobody else', async () => {
    const { app, registrar, institutionId } = scene;
    const { id } = await scene.added({ name: '示例·钱炊事', post: 'COOK' });
    await scene.shown(id);
    const seen = await scene.get(id, registrar);
    expect(seen.name).toBe('示某');
    expect(seen.credentials[0]?.number).toBe('****0042');
    expect(JSON.stringify(await list(registrar))).not.toContain('钱炊事');
    await scene.shown(id, { number: 'GQ-1', issuedOn: '2026-10-13' });
    const numbers = async (by: TestPerson) =>
      (await scene.get(id, by)).credentials.map(({ number }) => number);
    expect((await numbers(registrar)).sort()).toEqual(['****-1', '****0042']);
    expect(await numbers(scene.operator)).toContain('GQ-1');
    const others = [
      await app.person('OPERATOR'),
      await app.person('REGISTRAR', { departments: ['health'] }),
      await app.person('REGISTRAR', { districts: ['500152'] }),
    ];
    for (const other of others) {
      await app.as(other).get(`/api/v1/staff/${id}`).expect(404);
      await app.as(other).get(`/api/v1/staff?institutionId=${institutionId}`).expect(404);
      await app.as(other).get(`/api/v1/staff/coverage?institutionId=${institutionId}`).expect(404);
    }
    await scene.post(registrar, `/${id}/leave`, { leftOn: '2026-11-20' }).expect(403);
    const facts = { institutionId, name: '示例', post: 'COOK', employedOn: '2026-03-02' };
    await scene.post(others[0] as TestPerson, '', facts).expect(404);
    const rows: { name: string }[] = await app.database.query(
      'select name_sealed as name from staff.member where id = $1',
      [id],
    );
    expect(rows[0]?.name).not.toContain('钱炊事');
  });

  it('shows an official the names for a reason, and keeps that', async () => {
    const { app, registrar, operator, institutionId } = scene;
    const { id } = await scene.added({ name: '示例·冯护理' });
    const reveal = (by: TestPerson, reason: string) =>
      app.as(by).post('/api/v1/staff/reveal').send({ institutionId, reason });
    const { body } = await reveal(registrar, '现场检查，与在岗人员核对').expect(200);
    expect((body as { names: Record<string, string> }).names[id]).toBe('示例·冯护理');
    expect((await coverage(registrar)).mayRevealNames).toBe(true);
    expect((await coverage(operator)).mayRevealNames).toBe(false);
    await reveal(registrar, ' ').expect(422);
    await reveal(operator, '看看').expect(403);
    await reveal(await app.person('INSPECTOR', { departments: ['health'] }), '看看').expect(404);
    for (const districts of [['610100'], ['*']]) {
      const above = await reveal(await app.person('REGISTRAR', { districts }), '看看').expect(403);
      expect(codeOf(above)).toBe('WRONG_DISTRICT');
      expect((await coverage(await app.person('REGISTRAR', { districts }))).mayRevealNames).toBe(false);
      // A city draws among its counties (双随机), and its inspectors compare the register on the spot.
      await reveal(await app.person('INSPECTOR', { districts }), '现场检查').expect(200);
    }
    const kept = await app.database.query(
      `select from access.disclosure where subject_id::text = $1 and fields = '{staff.name}'`,
      [institutionId],
    );
    expect(kept).toHaveLength(3);
  });

  it('keeps scans of a person with the person, and notes which official opened one', async () => {
    const { app, registrar, operator } = scene;
    const { id } = await scene.added({ name: '示例·孙护理' });
    const other = await scene.added({ name: '示例·李护理' });
    const { body } = await scene.upload(operator, id).expect(201);
    const fileId = (body as { id: string }).id;
    await scene.upload(registrar, id).expect(403);
    const credential = { type: 'HEALTH', title: '健康合格证明', issuedOn: '2026-10-12', fileId };
    expect(codeOf(await scene.post(operator, `/${other.id}/credentials`, credential).expect(422))).toBe(
      'UNKNOWN_STAFF_FILE',
    );
    await scene.post(operator, `/${id}/credentials`, credential).expect(201);
    expect(codeOf(await scene.post(operator, `/${id}/credentials`, credential).expect(422))).toBe(
      'UNKNOWN_STAFF_FILE',
    );
    await app.as(operator).get(`/api/v1/staff/${id}/files/${fileId}`).expect(200);
    await app.as(registrar).get(`/api/v1/staff/${id}/files/${fileId}`).expect(200);
    await app.as(registrar).get(`/api/v1/staff/${other.id}/files/${fileId}`).expect(404);
    // The city reads the register of a county without its names: a scan would show them.
    const ofTheCity = await app.person('REGISTRAR', { districts: ['610100'] });
    const refused = await app.as(ofTheCity).get(`/api/v1/staff/${id}/files/${fileId}`).expect(403);
    expect(codeOf(refused)).toBe('WRONG_DISTRICT');
    // Who decides reads the register, and no name in it either.
    const decider = await app.person('REVIEWER');
    const withheld = await app.as(decider).get(`/api/v1/staff/${id}/files/${fileId}`).expect(403);
    expect(codeOf(withheld)).toBe('FORBIDDEN');
    const noted: unknown[] = await app.database.query(
      `select from audit.entry where action = 'staff.file-opened'`,
    );
    expect(noted).toHaveLength(1);
  });

  it('gives who sends a file again under the same key, having got no answer, the first one', async () => {
    const { id } = await scene.added({ name: '示例·重发' });
    const file = { content: PDF, other: Buffer.concat([PDF, Buffer.from('\n')]), filename: '健康证.pdf' };
    expect(await repeatUpload(scene.app, scene.operator, `/api/v1/staff/${id}/files`, file)).toEqual({
      ...HONEST,
      statuses: [201, 201],
    });
  });

  it('finds who stands how, and whoever has left only when asked', async () => {
    const { operator, post } = scene;
    const { id } = await scene.added({ name: '示例·周护理' });
    await scene.shown(id, { type: 'BACKGROUND', title: '公安机关回复', result: 'BARRED', number: undefined });
    expect((await list(operator, '&standing=BARRED')).map((each) => each.id)).toEqual([id]);
    const before = (await coverage()).employed;
    await post(operator, `/${id}/leave`, { leftOn: '2026-11-20' }).expect(200);
    expect((await coverage()).employed).toBe(before - 1);
    expect(await list(operator, '&standing=BARRED')).toEqual([]);
    expect((await list(operator, '&hasLeft=true')).map((each) => each.id)).toEqual([id]);
    expect(codeOf(await post(operator, `/${id}/leave`, { leftOn: '2026-11-20' }).expect(409))).toBe(
      'STAFF_HAS_LEFT',
    );
  });

  it('enters nobody twice, corrects by version, and says what is wrong at the field', async () => {
    const { app, operator, institutionId, post } = scene;
    const facts = { institutionId, name: '示例·吴护理', post: 'ELDERLY_CARER', employedOn: '2026-05-06' };
    const { id } = await scene.added(facts);
    expect(codeOf(await post(operator, '', { ...facts, name: ' 示例·吴护理 ' }).expect(409))).toBe(
      'DUPLICATE_STAFF',
    );
    const put = (body: object, version: string) =>
      app.as(operator).put(`/api/v1/staff/${id}`).set('if-match', version).send(body);
    await put({ ...facts, post: 'OTHER' }, '"1"').expect(200);
    expect(codeOf(await put({ ...facts, post: 'COOK' }, '"1"').expect(412))).toBe('STALE_VERSION');
    const pointers = async (path: string, body: object): Promise<string[]> => {
      const answer = await post(operator, path, body).expect(422);
      return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    };
    expect(await pointers('', { ...facts, name: ' ', post: 'PILOT', employedOn: '2026-02-30' })).toEqual([
      '/name',
      '/post',
      '/employedOn',
    ]);
    expect(await pointers('', { ...facts, name: '示例·冯护理', employedOn: '0202-05-06' })).toEqual([
      '/employedOn',
    ]);
    expect(await pointers('', { ...facts, post: 'CHILD_CARER' })).toEqual(['/post']);
    const said = async (body: object): Promise<unknown> => (await post(operator, '', body).expect(422)).body;
    expect(await said({ ...facts, employedOn: '2099-01-01' })).toMatchObject({
      code: 'STAFF_DAY_WRONG',
      errors: [{ pointer: '/employedOn', message: '入职日期不能晚于今天' }],
    });
    for (const name of ['小3', '★', '张某（'])
      expect(await said({ ...facts, name })).toMatchObject({
        errors: [{ pointer: '/name', message: expect.stringContaining('按身份证件') as string }],
      });
    // What is advised where two people have one name.
    await scene.added({ ...facts, name: '示例·吴护理（厨房）' });
    expect(
      await pointers(`/${id}/credentials`, { type: 'BACKGROUND', title: '示例', issuedOn: '2026-11-01' }),
    ).toEqual(['/result']);
    const wrong = {
      type: 'TRAINING',
      title: '示例',
      issuedOn: '2026-11-01',
      requirement: 'TY_HEAD_TRAINING',
    };
    expect(await pointers(`/${id}/credentials`, wrong)).toEqual(['/requirement']);
  });

  it('tells the public how many are in which post, and of nobody else anything', async () => {
    const { app, institutionId } = scene;
    const { body } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    const counts = (body as { staff: { post: string; people: number }[] }).staff;
    expect(counts.reduce((sum, { people }) => sum + people, 0)).toBe((await coverage()).employed);
    expect(counts).toContainEqual({ post: 'COOK', people: 1 });
    expect(JSON.stringify(body)).not.toMatch(/钱炊事|SL-JK/);
    const { text } = await app.http.get(`/institutions/${institutionId}`).expect(200);
    expect(text).toContain('炊事人员 1 人');
    expect(text).not.toContain('钱炊事');
  });

  it('is read page by page', async () => {
    const { app, operator, institutionId } = scene;
    const page = async (cursor = '') => {
      const path = `/api/v1/staff?institutionId=${institutionId}&limit=2${cursor}`;
      return (await app.as(operator).get(path).expect(200)).body as {
        items: StaffAnswer[];
        nextCursor: string | null;
      };
    };
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { items, nextCursor } = await page(next === '' ? '' : `&cursor=${next}`);
      seen.push(...items.map(({ id }) => id));
      next = nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await coverage()).employed);
  });
});
