import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';

const FIRE = '西安市长安区消防救援大队';

describe('opinions of several departments, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let id: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR');
    registrar = await site.app.person('REGISTRAR');
    id = (await new FilingBuilder(site.app).submitted(operator)).id;
    for (const department of ['fire', 'health'])
      await site.app
        .as(registrar)
        .post(`/api/v1/filings/${id}/opinions`)
        .send({ department, question: '请就消防安全和卫生条件提出意见', materials: [] })
        .expect(201);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'show on a small phone until when each is to be answered',
    async () => {
      const fire = await site.app.person('ADVISER', { departments: ['fire'] });
      const phone = await site.as(fire, '/opinions', SMALL_PHONE);
      const card = phone.page.getByRole('link', { name: '示例·长安颐养院' }).first();
      await card.getByText(/答复期限.*11月25日/).waitFor();
      expect(await card.innerText()).toContain('请就消防安全和卫生条件提出意见');
      expect(await phone.faults()).toEqual([]);
      await card.click();
      await phone.page.getByText('征求机关').waitFor();
      expect(await phone.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'are waited for no longer by those that are chosen, once it is read whose term still runs',
    async () => {
      const desk = await site.as(registrar, `/filings/${id}`);
      await desk.press('不再等待');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByText('选择不再等待哪些部门。').waitFor();
      await dialog.getByLabel('理由（必填）').fill('示例·已有验收意见书');
      const confirmed = dialog.getByRole('button', { name: '不再等待', exact: true });
      expect(await confirmed.isDisabled()).toBe(true);
      await dialog.getByRole('checkbox', { name: new RegExp(FIRE) }).check();
      await dialog.getByText(`${FIRE}的答复期限至2026年11月25日，还没有届满。`).waitFor();
      await dialog.getByText(/^仍然等待.*的意见，答复以前不能准予或者不予。$/).waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('不再等待');
      await desk.sees(`已记录，不再等待${FIRE}的意见。`);
      const { body } = await site.app.as(registrar).get(`/api/v1/filings/${id}/opinions`).expect(200);
      const { items } = body as { items: { department: string; status: string }[] };
      expect(items.map(({ status }) => status).sort()).toEqual(['ASKED', 'WAIVED']);
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
