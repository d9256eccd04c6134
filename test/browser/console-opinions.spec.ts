import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

const FIRE = '西安市长安区消防救援大队';

describe('opinions of several departments, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let fire: TestPerson;
  let filings: FilingBuilder;
  let id: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR');
    registrar = await site.app.person('REGISTRAR');
    fire = await site.app.person('ADVISER', { departments: ['fire'] });
    await site.app.person('ADVISER', { departments: ['health'] });
    filings = new FilingBuilder(site.app);
    id = (await filings.submitted(operator)).id;
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

  it.each([DESK, SMALL_PHONE])(
    'are not asked where nobody could answer, and say so when nobody can any more ($width px)',
    async (size) => {
      const housing = await site.app.person('ADVISER', { departments: ['housing'] });
      const other = await filings.submitted(operator);
      const desk = await site.as(registrar, `/filings/${other.id}`, size);
      await desk.press('征求意见');
      const dialog = desk.page.getByRole('dialog');
      const confirmed = dialog.getByRole('button', { name: '征求意见', exact: true });
      await dialog.getByLabel('问题（必填）').fill('示例·请提出意见');
      await dialog.getByLabel('部门（必填）').click();
      await desk.page.getByTitle(/教育.*（没有可以答复的人员）/).click();
      await dialog
        .getByRole('alert')
        .getByText(/教育.*在本平台没有可以答复本件的人员，请线下征求/)
        .waitFor();
      expect(await confirmed.isDisabled()).toBe(true);
      expect(await desk.faults()).toEqual([]);
      await dialog.getByLabel('部门（必填）').click();
      await desk.page.getByTitle(/住/).last().click();
      await dialog.getByRole('alert').waitFor({ state: 'detached' });
      await desk.confirm('征求意见');
      await desk.sees(/还没有答复意见，答复以后再准予备案或者不予备案；不等的，点“协同意见”中的“不再等待”。/);

      await site.app.database.query('update access.person set disabled_at = now() where id = $1', [
        housing.id,
      ]);
      const again = await site.as(registrar, `/filings/${other.id}`, size);
      await again.sees('无人答复');
      const bar = again.page.getByRole('group', { name: '办理' });
      await bar.getByText(/现在没有人可以答复意见，请点“协同意见”中的“不再等待”/).waitFor();
      expect((await bar.boundingBox())!.height).toBeLessThan(200);
      expect(await again.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
