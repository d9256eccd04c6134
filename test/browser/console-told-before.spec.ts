import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { LapseFilings } from '../../libs/filings/src/use-cases/lapse-filings';
import { FilingBuilder, PDF } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

const DAY_MS = 86_400_000;
const AT_EACH_WIDTH = [DESK, SMALL_PHONE] as const;
const REASONS = [
  { pointer: '/institution/capacity', message: '示例·床位数与平面图不一致' },
  { pointer: '/institution/servicePhone', message: '示例·服务电话打不通' },
];

describe('what is told before it is done or done again, in the console', () => {
  let site: ConsoleSite;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    filings = new FilingBuilder(site.app);
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·陈受理' });
  }, 180_000);
  afterAll(() => site.stop());

  it.each(AT_EACH_WIDTH)(
    'is, of a case that waits and of 拟撤销 among the facts, told to who means to revoke, at $width px',
    async (size) => {
      const { institutionId } = await filings.accepted(operator, registrar);
      const change = await filings.filedAbout(operator, institutionId!, 'CHANGE', { capacity: 130 });
      const opened = await site.app
        .as(registrar)
        .post('/api/v1/removals')
        .send({ institutionId, ground: 'FALSE_MATERIALS', clue: '示例·群众反映' })
        .expect(201);
      const { id } = opened.body as { id: string };
      const desk = await site.as(registrar, `/removals/${id}`, size);
      await desk.sees(/这家机构的.*还没有办结（.*）：决定注销、撤销以后，不能再准予。/);
      const link = desk.page.getByRole('link', { name: /^查看在办的/ });
      expect(await link.getAttribute('href')).toContain(change.id);
      expect(await desk.faults()).toEqual([]);
      await desk.press('事先告知');
      const facts = desk.page.getByLabel('事实、证据和理由', { exact: true });
      await facts.fill('示例·消防材料并非其出具，拟撤销备案。');
      await desk.press('告知机构');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByText(/事实、证据和理由中写有“拟撤销”/).waitFor();
      await dialog.getByText(/还没有办结（.*）：决定注销、撤销以后，不能再准予。/).waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.press('再看看');
      await facts.fill('示例·消防材料并非其出具。');
      await desk.press('告知机构');
      await dialog.getByText(/不能再准予。/).waitFor();
      expect(await dialog.getByText(/写有“拟撤销”/).count()).toBe(0);
    },
    STORY_MS,
  );

  it.each(AT_EACH_WIDTH)(
    'is, of a 拟撤销 of what one has accepted, that another is to decide it, at $width px',
    async (size) => {
      const { app } = site;
      const accepter = await app.person('REVIEWER', { name: `示例·复核${size.width}` });
      await app.database.query(`update access.person set roles = '{REGISTRAR,REVIEWER}' where id = $1`, [
        accepter.id,
      ]);
      const { body } = await app.http
        .post('/api/v1/auth/login')
        .send({ username: accepter.username, password: accepter.password })
        .expect(200);
      const both = { ...accepter, token: (body as { accessToken: string }).accessToken };
      const { institutionId } = await filings.accepted(operator, both);
      const post = async (by: TestPerson, path: string, sent: object): Promise<string> => {
        const answer = await app.as(by).post(`/api/v1/removals${path}`).send(sent);
        expect(answer.body).toMatchObject({ id: expect.any(String) });
        return (answer.body as { id: string }).id;
      };
      const id = await post(registrar, '', {
        institutionId,
        ground: 'FALSE_MATERIALS',
        clue: '示例·群众反映',
      });
      await app
        .as(registrar)
        .post(`/api/v1/removals/${id}/files`)
        .attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' })
        .expect(201);
      await post(registrar, `/${id}/notice`, { facts: '示例·材料并非其出具。', service: 'ONLINE' });
      await post(operator, `/${id}/statement`, { text: '没有意见', waived: true });
      await post(registrar, `/${id}/propose`, { text: '示例·证据充分，情形成立。' });
      const page = await site.as(both, `/removals/${id}`, size);
      await page.sees('拟撤销的备案由您准予，是否撤销请由另一名复核人员决定。');
      expect(await page.page.getByRole('button', { name: '作出决定' }).count()).toBe(0);
      expect(await page.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it.each(AT_EACH_WIDTH)(
    'is, of what lapsed, the remarks of its last return, followed from the first step to their fields, at $width px',
    async (size) => {
      const { id } = await filings.submitted(operator);
      await filings.act(registrar, id, 'return', { reasons: REASONS });
      site.app.clock.advance(40 * DAY_MS);
      await site.app.nest
        .get(UnitOfWork)
        .run(systemCaller('test'), (tx) => site.app.nest.get(LapseFilings).execute(tx));
      const own = await site.as(operator, `/filings/${id}`, size);
      const { page } = own;
      await own.press('重新填报');
      await page.waitForURL(/\/filings\/[^/]+\/form/);
      const note = page.getByRole('region', { name: '上次的补正意见（2 处）' });
      await note.getByText('逾期没有补正，视为撤回。下面各处请在本件中改正。').waitFor();
      const lines = note.getByRole('listitem');
      expect(await lines.allInnerTexts()).toEqual([
        expect.stringMatching(/示例·床位数与平面图不一致.*没有改动/),
        expect.stringMatching(/示例·服务电话打不通.*没有改动/),
      ]);
      expect(await own.faults()).toEqual([]);
      await lines.first().getByRole('button').click();
      const beds = page.getByLabel('床位数').first();
      await beds.waitFor();
      await beds.fill('121');
      await page.keyboard.press('Tab');
      await own.sees(/已保存/);
      expect(await note.count()).toBe(0);
      // Back on the first step it says which of them has been followed.
      const back = page.getByRole('button', { name: '上一步' });
      while ((await back.count()) > 0) await back.click();
      await lines.filter({ hasText: '已改动' }).waitFor();
      expect(await lines.last().innerText()).toContain('没有改动');
      expect(await own.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
