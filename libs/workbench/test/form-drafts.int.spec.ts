import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';

const PATH = '/api/v1/form-drafts';
const DAY_MS = 86_400_000;

describe('form drafts', () => {
  let app: TestApp;
  let person: TestPerson;
  let another: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    person = await app.person('PLANNER');
    another = await app.person('PLANNER');
  });
  afterAll(() => app.stop());

  const newKey = (): string => `plan:${(count += 1)}`;
  const save = (key: string, content: object, version?: number, who = person) => {
    const request = app.as(who).put(`${PATH}/${key}`);
    return (version === undefined ? request : request.set('if-match', `"${version}"`)).send({ content });
  };
  const read = (key: string, who = person) => app.as(who).get(`${PATH}/${key}`);

  it('are closed to whoever has not signed in', () => app.http.get(PATH).expect(401));

  it('come back as they were typed, with their version', async () => {
    const key = newKey();
    const content = { title: '示例·抽查', districts: ['610116'], nested: { deep: [1, null, ''] } };
    const first = await save(key, content).expect(200);
    expect(first.headers['etag']).toBe(`"${String(first.body.version)}"`);
    app.clock.advance(1000);
    const second = await save(key, { ...content, title: '示例·改' }, first.body.version).expect(200);
    expect(second.body.version).toBe(first.body.version + 1);
    const { body, headers } = await read(key).expect(200);
    expect(body).toEqual({ ...second.body, content: { ...content, title: '示例·改' } });
    expect(headers['etag']).toBe(`"${String(second.body.version)}"`);
    expect(new Date(body.updatedAt) > new Date(body.createdAt)).toBe(true);
  });

  it('are their author’s alone', async () => {
    const key = newKey();
    const { body } = await save(key, { title: '示例·甲' }).expect(200);
    await read(key, another).expect(204);
    await save(key, { title: '示例·乙' }, undefined, another).expect(200);
    await app.as(another).delete(`${PATH}/${key}`).expect(204);
    expect((await read(key)).body.version).toBe(body.version);
    const keys = (await app.as(another).get(PATH).expect(200)).body.items as { key: string }[];
    expect(keys.map((line) => line.key)).not.toContain(key);
  });

  it('tell one page of the other: what it has not seen it does not overwrite', async () => {
    const key = newKey();
    const { version } = (await save(key, { a: 1 }).expect(200)).body;
    const blind = await save(key, { a: 2 }).expect(412);
    expect(blind.body).toMatchObject({ code: 'FORM_DRAFT_STALE', currentVersion: version });
    await save(key, { a: 3 }, version).expect(200);
    const late = await save(key, { a: 4 }, version).expect(412);
    expect(late.body).toMatchObject({ currentVersion: version + 1, savedAt: expect.any(String) });
    await app.as(person).delete(`${PATH}/${key}`).set('if-match', `"${version}"`).expect(412);
    expect((await read(key)).body.content).toEqual({ a: 3 });
  });

  it('tell a page that the form was handed in or discarded on another', async () => {
    const key = newKey();
    const { version } = (await save(key, { a: 1 }).expect(200)).body;
    await app.as(person).delete(`${PATH}/${key}`).set('if-match', `"${version}"`).expect(204);
    expect((await save(key, { a: 2 }, version).expect(412)).body).toMatchObject({ currentVersion: null });
    await app.as(person).delete(`${PATH}/${key}`).expect(204);
    await read(key).expect(204);
  });

  it('let one of two pages win that save at the same moment', async () => {
    const key = newKey();
    const begun = await Promise.all([save(key, { a: 1 }), save(key, { a: 2 })]);
    expect(begun.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { version } = (await read(key)).body;
    const next = await Promise.all([save(key, { a: 3 }, version), save(key, { a: 4 }, version)]);
    expect(next.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('are sealed at rest, and open for no other person or form', async () => {
    const key = newKey();
    await save(key, { remark: '示例·王建国身份证' }).expect(200);
    const [row] = await app.database.query<{ content_sealed: string }>(
      'select content_sealed from workbench.form_draft where key = $1',
      [key],
    );
    expect(row!.content_sealed).toMatch(/^sm4-1:/);
    await app.database.query(
      `insert into workbench.form_draft select $1, key, content_sealed, version, created_at, updated_at
         from workbench.form_draft where key = $2`,
      [another.id, key],
    );
    await read(key, another).expect(500);
  });

  it.each([
    ['a key with other characters', 'Plan_1', { a: 1 }, 422],
    ['a key that is too long', 'a'.repeat(101), { a: 1 }, 422],
    ['more than 64 kB', 'large', { text: '照'.repeat(22_000) }, 413],
  ])('refuse %s', async (_, key, content, status) => {
    await save(key, content).expect(status);
  });

  it.each([[[1]], ['text'], [null], [undefined]])('refuse content that is no object: %j', async (content) => {
    await app.as(person).put(`${PATH}/plan:x`).send({ content }).expect(422);
  });

  it('take a draft of just under 64 kB', async () => {
    await save('just-fits', { text: 'x'.repeat(65_500) }).expect(200);
  });

  it('are at most a hundred: those left alone longest fall away', async () => {
    const keeper = await app.person('PLANNER');
    for (let i = 0; i < 100; i += 1) {
      app.clock.advance(1);
      await save(`form:${i}`, {}, undefined, keeper).expect(200);
    }
    const { version } = (await read('form:0', keeper)).body;
    app.clock.advance(1);
    await save('form:0', { again: true }, version, keeper).expect(200);
    await Promise.all([save('form:100', {}, undefined, keeper), save('form:101', {}, undefined, keeper)]);
    const { items } = (await app.as(keeper).get(PATH).expect(200)).body as { items: { key: string }[] };
    const keys = items.map(({ key }) => key);
    expect(keys).toHaveLength(100);
    expect(keys.slice(0, 3).sort()).toEqual(['form:0', 'form:100', 'form:101']);
    expect(keys).not.toContain('form:1');
    expect(keys).not.toContain('form:2');
  });

  it('are removed by a job ninety days after they were last saved', async () => {
    const [old, used] = [newKey(), newKey()];
    await save(old, {}).expect(200);
    const { version } = (await save(used, {}).expect(200)).body;
    app.clock.advance(89 * DAY_MS);
    await save(used, { again: true }, version).expect(200);
    app.clock.advance(2 * DAY_MS);
    await app.nest.get(JobRunner).start();
    await app.nest.get(JobRunner).run('workbench.sweep', 'test-1', {});
    await read(old).expect(204);
    await read(used).expect(200);
  });
});
