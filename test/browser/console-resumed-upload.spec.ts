import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite } from './console-site';
import { writeDocument } from './documents';

/** The line is cut, the piece was given up (UPLOAD_STALLED), others were under way (UPLOADS_AT_ONCE). */
const BREAKS = ['CUT', 'CUT', 408, 429] as const;

describe('a large material on a line that breaks', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-resumed-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on by itself, without sending again what has arrived', async () => {
    const { id } = await new FilingBuilder(site.app).draft(operator);
    const path = await writeDocument(folder, '备案申请书');
    appendFileSync(path, randomBytes(1_000_000));
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('材料').click();
    let broken = 0;
    const offsets: string[] = [];
    await page.route('**/api/v1/uploads/*', async (route) => {
      const request = route.request();
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
      const breaks = request.method() === 'PATCH' ? BREAKS[broken] : undefined;
      if (breaks === undefined) return route.continue();
      broken += 1;
      await (breaks === 'CUT' ? route.abort('internetdisconnected') : route.fulfill({ status: breaks }));
    });
    const box = page.locator('section.material').filter({ hasText: '还没有上传' }).first();
    const name = (await box.getAttribute('aria-label'))!;
    await box.getByLabel(`选择${name}的文件`).setInputFiles(path);
    await visitor.sees('网络中断，已经传的部分保留着');
    await page.getByRole('region', { name, exact: true }).getByText('已收到').waitFor();
    expect(offsets.length).toBe(BREAKS.length + 1);
    const { body } = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    const kept = (body as { materials: { name: string; file: { size: number } | null }[] }).materials;
    expect(kept.find((material) => material.name === name)?.file?.size).toBeGreaterThan(1_000_000);
    expect(await visitor.faults()).toEqual([]);
    const remembered = await page.evaluate(
      `Object.keys(localStorage).filter((key) => key.startsWith('tus::'))`,
    );
    expect(remembered).toEqual([]);
  });

  it('is refused at once, and not tried again, where the account has no room left today', async () => {
    const full = await site.app.person('OPERATOR');
    await site.app.database.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values (gen_random_uuid(), repeat('0', 64), 4 * 1024::bigint ^ 3, 'application/pdf', '示例.pdf', $1, $2)`,
      [full.id, site.app.clock.now()],
    );
    const { id } = await new FilingBuilder(site.app).draft(full);
    const path = await writeDocument(folder, '备案申请书二');
    appendFileSync(path, randomBytes(1_000_000));
    const visitor = await site.as(full, `/filings/${id}/form`);
    const { page } = visitor;
    let begun = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/v1/uploads')) begun += 1;
    });
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('材料').click();
    const box = page.locator('section.material').filter({ hasText: '还没有上传' }).first();
    await box.getByLabel(/^选择.*的文件$/).setInputFiles(path);
    await visitor.sees(/一天内上传的文件过多/);
    expect(begun).toBe(1);
  });
});
