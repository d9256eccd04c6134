import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, writeDirectory, type TestPerson } from '@zhaoguan/testing';
import { Workbook } from 'exceljs';
import { CarryOutImport } from '../src/use-cases/carry-out-import';
import { exportedSheet } from './exported-sheet.builder';

const PATH = '/api/v1/institution-imports';
/** Half of them stand in the other county; every two hundredth has no number of beds. */
const ROWS = 2400;

describe('a directory file that is handed in', () => {
  let app: TestApp;
  let administrator: TestPerson;
  let file: Buffer;
  beforeEach(async () => {
    app = await TestApp.start({ worker: false });
    administrator = await app.person('ADMINISTRATOR', { departments: [] });
    const path = join(app.config.dataDir, 'directory.csv');
    await writeDirectory(path, ROWS, ['610116', '500152']);
    file = readFileSync(path);
  });
  afterEach(() => app.stop());

  const handIn = (person = administrator, content = file, name = '示例名录.csv') =>
    app.as(person).post(PATH).attach('file', content, name);
  const carryOut = async (id: string) => {
    const end = await app.nest.get(CarryOutImport).execute(id, 'test');
    await app.nest.get(UnitOfWork).run(systemCaller('test'), end);
  };
  const read = async (id: string, person = administrator) =>
    (await app.as(person).get(`${PATH}/${id}`).expect(200)).body as Record<string, unknown>;
  const registered = async () =>
    (await app.database.query<{ district: string }>('select district from institutions.institution')).map(
      ({ district }) => district,
    );

  it('waits for the job, which takes the rows of the districts of who handed it in and reports the others', async () => {
    const { body } = await handIn().expect(202);
    expect(body).toMatchObject({ fileName: '示例名录.csv', state: 'QUEUED', share: 0, endedAt: null });
    await app.as(administrator).get(`${PATH}/${body.id}/report`).expect(404);
    await carryOut(body.id);
    const added = (await registered()).length;
    expect(await registered()).toEqual(Array.from({ length: added }, () => '610116'));
    expect(await read(body.id)).toMatchObject({
      state: 'DONE',
      share: 1,
      rows: ROWS,
      added,
      unchanged: 0,
      faulty: ROWS - added,
      problem: null,
    });
    const { text } = await app.as(administrator).get(`${PATH}/${body.id}/report`).expect(200);
    expect(text).toContain('很多');
    expect(text).toContain(`"汇总","有误","${ROWS - added}"`);
    const log = await app.database.query<{ action: string; person: string }>(
      `select action, actor_id as person from audit.entry where action like 'institutions.import%' order by id`,
    );
    expect(log.map(({ action }) => action)).toEqual([
      'institutions.import-requested',
      'institutions.import-started',
      'institutions.imported',
    ]);
    expect(log[0]?.person).toBe(administrator.id);
    const colleague = await app.person('ADMINISTRATOR', { districts: ['610116'] });
    const told = await app.as(colleague).get('/api/v1/audit-entries?subjectType=import').expect(200);
    expect((told.body as { items: { action: string }[] }).items.map(({ action }) => action)).toEqual(
      log.map(({ action }) => action).reverse(),
    );
  });

  it('is taken by the worker', async () => {
    const { body } = await handIn().expect(202);
    const worker = await TestApp.start({ database: app.database, dataDir: app.config.dataDir });
    await worker.idle();
    const ended = await worker.as(administrator).get(`${PATH}/${body.id}`).expect(200);
    await worker.stop();
    expect(ended.body).toMatchObject({ state: 'DONE', rows: ROWS });
  });

  it('counts what it brought also when it is done again after its end was lost', async () => {
    const { body } = await handIn().expect(202);
    await carryOut(body.id);
    const first = await read(body.id);
    await app.database.query(
      `update institutions.directory_import set state = 'RUNNING', ended_at = null where id = '${body.id}'`,
    );
    await carryOut(body.id);
    expect(await read(body.id)).toEqual(first);
  });

  it('changes nothing when it is handed in again', async () => {
    const { body: before } = await handIn().expect(202);
    await carryOut(before.id);
    app.clock.advance(60_000);
    const { body: again } = await handIn().expect(202);
    await carryOut(again.id);
    const { added } = await read(before.id);
    expect(await read(again.id)).toMatchObject({ state: 'DONE', added: 0, unchanged: added });
  });

  it('is refused at once when nobody could read it, and leaves nothing', async () => {
    const wrong = { name: '名录.xls', content: file };
    for (const { name, content } of [wrong, { name: '名录.xlsx', content: file }]) {
      const answer = await handIn(administrator, content, name).expect(422);
      expect(answer.body).toMatchObject({ code: 'DIRECTORY_UNREADABLE' });
    }
    await handIn(administrator, Buffer.alloc(0)).expect(422);
    await app.as(administrator).post(PATH).send({}).expect(415);
    const { body } = await app.as(administrator).get(PATH).expect(200);
    expect(body).toEqual({ items: [], nextCursor: null });
  });

  it('ends as unreadable when it has no header', async () => {
    const { body } = await handIn(administrator, Buffer.from('甲,乙\n丙,丁\n')).expect(202);
    await carryOut(body.id);
    expect(await read(body.id)).toMatchObject({ state: 'UNREADABLE', added: 0 });
    expect((await read(body.id))['problem']).toEqual(expect.stringContaining('机构名称'));
  });

  it('comes one at a time from each person, and anew once the last has ended', async () => {
    const { body } = await handIn().expect(202);
    const second = await handIn().expect(409);
    expect(second.body).toMatchObject({ code: 'DIRECTORY_IMPORT_UNDER_WAY' });
    await carryOut(body.id);
    await handIn().expect(202);
  });

  it('is a matter of administrators, and seen by those of the same places alone', async () => {
    const { body } = await handIn().expect(202);
    for (const role of ['REGISTRAR', 'REVIEWER', 'OPERATOR', 'CASE_OFFICER'] as const) {
      const other = await app.person(role);
      await handIn(other).expect(403);
      await app.as(other).get(PATH).expect(403);
      await app.as(other).get(`${PATH}/${body.id}`).expect(403);
    }
    const elsewhere = await app.person('ADMINISTRATOR', { departments: [], districts: ['500152'] });
    await app.as(elsewhere).get(`${PATH}/${body.id}`).expect(404);
    await app.as(elsewhere).get(`${PATH}/${body.id}/report`).expect(404);
    expect((await app.as(elsewhere).get(PATH).expect(200)).body.items).toEqual([]);
    const colleague = await app.person('ADMINISTRATOR', { departments: [] });
    expect((await app.as(colleague).get(PATH).expect(200)).body.items).toMatchObject([{ id: body.id }]);
  });

  it('has a template with the columns that are read, what may stand in them, and an example that comes in as it stands', async () => {
    const { file: blank, rows } = await exportedSheet(app, administrator, `${PATH}/template`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toEqual(expect.arrayContaining(['机构名称', '统一社会信用代码', '床位数']));
    expect(rows[0]).not.toContain('状态');
    expect(rows[0]).not.toContain('备案机关');
    const book = new Workbook();
    await book.xlsx.readFile(blank);
    const [sheet, example] = book.worksheets;
    const choicesOf = (header: string) =>
      sheet?.getRow(2).getCell((rows[0]?.indexOf(header) ?? 0) + 1).dataValidation?.formulae;
    expect(choicesOf('机构类型')).toEqual(['"养老机构,托育机构,家庭托育点"']);
    expect(choicesOf('机构性质')).toEqual(['"公办,公建民营,民办公助,民办"']);
    expect(choicesOf('信用等级')).toEqual(['"A,B,C,D"']);
    expect(example?.name).toBe('填写示例');
    const untouched = await handIn(administrator, readFileSync(blank), '模板.xlsx').expect(202);
    await carryOut(untouched.body.id);
    expect(await read(untouched.body.id)).toMatchObject({ rows: 0, faulty: 0 });
    book.removeWorksheet(sheet?.id ?? 0);
    const filledIn = Buffer.from(await book.xlsx.writeBuffer());
    const { body } = await handIn(administrator, filledIn, '名录.xlsx').expect(202);
    await carryOut(body.id);
    expect(await read(body.id)).toMatchObject({ rows: 2, added: 2, faulty: 0 });
  });

  it('is paged, newest first', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { body } = await handIn(administrator, Buffer.from(`甲,乙\n${n},丁\n`)).expect(202);
      await carryOut(body.id);
      ids.unshift(body.id);
      app.clock.advance(1000);
    }
    const first = await app.as(administrator).get(`${PATH}?limit=2`).expect(200);
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
    const rest = await app
      .as(administrator)
      .get(`${PATH}?limit=2&cursor=${first.body.nextCursor as string}`)
      .expect(200);
    expect(rest.body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2));
  });
});
