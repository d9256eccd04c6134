import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { LapseFilings } from '../../libs/filings/src/use-cases/lapse-filings';
import {
  ELDERLY_APPLICATION,
  FilingBuilder,
  type FilingAnswer,
} from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

const DAY_MS = 86_400_000;
const APPLICANT = '示例·丁老人';
const AGAIN = { type: 'INITIAL', kind: 'ELDERLY_CARE' };

describe('what lapsed and is begun anew twice, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let lapsed: FilingAnswer;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: APPLICANT });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    const filings = new FilingBuilder(site.app);
    lapsed = await filings.submitted(operator, 'ELDERLY_CARE');
    await filings.act(registrar, lapsed.id, 'return', {
      reasons: [{ pointer: '/institution/capacity', message: '示例·床位数与平面图不一致' }],
    });
    site.app.clock.advance(40 * DAY_MS);
    const { nest } = site.app;
    await nest.get(UnitOfWork).run(systemCaller('test'), (tx) => nest.get(LapseFilings).execute(tx));
  }, 180_000);
  afterAll(() => site.stop());

  const begun = async (person: TestPerson, path: string, more: object = {}): Promise<string> => {
    const draft = { ...AGAIN, againOf: lapsed.id, ...more };
    const { body } = await site.app.as(person).post(path).send(draft).expect(201);
    return (body as FilingAnswer).id;
  };

  it(
    'tells the window of the remarks of the last return, and each side that the other has begun',
    async () => {
      const own = await begun(operator, '/api/v1/filings');
      const applicant = { username: operator.username, name: APPLICANT };
      const entered = await begun(registrar, '/api/v1/filings/assisted', { applicant });

      const window = await site.as(registrar, `/filings/${entered}/form`, DESK);
      await window.sees('上次的补正意见（1 处）');
      await window.sees('示例·床位数与平面图不一致');
      await window.sees(/申请人的账号中另有 1 份同一处场所/);
      expect(await window.faults()).toEqual([]);

      const phone = await site.as(operator, `/filings/${own}/form`, SMALL_PHONE);
      await phone.sees('上次的补正意见（1 处）');
      await phone.page.getByRole('link', { name: /^继续填写：/ }).click();
      await phone.page.waitForURL(`**/filings/${entered}/form`);
      await phone.page.getByRole('link', { name: /^继续填写：/ }).waitFor();
      expect(await phone.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'names at the first page of the window, and to the applicant, the draft that stands under the same code',
    async () => {
      const person = await site.app.person('OPERATOR', { name: '示例·钱老人' });
      const filings = new FilingBuilder(site.app);
      const own = await filings.draft(person);
      const window = await site.as(registrar, '/filings/assist', SMALL_PHONE);
      const { page } = window;
      await page.getByLabel('申请人账号的用户名').fill(person.username);
      await page.getByLabel('申请人姓名').fill('示例·钱老人');
      const kind = page.getByRole('radio', { name: '养老机构' });
      if (!(await kind.isChecked())) await kind.check();
      await page.getByLabel('统一社会信用代码').fill(ELDERLY_APPLICATION.uscc);
      await window.sees(/申请人的账号中已有 1 份同一类别、同一代码的草稿/);
      expect(await page.getByRole('link', { name: /^继续填写：/ }).count()).toBe(0);
      expect(await window.faults()).toEqual([]);

      // Begun all the same: it has no address yet, and is named on both sides.
      await page.getByLabel('机构名称').fill('示例·榆荫养老院');
      await window.choose('服务场所所在区县', '长安区');
      await window.press('开始代填');
      await page.waitForURL(/\/filings\/[0-9a-f-]{36}\/form/);
      await window.sees(/申请人的账号中另有 1 份同一处场所/);
      const phone = await site.as(person, `/filings/${own.id}/form`, SMALL_PHONE);
      await phone.sees(/窗口已经代您用这个代码起草过养老机构的申请，还没有提交/);
      await phone.page
        .getByRole('link', { name: /继续填写：示例·榆荫养老院，窗口\d+年\d+月\d+日代您起草/ })
        .waitFor();
      expect(await phone.faults()).toEqual([]);

      // What the official has begun there is led back to.
      await window.go('/filings/assist');
      await page.getByLabel('申请人账号的用户名').fill(person.username);
      await page.getByLabel('申请人姓名').fill('示例·钱老人');
      if (!(await kind.isChecked())) await kind.check();
      await page.getByLabel('统一社会信用代码').fill(ELDERLY_APPLICATION.uscc);
      await page.getByRole('link', { name: /继续填写：示例·榆荫养老院，窗口.*代申请人起草/ }).waitFor();
      expect(await window.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
