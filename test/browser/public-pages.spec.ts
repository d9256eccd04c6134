import { overflow } from './browser';
import { keepPicture, PublicVisit } from './public-visit';

describe('what a visitor does on the public pages', () => {
  let visit: PublicVisit;
  beforeAll(async () => {
    visit = await PublicVisit.start();
  }, 180_000);
  afterAll(() => visit.stop());

  it('lead a visitor without a script from the search to the institution and its inspection', async () => {
    const title = await visit.inPage(390, false, async (page) => {
      await page.goto(`${visit.site}/`);
      await page.getByLabel('机构名称').fill('夕照');
      await page.getByLabel('所在区县').selectOption('610100');
      await page.getByRole('button', { name: '查机构' }).click();
      await page.getByRole('link', { name: '示例·长安夕照养护中心' }).click();
      await page
        .getByRole('link', { name: /^2026年11月20日$/ })
        .first()
        .click();
      return page.getByRole('heading', { level: 1 }).textContent();
    });
    expect(title).toBe('示例·长安夕照养护中心的检查结果');
  });

  it('keep the 长辈版 once chosen, and lead back', async () => {
    await visit.inPage(1280, false, async (page) => {
      await page.goto(`${visit.site}/guide`);
      await page.getByRole('link', { name: '长辈版', exact: true }).click();
      expect(await page.locator('html').getAttribute('class')).toBe('elder');
      await page.goto(`${visit.site}/institutions`);
      expect(await page.locator('html').getAttribute('class')).toBe('elder');
      await page.getByRole('link', { name: '返回标准版' }).click();
      await page.goto(`${visit.site}/`);
      expect(await page.locator('html').getAttribute('class')).toBeNull();
    });
  });

  it.each([360, 1280])('list what a long guide holds, folded, for the keyboard at %i px', async (width) => {
    await visit.inPage(width, false, async (page) => {
      await page.goto(`${visit.site}/guide/elderly-care-initial`);
      const contents = page.getByRole('navigation', { name: '本页内容' });
      const link = contents.getByRole('link', { name: '交什么材料' });
      expect(await link.isVisible()).toBe(false);
      await contents.locator('summary').focus();
      await page.keyboard.press('Enter');
      await link.waitFor();
      expect(await overflow(page)).toBe(0);
      await link.focus();
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#materials');
      const heading = await page.getByRole('heading', { name: '交什么材料' }).boundingBox();
      expect(heading?.y).toBeGreaterThanOrEqual(0);
      expect(heading?.y).toBeLessThan(900);
    });
  });

  it('verify an opened draw in the browser, from the site and from a saved page without a network', async () => {
    const path = visit.addresses['draw-verify'] ?? '';
    const bundle = await visit.app.http
      .get(`/api/v1/public${path.replace('/verify', '/bundle')}`)
      .expect(200);
    const file = {
      name: 'bundle.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(bundle.body)),
    };
    await visit.inPage(1280, true, async (page) => {
      await page.goto(`${visit.site}${path}`);
      await page.getByRole('button', { name: '开始验证' }).click();
      await page.getByText('验证通过').waitFor();
      await keepPicture(page, 'verified-1280');
      const saved = await page.content();
      await page.context().setOffline(true);
      await page.setContent(saved);
      await page.locator('#bundle-file').setInputFiles(file);
      await page.getByText('验证通过').waitFor();
      const tampered = JSON.stringify(bundle.body).replace(/"rank":1,/, '"rank":9,');
      await page.locator('#bundle-file').setInputFiles({ ...file, buffer: Buffer.from(tampered) });
      await page.getByText('验证未通过').waitFor();
      expect(await page.locator('#verify-output').textContent()).toContain('不一致');
    });
  });

  it('pass no other draw’s bundle on the page of a draw, and say whose it is', async () => {
    const path = visit.addresses['draw-verify'] ?? '';
    const bundle = await visit.app.http
      .get(`/api/v1/public${path.replace('/verify', '/bundle')}`)
      .expect(200);
    const file = {
      name: 'bundle.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(bundle.body)),
    };
    await visit.inPage(1280, true, async (page) => {
      await page.goto(`${visit.site}${visit.addresses['draw-verify-early']}`);
      await page.locator('#bundle-file').setInputFiles(file);
      await page.getByText('不是本页这次抽取的数据包').waitFor();
      const output = await page.locator('#verify-output').textContent();
      expect(output).toContain(`数据包属于：${bundle.body.announcement.title}`);
      expect(output).not.toContain('验证通过');
    });
  });
});
