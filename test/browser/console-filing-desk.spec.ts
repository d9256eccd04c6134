import type { TestPerson } from '@zhaoguan/testing';
import type { Locator } from 'playwright-core';
import { FilingBuilder, PDF } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, type Visitor } from './console-site';

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
  const documentIn = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });

  it('keeps the opened material in sight beside the form, down to its last field, by mouse and by keyboard', async () => {
    const { id } = await filings.submitted(operator);
    const desk = await site.as(registrar, `/filings/${id}`);
    const { page } = desk;
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
    await page.getByLabel('正在查看的材料').selectOption('COMMITMENT_LETTER');
    await desk.sees('换了一份文件');
    await page.getByText('承诺书（换了一份文件）').waitFor({ state: 'attached' });
    await desk.press('查看上次提交的文件');
    await documentIn(desk, '上次提交的承诺书').waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.press('查看这次提交的文件');
    await documentIn(desk, '承诺书').waitFor();
  });
});
