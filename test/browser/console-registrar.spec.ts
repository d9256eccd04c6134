import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
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
      const inHand = await site.as(registrar, '/filings', SMALL_PHONE);
      await inHand.sees('承办人：示例·民政受理员');
      expect(await inHand.faults()).toEqual([]);
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
