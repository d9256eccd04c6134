import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';
import { focused, goToStep } from './filing-clicks';

describe('a first filing where nobody works, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start({ unstaffed: true });
    operator = await site.app.person('OPERATOR');
    filings = new FilingBuilder(site.app);
  }, STORY_MS);
  afterAll(() => site.stop());

  it.each([SMALL_PHONE, DESK])(
    'is told so from the first step on, and is not handed in ($width px)',
    async (size) => {
      const { id } = await filings.draft(operator);
      const visitor = await site.as(operator, `/filings/${id}/form`, size);
      await visitor.sees(/西安市长安区民政局尚未在本平台受理申请，填好以后也不能提交/);
      await goToStep(visitor, '核对并提交');
      const { page } = visitor;
      expect(await page.getByRole('button', { name: '提交备案', exact: true }).isDisabled()).toBe(true);
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('button', { name: /现在不能提交，请先联系该部门/ }).click();
      await page.getByLabel('所在乡镇（街道）').first().waitFor();
      expect(await focused(visitor)).toContain('乡镇');
    },
    STORY_MS,
  );

  it.each([SMALL_PHONE, DESK])(
    'is arranged for where an account is out of use: applicant, head and administrator read what follows ($width px)',
    async (size) => {
      const registrar = await site.app.person('REGISTRAR');
      const head = await site.app.person('REVIEWER');
      const administrator = await site.app.person('ADMINISTRATOR');
      await site.app.database.query('update access.person set disabled_at = now() where id = $1', [
        registrar.id,
      ]);
      const { id } = await filings.submitted(operator);
      await site.app.idle();

      const applicant = await site.as(operator, `/filings/${id}`, size);
      await applicant.sees(/现在没有可以办理本件的工作人员，正在安排/);
      expect(await applicant.faults()).toEqual([]);

      const desk = await site.as(head, `/filings/${id}`, size);
      await desk.sees(
        '本机关目前没有可以办理本件的工作人员。请联系系统管理员新建一名本部门的备案受理人，再在这里分派。',
      );
      for (const name of ['领取承办', '分派给同事'])
        expect(await desk.page.getByRole('button', { name, exact: true }).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);

      const accounts = await site.as(administrator, '/', size);
      await accounts.open('民政部门');
      // With post, district and department of the office filled in.
      const filledIn = /\/people\/new\?role=REGISTRAR&district=610116&department=civil-affairs$/;
      await accounts.page.waitForURL(filledIn);
      await accounts.go('/notifications');
      await accounts.open('请新建一名备案受理人');
      await accounts.page.waitForURL(/\/people\/new(\?|$)/);
      expect(await accounts.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
