import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDirectory, type TestPerson } from '@zhaoguan/testing';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

describe('a directory of institutions, in the console', () => {
  let site: ConsoleSite;
  let administrator: TestPerson;
  let directory: Buffer;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    administrator = await site.app.person('ADMINISTRATOR', { name: '示例·郑管理', departments: [] });
    const path = join(site.app.config.dataDir, 'directory.csv');
    await writeDirectory(path, 210, ['610116']);
    directory = readFileSync(path);
  }, 180_000);
  afterAll(() => site.stop());

  const sheet = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });

  it(
    'is handed in, watched, and comes back with what was not taken',
    async () => {
      const visitor = await site.as(administrator, '/institutions', DESK);
      await visitor.sees(/原来用 Excel 保存的名录，点“导入名录”/);
      await visitor.follow('导入名录');
      await visitor.sees('还没有导入过名录。先下载模板，填好以后选择文件导入。');
      expect(await visitor.faults()).toEqual([]);
      const { page } = visitor;
      await page.getByLabel('选择名录文件').setInputFiles(sheet('示例.xls', directory));
      await visitor.sees(/请另存为 .xlsx 后再导入/);
      const [template] = await Promise.all([page.waitForEvent('download'), visitor.press('下载模板')]);
      expect(template.suggestedFilename()).toBe('机构名录（模板）.xlsx');
      await page.getByLabel('选择名录文件').setInputFiles(sheet('示例名录.csv', directory));
      await visitor.sees('部分导入');
      await visitor.sees('读取 210 行：新列入 208 家，已在名录 0 家，有误 2 行。');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('directory-import');
      const [report] = await Promise.all([
        page.waitForEvent('download'),
        visitor.press('下载有误的行和原因'),
      ]);
      const kept = join(site.app.config.dataDir, 'report.csv');
      await report.saveAs(kept);
      expect(readFileSync(kept, 'utf8')).toContain('很多');
      await visitor.go('/institutions');
      await visitor.sees(/示例·.+第209/);
    },
    STORY_MS,
  );

  it(
    'can be handed in from a phone, and says why it cannot be read',
    async () => {
      const visitor = await site.as(administrator, '/institutions/imports', SMALL_PHONE);
      await visitor.page
        .getByLabel('选择名录文件')
        .setInputFiles(sheet('别的.csv', Buffer.from('甲,乙\n丙,丁\n')));
      await visitor.sees('不能导入');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is nothing that a registrar could bring in',
    async () => {
      const registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
      const visitor = await site.as(registrar, '/institutions');
      await visitor.sees('导出 Excel');
      expect(await visitor.page.getByRole('link', { name: '导入名录' }).count()).toBe(0);
    },
    STORY_MS,
  );
});
