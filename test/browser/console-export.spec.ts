import { join } from 'node:path';
import { THEME } from '@zhaoguan/contracts';
import { readDirectoryFile } from '@zhaoguan/institutions';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

describe('lists as Excel files, in the console', () => {
  let site: ConsoleSite;
  let registrar: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    const operator = await site.app.person('OPERATOR');
    await new FilingBuilder(site.app).accepted(operator, registrar, 'ELDERLY_CARE', {
      name: '示例·甲养老院',
    });
  }, 180_000);
  afterAll(() => site.stop());

  for (const [width, size] of Object.entries({ desk: DESK, phone: SMALL_PHONE }))
    it(
      `are saved as they are filtered (${width})`,
      async () => {
        const visitor = await site.as(registrar, '/institutions?kind=ELDERLY_CARE', size);
        await visitor.sees('示例·甲养老院');
        expect(await namesIn('机构名录', visitor)).toEqual(['机构名称', '示例·甲养老院']);
        expect(await visitor.faults()).toEqual([]);
        await visitor.go('/filings?kind=CHILDCARE');
        await visitor.sees('没有符合条件的备案');
        expect(await namesIn('办理台账', visitor)).toEqual(['机构名称']);
      },
      STORY_MS,
    );

  for (const [width, size] of Object.entries({ desk: DESK, phone: SMALL_PHONE }))
    it(
      `are saved from every page that shows one (${width})`,
      async () => {
        const adviser = await site.app.person('ADVISER', { departments: ['fire'] });
        const reviewer = await site.app.person('REVIEWER');
        for (const [person, path, name, first] of [
          [registrar, '/', '待办', '待办事项'],
          [registrar, '/overdue-items', '超期事项', '事项'],
          [registrar, '/expiries', '到期事项', '机构名称'],
          [registrar, '/removals', '注销、撤销台账', '机构名称'],
          [registrar, '/service-ratings', '服务评价统计', '机关'],
          [adviser, '/opinions', '协同意见', '机构名称'],
          [reviewer, '/rating-follow-ups', '差评回访', '评价'],
        ] as const) {
          const visitor = await site.as(person, path, size);
          expect([path, (await namesIn(name, visitor))[0]]).toEqual([path, first]);
          // A part of antd that came without our looks would turn to its own pale blue under the pointer.
          await visitor.page.getByRole('button', { name: '导出 Excel' }).hover();
          await visitor.page.waitForFunction(isIn, ['导出 Excel', THEME.pineHover] as const);
          expect([path, await visitor.faults()]).toEqual([path, []]);
        }
      },
      STORY_MS,
    );

  it(
    'say in words why they are not',
    async () => {
      await site.app.database.query('begin');
      await site.app.database.query(`select pg_advisory_xact_lock(hashtextextended('export ' || $1, 0))`, [
        registrar.id,
      ]);
      const visitor = await site.as(registrar, '/institutions');
      await visitor.press('导出 Excel');
      await visitor.sees('机构名录没有导出：上一次导出还没有完成');
      await site.app.database.query('rollback');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  /** In the page: whether the button has that colour now. */
  function isIn([text, colour]: readonly [string, string]): boolean {
    const button = [...document.querySelectorAll('button')].find((each) => each.innerText === text);
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return button !== undefined && getComputedStyle(button).color === `rgb(${red}, ${green}, ${blue})`;
  }

  async function namesIn(name: string, visitor: Awaited<ReturnType<ConsoleSite['as']>>) {
    const [saved] = await Promise.all([visitor.page.waitForEvent('download'), visitor.press('导出 Excel')]);
    expect(saved.suggestedFilename()).toBe(`${name}.xlsx`);
    const path = join(site.app.config.dataDir, saved.suggestedFilename());
    await saved.saveAs(path);
    const names: unknown[] = [];
    for await (const { cells } of readDirectoryFile(path)) names.push(cells[0]);
    return names;
  }
});
