import type { TestPerson } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';

/** Titles of the columns that hide behind a sideways scroll. */
const hiddenColumns = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.ant-table-content')].flatMap((table) =>
    [...table.querySelectorAll('th')]
      .filter((title) => title.getBoundingClientRect().right > table.getBoundingClientRect().right + 1)
      .map((title) => title.textContent))`);

describe('what a registrar has before them', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·机构经办人' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·民政受理员' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'is whole in a window of 1280 pixels, however long the name, and says in the hand who has the case',
    async () => {
      const name = '示例·长安区韦曲街道阳光里社区居家养老服务中心';
      const { institutionId } = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name });
      await site.app.idle();
      await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 150 });
      await filings.returned(operator, registrar);
      await site.app
        .as(registrar)
        .post('/api/v1/removals')
        .send({ institutionId, ground: 'SERVICE_CEASED', clue: '示例·核对档案时发现' })
        .expect(201);
      for (const path of ['/filings', '/institutions', '/removals', '/expiries']) {
        const desk = await site.as(registrar, path, DESK);
        if (path !== '/expiries') await desk.sees(name);
        expect([path, await hiddenColumns(desk)]).toEqual([path, []]);
        expect([path, await desk.faults()]).toEqual([path, []]);
      }
      const region = await site.app.person('REGISTRAR', { districts: ['610100'] });
      const ofTheCity = await site.as(region, '/filings', DESK);
      await ofTheCity.sees(name);
      expect(await hiddenColumns(ofTheCity)).toEqual([]);
      const inHand = await site.as(registrar, '/filings', SMALL_PHONE);
      await inHand.sees('承办人：示例·民政受理员');
      expect(await inHand.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is to be read, and nothing to be done with, where a county below has it',
    async () => {
      const city = await site.app.person('REGISTRAR', { districts: ['610100'] });
      const { id } = await filings.submitted(operator);
      const buttons = /^(准予|退回补正|不予|查看完整号码|征求意见|由我承办)/;
      for (const [reader, expected] of [
        [registrar, true],
        [city, false],
      ] as const) {
        const desk = await site.as(reader, `/filings/${id}`, SMALL_PHONE);
        await desk.page.getByText('负责人与联系人').first().waitFor();
        await desk.sees(expected ? '承办' : '本件由西安市长安区民政局办理。服务场所在本辖区，可以查看。');
        expect((await desk.page.getByRole('button', { name: buttons }).count()) > 0).toBe(expected);
        const refused: string[] = [];
        desk.page.on('response', (answer) => {
          if (answer.status() >= 400) refused.push(answer.url());
        });
        await desk.page.reload();
        await desk.page.getByText('办理过程').first().waitFor();
        await desk.page.getByText('提交', { exact: true }).first().waitFor();
        expect(await desk.faults()).toEqual([]);
        expect(refused).toEqual([]);
      }
    },
    STORY_MS,
  );

  for (const [kind, department, size] of [
    ['ELDERLY_CARE', 'civil-affairs', SMALL_PHONE],
    ['CHILDCARE', 'health', DESK],
  ] as const)
    it(
      `waits for other departments, says so at the decisions, and goes on when they have answered (${kind}, ${size.width} px)`,
      async () => {
        const official = await site.app.person('REGISTRAR', { departments: [department] });
        const adviser = await site.app.person('ADVISER', { departments: ['fire'] });
        const { id } = await filings.submitted(operator, kind);
        const desk = await site.as(official, `/filings/${id}`, size);
        const ask = (name: string) =>
          desk.page.getByRole('dialog').getByRole('button', { name, exact: true });
        await desk.press('征求意见');
        expect(await ask('征求意见').isDisabled()).toBe(true);
        await desk.page.getByLabel('部门（必填）').click();
        await desk.page.getByTitle(/消防/).click();
        await desk.page.getByLabel('问题（必填）').fill('示'.repeat(1001));
        await desk.sees('不超过 1000 个字');
        await desk.confirm('征求意见');
        await desk.sees('填写的内容有误');
        await desk.page.getByLabel('问题（必填）').fill('示例·请确认消防安全条件。');
        await desk.confirm('征求意见');
        await desk.sees(/还没有答复意见，答复以后再准予备案或者不予备案/);
        for (const act of ['准予备案', '不予备案'])
          expect(
            await desk.page.getByRole('button', { name: act, exact: true, disabled: false }).count(),
          ).toBe(0);
        // On a phone the case is read above it.
        expect((await desk.page.getByRole('group', { name: '办理' }).boundingBox())!.height).toBeLessThan(
          200,
        );
        expect(await desk.faults()).toEqual([]);

        await site.app.idle();
        const asked = await site.as(adviser, '/opinions', size);
        await asked.page.getByRole('link', { name: DRAFTS[kind].institution.name }).click();
        await asked.page.getByLabel('不同意', { exact: true }).check();
        await asked.press('答复意见');
        await asked.sees('不同意的，请写明理由和依据');
        // Kept whole and complained of, not cut off in silence.
        await asked.page.getByLabel('理由和依据').fill('示'.repeat(2001));
        await asked.press('答复意见');
        await asked.sees('不超过 2000 个字');
        expect(await asked.faults()).toEqual([]);
        await asked.page.getByLabel('理由和依据').fill('示例·疏散通道宽度不足。');
        await asked.press('答复意见');
        await asked.confirm('答复意见');
        await asked.sees('已答复');
        expect(await asked.faults()).toEqual([]);

        const after = await site.as(official, `/filings/${id}`, size);
        await after.sees('意见：不同意');
        await after.press('不予备案');
        await after.page.getByLabel('理由（必填）').fill('示例·疏散通道宽度不足，消防救援大队不同意。');
        await after.confirm('不予备案');
        await after.sees('已作出不予备案的决定');
        expect(await after.faults()).toEqual([]);
      },
      STORY_MS,
    );

  it('fits the hand where one receipt has taken the place of another', async () => {
    const first = await filings.accepted(operator, registrar);
    await site.app.idle();
    const { id } = await filings.filedAbout(operator, first.institutionId, 'CHANGE', { capacity: 90 });
    await filings.act(registrar, id, 'accept');
    await site.app.idle();
    const inHand = await site.as(registrar, `/filings/${first.id}`, SMALL_PHONE);
    await inHand.sees(/已由.*代替/);
    expect(await inHand.faults()).toEqual([]);
  });
});
