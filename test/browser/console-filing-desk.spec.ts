import type { TestPerson } from '@zhaoguan/testing';
import type { Locator } from 'playwright-core';
import { FilingBuilder, PDF } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, PHONE, type Visitor } from './console-site';

/** In the window between the header of the console and the bar of decisions. */
interface Sight {
  readonly top: number;
  readonly bottom: number;
}

describe('the registrar’s desk', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  const boxOf = async (place: Locator) => {
    const { y, height } = (await place.boundingBox())!;
    return { top: y, bottom: y + height };
  };
  const sightOf = async ({ page }: Visitor): Promise<Sight> => ({
    top: (await boxOf(page.getByRole('banner'))).bottom,
    bottom: (await boxOf(page.getByRole('group', { name: '办理' }))).top,
  });
  /** How much of something is seen. */
  const seen = (box: Sight, sight: Sight) =>
    Math.min(box.bottom, sight.bottom) - Math.max(box.top, sight.top);
  const phoneAt = async (person: TestPerson, path: string) => {
    const visitor = await site.elsewhere(person, path, PHONE);
    return { page: visitor.page, faults: () => visitor.faults() };
  };
  const documentIn = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });

  it('on the phone leads by a row at the top to every part that there is, by keyboard as well', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const { page, faults } = await phoneAt(operator, `/filings/${id}`);
    const row = page.getByRole('navigation', { name: '本页内容' });
    for (const part of ['下一步', '填报内容', '材料', '评价服务', '办理过程'])
      await row.getByRole('button', { name: part, exact: true }).waitFor();
    expect(await row.getByRole('button', { name: '内部备注' }).count()).toBe(0);
    await row.getByRole('button', { name: '办理过程' }).press('Enter');
    const heading = page.getByRole('heading', { name: '办理过程' });
    expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
    const { y } = (await heading.boundingBox())!;
    expect(y).toBeGreaterThanOrEqual((await boxOf(page.getByRole('banner'))).bottom);
    expect(y).toBeLessThan(800);
    expect(await faults()).toEqual([]);
    await page.setViewportSize(DESK);
    await row.waitFor({ state: 'detached' });
  });

  it('keeps the opened material in sight beside the form, down to its last field, by mouse and by keyboard', async () => {
    const { id } = await filings.submitted(operator);
    const desk = await site.as(registrar, `/filings/${id}`);
    const { page } = desk;
    // What there is nothing to say about stands in a line: the form begins on the first screen.
    const form = await boxOf(page.getByRole('heading', { name: '机构信息' }));
    expect(form.bottom).toBeLessThan((await sightOf(desk)).bottom);
    const chooser = page.getByLabel('正在查看的材料');
    await chooser.selectOption('COMMITMENT_LETTER');
    await documentIn(desk, '承诺书').waitFor();
    await page.getByRole('button', { name: '批注：对外服务电话' }).focus();
    const sight = await sightOf(desk);
    const field = await boxOf(page.getByRole('button', { name: '批注：对外服务电话' }));
    expect(field.top).toBeGreaterThanOrEqual(sight.top);
    expect(field.bottom).toBeLessThanOrEqual(sight.bottom);
    expect(seen(await boxOf(documentIn(desk, '承诺书')), sight)).toBeGreaterThan(200);
    expect(seen(await boxOf(chooser), sight)).toBeGreaterThan(20);
    expect(await desk.faults()).toEqual([]);

    await page.keyboard.press('Tab');
    expect(await chooser.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await documentIn(desk, '养老机构登记证书').waitFor();
    await desk.press('下一份');
    await documentIn(desk, '承诺书').waitFor();
    await desk.press('上一份');
    await desk.press('上一份');
    await documentIn(desk, '备案申请书').waitFor();
    expect(await page.getByRole('button', { name: '上一份' }).isDisabled()).toBe(true);

    await page.setViewportSize({ width: 1100, height: 860 });
    await page.getByRole('button', { name: '批注：承诺书' }).waitFor();
    const last = await boxOf(page.getByText('对外服务电话', { exact: true }));
    expect((await boxOf(documentIn(desk, '备案申请书'))).top).toBeGreaterThan(last.bottom);
    expect(await desk.faults()).toEqual([]);
  });

  it('marks in the form what a second submission has changed, and opens the file that was replaced', async () => {
    const back = await filings.returned(operator, registrar);
    const as = site.app.as(operator);
    const { body } = await as.get(`/api/v1/filings/${back.id}`).expect(200);
    await as
      .patch(`/api/v1/filings/${back.id}`)
      .set('if-match', `"${body.version}"`)
      .send({ institution: { capacity: 99, legalRepresentative: { phone: '13800990001' } } })
      .expect(200);
    const stamped = Buffer.concat([PDF, Buffer.from('% stamped\n')]);
    await as
      .put(`/api/v1/filings/${back.id}/materials/COMMITMENT_LETTER`)
      .attach('file', stamped, { filename: 'stamped.pdf', contentType: 'application/pdf' })
      .expect(200);
    await filings.act(operator, back.id, 'submit');
    const desk = await site.as(registrar, `/filings/${back.id}`);
    const { page } = desk;
    const row = (label: string) => page.locator('.answers > div').filter({ hasText: label });
    await row('床位数').first().getByText('原为：120 张').waitFor();
    await row('主要负责人）电话').getByText('号码中隐去的部分与上次提交的不同').waitFor();
    expect(await page.locator('.answers').getByText('有改动').count()).toBe(2);
    // What has been replaced lies open by itself.
    await documentIn(desk, '承诺书').waitFor();
    await page.locator('.material-shown').getByText('换了一份文件').waitFor();
    await page.getByText('承诺书（换了一份文件）').waitFor({ state: 'attached' });
    await desk.press('查看上次提交的文件');
    await documentIn(desk, '上次提交的承诺书').waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.press('查看这次提交的文件');
    await documentIn(desk, '承诺书').waitFor();

    const changes = page.getByRole('region', { name: '与上次提交相比的改动' });
    await page.getByLabel('正在查看的材料').selectOption('FILING_APPLICATION');
    await documentIn(desk, '备案申请书').waitFor();
    const led = page.locator('[data-led]');
    await changes.getByRole('button', { name: '床位数' }).click();
    expect(await led.textContent()).toContain('原为：120 张');
    expect(await led.evaluate((each) => each.contains(document.activeElement))).toBe(true);
    await changes.getByRole('button', { name: '承诺书' }).click();
    await documentIn(desk, '承诺书').waitFor();
    expect(await page.getByLabel('正在查看的材料').evaluate((each) => each === document.activeElement)).toBe(
      true,
    );
    expect(await desk.faults()).toEqual([]);

    // Only what is new, or was remarked before, may be remarked now.
    const note = (place: string) => page.getByRole('button', { name: `批注：${place}`, exact: true });
    await note('住所（服务场所地址）').waitFor();
    await note('承诺书').waitFor();
    expect(await note('机构名称').count()).toBe(0);
    await desk.sees(/这次只能对改动过的、上次提过意见的和没有填写的必填内容提出补正意见/);
    await page.getByLabel('正在查看的材料').selectOption('REGISTRATION_CERTIFICATE');
    await desk.sees('与上次提交的相同，上次也没有提出意见，不再批注。');
    expect(await note('养老机构登记证书').count()).toBe(0);
    // What it says was changed, so the signed form of before may be asked for anew.
    await page.getByLabel('正在查看的材料').selectOption('FILING_APPLICATION');
    await note('备案申请书').waitFor();
    // A mark at the answer does not move the button from its column.
    const left = async (place: string) => (await note(place).boundingBox())!.x;
    expect(await left('床位数')).toBe(await left('住所（服务场所地址）'));
    const answer = await boxOf(row('床位数').first());
    expect((await boxOf(note('床位数'))).top - answer.top).toBeLessThan(12);
    expect(await desk.faults()).toEqual([]);
  });

  it('says of a second submission like the first that it is the same, without reproach', async () => {
    const back = await filings.returned(operator, registrar);
    await filings.act(operator, back.id, 'submit');
    const desk = await site.as(registrar, `/filings/${back.id}`);
    await desk.sees('申请书和材料的内容与上次提交的相同。');
    expect(await desk.faults()).toEqual([]);
  });

  it('asks for a call before what was handed in three times is returned once more', async () => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    const reasons = [{ pointer: '/institution/address', message: '示例·请写到门牌号' }];
    await filings.act(registrar, id, 'return', { reasons });
    await filings.act(operator, id, 'submit');
    const desk = await site.as(registrar, `/filings/${id}`);
    const { page } = desk;
    await page.getByRole('button', { name: '批注：住所（服务场所地址）', exact: true }).click();
    await page.getByLabel('补正意见').fill('示例·还缺门牌号');
    await page.getByRole('button', { name: '退回补正（1 处）' }).click();
    await desk.sees('已提交 3 次仍须补正');
    const confirm = page.getByRole('dialog').getByRole('button', { name: '退回补正' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('电话联系申请人的情况').fill('示例·与经办人说明了门牌号写在哪里');
    expect(await desk.faults()).toEqual([]);
    await confirm.click();
    await desk.sees('已退回补正，1 处意见已告知申请人。');
    await desk.sees('退回补正前已电话联系申请人：示例·与经办人说明了门牌号写在哪里');
  });

  it('takes a note back before it is sent, by the keyboard too', async () => {
    const { id } = await filings.submitted(operator);
    const desk = await site.as(registrar, `/filings/${id}`);
    const { page } = desk;
    const open = page.getByRole('button', { name: '批注：住所（服务场所地址）', exact: true });
    await open.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('示例·请写到楼号。');
    await page.getByRole('button', { name: '退回补正（1 处）' }).waitFor();
    await page.keyboard.press('Tab');
    const back = page.getByRole('button', { name: '撤回批注：住所（服务场所地址）' });
    expect(await back.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await desk.faults()).toEqual([]);
    // Not sent yet, it is there again after a reload.
    await page.reload();
    await back.focus();
    await page.keyboard.press('Enter');
    await open.waitFor();
    const again = page.getByRole('button', { name: '恢复批注：住所（服务场所地址）' });
    await again.click();
    expect(await page.getByLabel('补正意见').inputValue()).toBe('示例·请写到楼号。');
    expect(await desk.faults()).toEqual([]);
    await back.focus();
    await page.keyboard.press('Enter');
    await open.waitFor();
    expect(await open.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: '退回补正', exact: true }).isDisabled()).toBe(true);
    // Opened by mistake, and left: nothing stays behind.
    await open.click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await open.waitFor();
  });
});
