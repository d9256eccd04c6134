import { usccCheckDigit } from '@zhaoguan/kernel';
import type { TestPerson } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ELDERLY } from '../../libs/forms/test/forms.builder';
import { ConsoleSite, PHONE } from './console-site';

const APPLICANT = '示例·丁老人';
const CONFIRMATION = '窗口代办确认书';
const FIRST17 = '52610116MJC000079';
/** Of a 社会服务机构 that the county has registered. */
const HOME = `${FIRST17}${usccCheckDigit(FIRST17)}`;
const FIRST17_OF_CITY = '52610100MJC000079';
const CITY_HOME = `${FIRST17_OF_CITY}${usccCheckDigit(FIRST17_OF_CITY)}`;
const PRINT = { name: `打印${CONFIRMATION}` };

describe('what an official enters at the window for an applicant', () => {
  let site: ConsoleSite;
  let applicant: TestPerson;
  let official: TestPerson;
  let filings: FilingBuilder;
  let id: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    applicant = await site.app.person('OPERATOR', { name: APPLICANT });
    official = await site.app.person('REGISTRAR', { name: '示例·甲窗口' });
    filings = new FilingBuilder(site.app);
    const { body } = await site.app
      .as(official)
      .post('/api/v1/filings/assisted')
      .send({
        ...DRAFTS.ELDERLY_CARE,
        institution: ELDERLY,
        applicant: { username: applicant.username, name: APPLICANT },
      })
      .expect(201);
    id = body.id;
  }, 180_000);
  afterAll(() => site.stop());

  it('has what is to be signed printed beside the material and on its page, for the applicant as well', async () => {
    const visitor = await site.as(official, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('button', { name: /材料/ }).first().click();
    const box = page.getByRole('region', { name: CONFIRMATION, exact: true });
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      box.getByRole('button', PRINT).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(`${CONFIRMATION}.pdf`);
    expect(await visitor.faults()).toEqual([]);
    await visitor.go(`/filings/${id}`);
    await page.getByRole('button', PRINT).waitFor();
    expect(await visitor.faults()).toEqual([]);
    const own = await site.as(applicant, `/filings/${id}`);
    await own.page.getByRole('button', PRINT).waitFor();
  });

  it('is handed in on the word of the applicant, not of the official', async () => {
    const words = async (person: TestPerson): Promise<string> => {
      const { page } = await site.as(person, `/filings/${id}/form`);
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
      await page.getByRole('button', { name: '提交备案' }).click();
      const asked = page.getByRole('dialog');
      await asked.getByText(/提交的内容和材料送到/).waitFor();
      return (await asked.textContent()) ?? '';
    };
    const { body } = await site.app.as(official).get(`/api/v1/filings/${id}`).expect(200);
    await filings.upload(official, body);
    const said = await words(official);
    for (const part of [
      '申请人对它们的真实性、有效性负责',
      '已由申请人签署窗口代办确认书',
      '一次告知申请人',
      '办理结果告知申请人',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('您');
    expect(await words(applicant)).toMatch(/您承诺它们真实、有效.*一次告诉您/);
  });

  it('has the slip of what was received printed at once, for who handed it in and for the applicant', async () => {
    await filings.act(official, id, 'submit');
    for (const person of [official, applicant]) {
      const visitor = await site.as(person, `/filings/${id}`);
      const [saved] = await Promise.all([
        visitor.page.waitForEvent('download'),
        visitor.page.getByRole('button', { name: '打印收件凭证' }).click(),
      ]);
      expect(saved.suggestedFilename()).toMatch(/^养老机构备案材料收件凭证 长民备收〔2026〕\d+号\.pdf$/);
      expect(await visitor.faults()).toEqual([]);
    }
  });

  it('has nothing of the kind where the applicant does it alone', async () => {
    const draft = await filings.draft(applicant);
    const visitor = await site.as(applicant, `/filings/${draft.id}`);
    await visitor.page.getByRole('button', { name: /^打印已填写/ }).waitFor();
    expect(await visitor.page.getByRole('button', PRINT).count()).toBe(0);
  });

  it('is begun for a registered institution from its page, with whose account it is', async () => {
    const colleague = await site.app.person('REGISTRAR', { name: '示例·乙受理' });
    const { institutionId } = await filings.accepted(applicant, colleague, 'ELDERLY_CARE', {
      address: '示例窗口路77号',
    });
    const stranger = await site.app.person('OPERATOR', { name: '示例·另一人' });
    const visitor = await site.elsewhere(official, `/institutions/${institutionId}`, PHONE);
    const { page } = visitor;
    await visitor.follow('窗口代办');
    await visitor.sees('代到场的经办人办理');
    await page.getByText('办理变更备案', { exact: true }).click();
    await page.getByLabel('申请人账号的用户名').fill(stranger.username);
    await page.getByLabel('申请人姓名').fill('示例·另一人');
    await visitor.press('开始代填');
    await visitor.sees(/这个账号不是该机构经办人的账号/);
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel('申请人账号的用户名').fill(applicant.username);
    await page.getByLabel('申请人姓名').fill(APPLICANT);
    await visitor.press('开始代填');
    await page.waitForURL(/\/filings\/[0-9a-f-]{36}\/form/);
    expect(await visitor.faults()).toEqual([]);
    // Nothing else is begun beside, and what stands in the way is said to whose it is.
    const own = await site.as(applicant, `/institutions/${institutionId}`);
    await own.sees(/变更备案还没有提交，期间不能办理其他事项/);
    expect(await own.faults()).toEqual([]);
  });

  it('asks for no user name that the account opened for the applicant has just filled in', async () => {
    const visitor = await site.as(official, '/filings/assist');
    const { page } = visitor;
    await visitor.press('开始代填');
    const account = page.getByLabel('申请人账号的用户名');
    // In the summary at the top, which leads to the field.
    const asked = page.getByText('申请人账号的用户名：请填写');
    await asked.waitFor();
    // No account before it is known that this window receives what it is for.
    await visitor.press('为申请人开立账号');
    const early = page.getByText('还没有开立账号：', { exact: false });
    await visitor.sees('还没有开立账号：请先填写下面的统一社会信用代码，由本窗口受理的才开立。');
    // It follows what is typed: nothing is missing any more.
    await page.getByLabel('统一社会信用代码').fill(HOME);
    await early.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: '市级' }).check();
    await page
      .getByText(/由.*西安市民政部门受理，本窗口不能代办/)
      .first()
      .waitFor();
    await visitor.press('为申请人开立账号');
    expect(await page.getByLabel('姓名', { exact: true }).count()).toBe(0);
    await visitor.sees(/还没有开立账号：由.*西安市民政部门受理/);
    await page.getByRole('radio', { name: '县级' }).check();
    await early.waitFor({ state: 'detached' });
    await visitor.press('为申请人开立账号');
    await visitor.sees(/包括申请人以后自己在线提交的，由其他工作人员办理/);
    await page.getByLabel('姓名', { exact: true }).fill('示例·戊老人');
    await page.getByLabel('用户名', { exact: true }).fill('wu-laoren');
    await visitor.press('开立账号');
    await visitor.sees('初始密码只显示这一次');
    await asked.waitFor({ state: 'detached' });
    expect(await account.inputValue()).toBe('wu-laoren');
    // What nobody has filled in is asked for on.
    await page.getByText('机构名称：', { exact: false }).first().waitFor();
    expect(await visitor.faults()).toEqual([]);
  });

  it('follows the code with the level of the registry, also once it is corrected, until another is chosen', async () => {
    const visitor = await site.as(official, '/filings/assist');
    const { page } = visitor;
    const code = page.getByLabel('统一社会信用代码');
    const level = (name: string) => page.getByRole('radio', { name });
    await code.fill(CITY_HOME);
    await level('市级').and(page.locator(':checked')).waitFor();
    await code.fill(HOME);
    await level('县级').and(page.locator(':checked')).waitFor();
    await level('省级').check();
    await code.fill(CITY_HOME);
    await code.blur();
    expect(await level('省级').isChecked()).toBe(true);
    expect(await visitor.faults()).toEqual([]);
  });

  it('is another’s to handle also where the applicant hands it in alone on an account that the official opened', async () => {
    const guest = await site.app.person('OPERATOR', { name: '示例·己老人' });
    await site.app.database.query('update access.person set password_given_by = $1 where id = $2', [
      official.id,
      guest.id,
    ]);
    const filed = await filings.submitted(guest, 'ELDERLY_CARE', { address: '示例窗口路81号' });
    const desk = await site.as(official, `/filings/${filed.id}`);
    await desk.sees(/您为该申请人开立了账号.*本件由其他工作人员办理。/);
    expect(await desk.faults()).toEqual([]);
  });

  it('says at the level of the registry that the city receives it, keeps what else is typed, and hands nothing in', async () => {
    // From 28 November the form asks for the level.
    site.app.clock.advance(10 * 86_400_000);
    const institution = {
      ...ELDERLY,
      uscc: HOME,
      legalForm: 'PRIVATE_NON_ENTERPRISE',
      address: '示例窗口路79号',
    };
    const { body } = await site.app
      .as(official)
      .post('/api/v1/filings/assisted')
      .send({
        ...DRAFTS.ELDERLY_CARE,
        institution,
        applicant: { username: applicant.username, name: APPLICANT },
      })
      .expect(201);
    const visitor = await site.as(official, `/filings/${body.id}/form`);
    const { page } = visitor;
    await page.getByRole('radio', { name: '市级' }).check();
    const field = page.locator('.defined-field').filter({ hasText: '登记管理机关层级' });
    await field.getByText(/由.*西安市民政部门受理，本窗口不能代办/).waitFor();
    await visitor.sees(/有 1 处没有保存/);
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
    await page
      .getByRole('button', { name: /登记管理机关层级.*西安市民政部门受理/ })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: '提交备案' }).isDisabled()).toBe(true);
  });
});
