import { HONEST, repeatUpload, type TestPerson } from '@zhaoguan/testing';
import { PNG } from '../../inspections/test/inspection.builder';
import { CaseScene } from './case-scene.builder';

const TEXT = '已于当日清理完毕，请从轻处理。';

describe('a statement of the party', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(7);
  }, 120_000);
  afterAll(() => scene.app.stop());
  const upload = (person: TestPerson, id: string, content = PNG, name = '整改照片.png') =>
    scene.app.as(person).post(`/api/v1/penalty-cases/${id}/statement-files`).attach('file', content, name);
  const read = (person: TestPerson, id: string, fileId: string) =>
    scene.app.as(person).get(`/api/v1/penalty-cases/${id}/statement-files/${fileId}`);
  const uploaded = async (id: string): Promise<string> =>
    (await upload(scene.operator, id).expect(201)).body.id as string;

  it('carries files, which the officer and the reviewer in charge read once it is made, and nobody else', async () => {
    const { app, officer, operator, stranger, post } = scene;
    const id = await scene.noticed();
    const reviewer = await app.person('REVIEWER');
    const fileId = await uploaded(id);
    await read(operator, id, fileId).expect(200);
    await read(officer, id, fileId).expect(404);
    await post(operator, `/${id}/statement`, { text: TEXT, fileIds: [fileId] }).expect(200);
    const { body } = await app.as(officer).get(`/api/v1/penalty-cases/${id}`).expect(200);
    expect(body.statements).toMatchObject([
      { text: TEXT, files: [{ id: fileId, name: '整改照片.png', mediaType: 'image/png' }] },
    ]);
    expect(body.statements[0].files[0].uploadedBy).toBeUndefined();
    for (const reader of [officer, reviewer, operator])
      await read(reader, id, fileId).expect(200).expect('content-type', 'image/png');
    await read(stranger, id, fileId).expect(404);
    await read(await app.person('CASE_OFFICER', { departments: ['health'] }), id, fileId).expect(404);
    await read(await app.person('CASE_OFFICER', { districts: ['500152'] }), id, fileId).expect(404);
  });

  it('takes files of its own party alone, by their content, while it can be made', async () => {
    const { officer, stranger } = scene;
    const opened = await scene.opened();
    await upload(scene.operator, opened).expect(404);
    const id = await scene.noticed();
    await upload(stranger, id).expect(404);
    await upload(officer, id).expect(403);
    const html = await upload(scene.operator, id, Buffer.from('<html>'), '照片.png');
    expect(html.body).toMatchObject({ code: 'UNSUPPORTED_MEDIA' });
  });

  it('gives who sends a file again under the same key, having got no answer, the first one', async () => {
    const id = await scene.noticed();
    const file = { content: PNG, other: Buffer.concat([PNG, Buffer.from('\n')]), filename: '整改照片.png' };
    expect(
      await repeatUpload(scene.app, scene.operator, `/api/v1/penalty-cases/${id}/statement-files`, file),
    ).toEqual({ ...HONEST, statuses: [201, 201] });
  });

  it('names no file twice, none of another case, and no more than five', async () => {
    const { operator, post } = scene;
    const [id, other] = [await scene.noticed(), await scene.noticed()];
    const [own, foreign] = [await uploaded(id), await uploaded(other)];
    const refused = await post(operator, `/${id}/statement`, { text: TEXT, fileIds: [own, foreign] }).expect(
      422,
    );
    expect(refused.body).toMatchObject({
      code: 'UNKNOWN_STATEMENT_FILE',
      errors: [{ pointer: '/fileIds/1' }],
    });
    await post(operator, `/${id}/statement`, { text: TEXT, fileIds: [own] }).expect(200);
    await post(operator, `/${id}/statement`, { text: '补充', fileIds: [own] }).expect(422);
    const six = await Promise.all(Array.from({ length: 6 }, () => uploaded(other)));
    await post(operator, `/${other}/statement`, { text: TEXT, fileIds: six }).expect(422);
  });

  it('is one, however often the same words are sent', async () => {
    const { app, operator, post } = scene;
    const stated = await scene.stated();
    const { body } = await app.as(operator).get(`/api/v1/penalty-cases/${stated}`).expect(200);
    const said = body.statements[0].text as string;
    const twice = await post(operator, `/${stated}/statement`, { text: ` ${said}\n` }).expect(409);
    expect(twice.body).toMatchObject({ code: 'STATEMENT_DUPLICATE' });
    // A file that was not handed in yet is something new, whatever the words.
    const fileIds = [await uploaded(stated)];
    const again = await post(operator, `/${stated}/statement`, { text: said, fileIds }).expect(200);
    const count = again.body.statements.length as number;
    expect(count).toBe(body.statements.length + 1);
    await post(operator, `/${stated}/statement`, { text: said, fileIds }).expect(422);
    const supplement = { text: '补充：已加装标识。' };
    const key = { 'Idempotency-Key': '0199d2a0-0000-7000-8000-000000000001' };
    const first = await post(operator, `/${stated}/statement`, supplement).set(key).expect(200);
    const repeat = await post(operator, `/${stated}/statement`, supplement).set(key).expect(200);
    expect(repeat.body).toEqual(first.body);
    expect(first.body.statements).toHaveLength(count + 1);

    for (let n = count + 1; n < 20; n += 1)
      await post(operator, `/${stated}/statement`, { text: `示例·第 ${n} 次补充。` }).expect(200);
    const most = await post(operator, `/${stated}/statement`, { text: '示例·再补充。' }).expect(409);
    expect(most.body).toMatchObject({ code: 'TOO_MANY_STATEMENTS' });
  });
});
