import { TestApp } from '@zhaoguan/testing';
import { launchChromium, type Browser } from './browser';

describe('the documentation of the interface', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start({ docs: true, worker: false });
    await app.nest.listen(0, '127.0.0.1');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it('is shown whole, and tried out, under a policy that runs no script but its own', async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    page.on('pageerror', (error) => refused.push(error.message));
    const answer = await page.goto(`${await app.nest.getUrl()}/api/docs`);
    expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    await page.getByRole('heading', { name: '照管 接口' }).waitFor();
    // Its marks are images and symbols: a policy without them would leave the buttons empty.
    const operation = page.locator('.opblock', {
      has: page.locator('[data-path="/api/v1/installation"]'),
    });
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    await operation.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    expect(refused).toEqual([]);
    await page.close();
  });

  it('keeps its policy to itself: answers for programs are as they were', async () => {
    for (const path of ['/api/docs', '/api/docs/', '/api/docs/swagger-ui-init.js', '/api/docs?x=1'])
      expect((await app.http.get(path).expect(200)).headers).toHaveProperty('content-security-policy');
    const { headers } = await app.http.get('/api/openapi.json').expect(200);
    expect(headers).not.toHaveProperty('content-security-policy');
  });
});
