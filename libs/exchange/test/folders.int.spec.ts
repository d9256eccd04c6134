import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { PDF, type FilingAnswer } from '../../filings/test/filing.builder';
import { casesOf, FolderScene, linesOf } from './folder-scene.builder';

const EXAMPLES = join(__dirname, '../../../docs/guide/exchange-files');

describe('partners without a platform', () => {
  let scene: FolderScene;
  let registrar: TestPerson;
  beforeAll(async () => {
    scene = await FolderScene.start();
    registrar = await scene.app.person('REGISTRAR');
  });
  afterAll(() => scene.stop());

  /** The other example of the guide, which whoever reads it from the top has tried before. */
  const handInCaseOfClient = async (): Promise<void> => {
    const { partners } = scene;
    const given = JSON.parse(readFileSync(join(EXAMPLES, '../exchange-client/case.json'), 'utf8')) as {
      reference: string;
    };
    const platform = await partners.register({ name: '示例·省政务服务平台' });
    const path = `/filings/${given.reference}`;
    const { body } = await partners.send(platform, 'POST', '/filings', given).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await partners.upload(platform, `${path}/materials/${code}`, PDF).expect(200);
    const submitted = await partners.send(platform, 'POST', `${path}/submit`).expect(200);
    // What the guide says of it: handed in, and yet not all that the console insists on.
    const lacking = (submitted.body as FilingAnswer).incomplete.map(({ label }) => label);
    expect(lacking).toEqual(
      expect.arrayContaining(['服务场所权属', '服务设施面积', '联系人姓名', '联系人电话']),
    );
  };

  it('lay cases into their folder and read what became of them, byte by byte as in the guide', async () => {
    await handInCaseOfClient();
    const partner = await scene.register('guide');
    scene.lay('guide', 'in', '首次备案.csv', readFileSync(join(EXAMPLES, '首次备案.csv')));
    await scene.take();
    const [filing] = await scene.filingsOf(partner);
    expect(filing).toMatchObject({ reference: 'CSV-2026-0001', status: 'SUBMITTED' });
    const id = filing?.id ?? '';
    await scene.decide(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/capacity', message: '床位数与平面图不符' }],
    });
    await scene.app.idle();
    await scene.poll();
    const asInGuide = (name: string) => {
      const text = scene
        .read('guide', 'out', name)
        .replaceAll(id, '0199a0c2-11aa-7d90-b0c5-0f4d7e2a6b18')
        .replace(/[^"]*\/papers\/[^"]+/g, 'https://zhaoguan.example/papers/7K3M-9QXA-2BTC-5WHD');
      const ids = linesOf(text).map(([, eventId = '']) => eventId);
      return ids
        .slice(1)
        .reduce(
          (said, eventId, index) => said.replace(eventId, `0199a0c2-5b7e-7c1a-8d21-6a1f0e3b9c4${index}`),
          text,
        );
    };
    const example = (name: string) => readFileSync(join(EXAMPLES, name), 'utf8');
    expect(scene.list('guide', 'out')).toEqual([
      'changes-0000000001.csv',
      'report-20261127-100200-首次备案.csv',
    ]);
    const report = 'report-20261127-100200-首次备案.csv';
    expect(scene.read('guide', 'out', report).replace(id, '0199a0c2-11aa-7d90-b0c5-0f4d7e2a6b18')).toBe(
      example(report),
    );
    expect(asInGuide('changes-0000000001.csv')).toBe(example('changes-0000000001.csv'));
    expect(scene.list('guide', 'in')).toEqual([]);
    expect(scene.list('guide', 'failed')).toEqual(['20261127-100200-首次备案.csv']);
    expect(scene.read('guide', '', '模板-养老机构首次申请.csv')).toContain('"业务编号","用户编号"');
  });

  it('correct no change that the platform has handed in by HTTP, under whatever number', async () => {
    const partner = await scene.register('change');
    scene.lay('change', 'in', 'first.csv', casesOf(['F-1']));
    await scene.take();
    const [first] = await scene.filingsOf(partner);
    await scene.decide(registrar, first?.id ?? '', 'accept');
    const applicant = { userReference: 'u-1', name: '示例·王建国', uscc: '526101160000000199' };
    const change = {
      reference: 'F-2',
      type: 'CHANGE',
      firstReference: 'F-1',
      kind: 'ELDERLY_CARE',
      applicant,
    };
    const entry = { ...change, institution: { capacity: 150 } };
    await scene.partners.send(partner, 'POST', '/filings', entry).expect(201);
    scene.lay('change', 'in', 'second.csv', casesOf(['F-2']));
    await scene.take();
    const [row] = scene.report('change');
    expect(row?.slice(0, 3)).toEqual(['2', 'F-2', '没有办理']);
    const { body } = await scene.partners.send(partner, 'GET', '/filings/F-2').expect(200);
    expect(body).toMatchObject({ status: 'DRAFT', institution: { capacity: 150 } });
  });

  it('are told of every row, and a bad one keeps no other from being handed in', async () => {
    const partner = await scene.register('rows');
    const good = casesOf(['A-1', 'A-3']);
    const [, , third = ''] = good.split('\r\n');
    const bad =
      casesOf(['A-2'], { 床位数: '=1+1', 申请人统一社会信用代码: '5.26101E+17' }).split('\r\n')[1] ?? '';
    const strange = casesOf(['A-4'], { 机构种类: '旅馆' }).split('\r\n')[1] ?? '';
    scene.lay('rows', 'in', 'a.csv', `${good.replace(third, `${bad}\r\n${third}`)}${strange}\r\n`);
    await scene.take();
    expect((await scene.filingsOf(partner)).map(({ reference, status }) => [reference, status])).toEqual([
      ['A-1', 'SUBMITTED'],
      ['A-3', 'SUBMITTED'],
    ]);
    const report = scene.report('rows');
    expect(report.map(([row, reference, result]) => [row, reference, result])).toEqual([
      ['2', 'A-1', '已提交'],
      ['3', 'A-2', '没有办理'],
      ['3', 'A-2', '没有办理'],
      ['4', 'A-3', '已提交'],
      ['5', 'A-4', '没有办理'],
    ]);
    expect(report.slice(1, 3).map((cells) => cells[3])).toEqual([
      '申请人统一社会信用代码（E 列）',
      '床位数（K 列）',
    ]);
    expect(report[1]?.[4]).toContain('科学计数');
    expect(report[4]?.slice(3, 5)).toEqual(['机构种类（F 列）', '应为养老机构或者托育机构']);
    expect(await scene.files(partner)).toMatchObject([
      { name: 'a.csv', state: 'FAILED', rows: 4, faulty: 2, reason: null },
    ]);
  });

  it('have a file done once, however often they lay it there, under whatever name', async () => {
    const partner = await scene.register('twice');
    const cases = casesOf(['B-1']);
    scene.lay('twice', 'in', 'b.csv', cases);
    await scene.take();
    scene.lay('twice', 'in', 'b.csv', cases);
    scene.lay('twice', 'in', 'c.csv', cases);
    await scene.take();
    expect(scene.report('twice')).toMatchObject([['2', 'B-1', '以前已办理', '', '', expect.any(String)]]);
    expect(await scene.filingsOf(partner)).toMatchObject([{ status: 'SUBMITTED', round: 1 }]);
    const acts = await scene.app.database.query<{ action: string }>(
      `select e.action from audit.entry e join exchange.partner_case c on c.filing_id::text = e.subject_id
        where c.partner_id = $1 and e.action = 'filing.submitted'`,
      [partner.partnerId],
    );
    expect(acts).toHaveLength(1);
    expect(scene.list('twice', 'done')).toHaveLength(3);
    expect(scene.list('twice', 'failed')).toEqual([]);
  });

  it('put right what was returned, and what they said before does not come back', async () => {
    const partner = await scene.register('returned');
    const first = casesOf(['C-1']);
    scene.lay('returned', 'in', 'first.csv', first);
    await scene.take();
    const [filing] = await scene.filingsOf(partner);
    const reasons = [{ pointer: '/institution/capacity', message: '=床位数与平面图不符' }];
    await scene.decide(registrar, filing?.id ?? '', 'return', { reasons });
    scene.lay('returned', 'in', 'again.csv', first);
    await scene.take();
    expect(await scene.filingsOf(partner)).toMatchObject([{ status: 'RETURNED', round: 1 }]);
    scene.lay('returned', 'in', 'second.csv', casesOf(['C-1'], { 床位数: '110' }));
    await scene.take();
    expect(await scene.filingsOf(partner)).toMatchObject([{ status: 'SUBMITTED', round: 2 }]);
    scene.lay('returned', 'in', 'third.csv', casesOf(['C-1'], { 床位数: '100' }));
    await scene.take();
    expect(scene.report('returned')[0]?.slice(0, 3)).toEqual(['2', 'C-1', '没有办理']);
    expect(scene.report('returned')[0]?.[4]).toBe(
      '本件已经提交，主管部门正在办理，现在不能修改；退回补正以后再放入',
    );
    await scene.decide(registrar, filing?.id ?? '', 'accept');
    await scene.app.idle();
    await scene.poll();
    const names = scene.list('returned', 'out').filter((name) => name.startsWith('changes-'));
    const changes = names.flatMap((name) => linesOf(scene.read('returned', 'out', name)).slice(1));
    expect(changes.map(([position]) => position)).toEqual(['1', '2', '3', '4']);
    expect(changes.map((cells) => cells[5])).toEqual(['备案已提交', '退回补正', '备案已提交', '准予备案']);
    expect(changes.map((cells) => cells[10] !== '')).toEqual([false, true, false, false]);
    expect(changes[1]?.[10]).toMatch(/^'?.*床位数与平面图不符/);
    expect(changes.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    expect(changes[3]?.[9]).toMatch(/^610116-YL-2026-/);
    expect(await scene.standing(partner)).toMatchObject({ lastFile: names.length, problem: null });
  });

  it('write UTF-8 with or without a mark, or GB18030 as Excel does; what is none of these does nothing', async () => {
    const partner = await scene.register('letters');
    const inGb = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: casesOf(['F-1']) });
    scene.lay('letters', 'in', 'gb.csv', inGb);
    scene.lay('letters', 'in', 'mark.csv', `\uFEFF${casesOf(['F-2'])}`);
    await scene.take();
    expect((await scene.filingsOf(partner)).map(({ reference }) => reference)).toEqual(['F-1', 'F-2']);
    const refused = async (content: string | Buffer) => {
      scene.lay('letters', 'in', 'none.csv', content);
      await scene.take();
      const [file] = await scene.files(partner);
      expect(file).toMatchObject({ name: 'none.csv', state: 'FAILED', rows: 0 });
      expect(scene.report('letters')[0]?.[2]).toBe('整个文件没有办理');
      return scene.report('letters')[0]?.[4];
    };
    expect(await refused(Buffer.from([0xff, 0x81, 0xff, 0xfe, 0x80, 0x0a]))).toContain('文字编码');
    expect(await refused(Buffer.from('PK\u0003\u0004zip'))).toContain('压缩包');
    expect(await refused('')).toContain('空的');
    expect(await refused('\r\n\r\n')).toContain('没有内容');
    expect(await refused('编号,名称\r\n1,2\r\n')).toContain('缺少“业务编号');
    expect(await refused(casesOf(['F-3'], { 床位: '1' }))).toContain('不认识的列“床位”');
    expect(await refused(`${casesOf(['F-3'])}"`)).toContain('引号不成对');
    expect(await scene.filingsOf(partner)).toHaveLength(2);
  });

  it('lay materials there later: the case waits as a draft, and the same file hands it in', async () => {
    const partner = await scene.register('later');
    const cases = casesOf(['I-1'], { '材料：承诺书': '' });
    scene.lay('later', 'in', 'i.csv', cases);
    await scene.take();
    expect(scene.report('later')).toMatchObject([
      ['2', 'I-1', '已登记，未提交', '材料：承诺书（Q 列）', '请上传', expect.any(String)],
    ]);
    scene.lay('later', 'in', 'i.csv', casesOf(['I-1']));
    await scene.take();
    expect(await scene.filingsOf(partner)).toMatchObject([{ status: 'SUBMITTED', round: 1 }]);
    const versions = await scene.app.database.query<{ version: number }>(
      `select m.version from filings.material m join exchange.partner_case c on c.filing_id = m.filing_id
        where c.partner_id = $1`,
      [partner.partnerId],
    );
    expect(versions.map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  it('have a folder of their own, set up by the administrator of their districts', async () => {
    const administrator = () => scene.app.as(scene.partners.administrator);
    const body = { name: '示例', districts: ['610116'], kinds: ['ELDERLY_CARE'] };
    const codeOf = (folder: string, status: number) =>
      administrator()
        .post('/api/v1/partners')
        .send({ ...body, folder })
        .expect(status)
        .then((answer) => (answer.body as { code: string }).code);
    for (const folder of ['..', 'a/b', 'A', '-a', 'a--b', '示例'])
      expect(await codeOf(folder, 422)).toBe('VALIDATION_FAILED');
    await scene.register('own');
    expect(await codeOf('own', 409)).toBe('FOLDER_TAKEN');
    const partner = await scene.register('plain');
    const elsewhere = await scene.app.person('ADMINISTRATOR', { districts: ['500152'] });
    await scene.app.as(elsewhere).get(`/api/v1/partners/${partner.partnerId}/files`).expect(404);
    await administrator()
      .patch(`/api/v1/partners/${partner.partnerId}`)
      .set('if-match', '"1"')
      .send({ folder: null })
      .expect(200);
    scene.lay('plain', 'in', 'j.csv', casesOf(['J-1']));
    await scene.take();
    expect(await scene.filingsOf(partner)).toEqual([]);
    const kept = await scene.app.database.query(
      `select 1 from exchange.folder_entry e where e::text like '%王建国%' or e::text like '%526101160000000199%'`,
    );
    expect(kept).toEqual([]);
  });
});
