import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, STORY_MS, type Visitor } from './console-site';

/** Names of what is pressed, chosen or typed into, as they are read out, that have letters and no Chinese character. */
const foreignNames = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(`(() => {
    const hidden = (at) => at.closest('[aria-hidden=true]') !== null;
    const textOf = (at) => [...at.childNodes].map((node) =>
      node.nodeType === Node.TEXT_NODE ? node.textContent
        : node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true' ? ''
        : node.getAttribute('aria-label') ?? textOf(node)).join('').trim();
    const used = [...document.querySelectorAll('button, [role=button], [role=combobox], input, textarea, [aria-label]')];
    // What stands inside something that is pressed is a part of its name.
    const inside = (at) => at.parentElement.closest('button, [role=button]') !== null;
    const names = used.filter((at) => !hidden(at) && !inside(at)).map((at) =>
      at.getAttribute('aria-label') ?? (at.labels?.length ? at.labels[0].textContent : textOf(at)));
    return [...new Set(names.filter((name) => /[A-Za-z]{2}/.test(name) && !/[\\u4e00-\\u9fff]/.test(name)))];
  })()`);

describe('the names of what is on the pages of the console', () => {
  let site: ConsoleSite;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'are Chinese, those that the components bring along among them',
    async () => {
      const operator = await site.app.person('OPERATOR');
      const registrar = await site.app.person('REGISTRAR');
      const { institutionId } = await filings.accepted(operator, registrar);
      const elsewhere = { name: '示例·北街养老院', address: '西安市长安区韦曲街道北街8号' };
      const { id } = await filings.submitted(operator, 'ELDERLY_CARE', elsewhere);
      const other = { name: '示例·南街养老院', address: '西安市长安区韦曲街道南街8号' };
      const draft = await filings.draft(operator, 'ELDERLY_CARE', other);
      const found: string[] = [];
      const look = async (visitor: Visitor, where: string): Promise<void> => {
        await visitor.page.getByLabel('正在载入').first().waitFor({ state: 'detached' });
        for (const name of await foreignNames(visitor)) found.push(`${where}: ${name}`);
      };
      const own = await site.as(operator);
      for (const path of [
        '/',
        '/filings?status=SUBMITTED',
        '/filings/new',
        `/filings/${draft.id}/form`,
        `/filings/${id}`,
        `/institutions/${institutionId}`,
        `/institutions/${institutionId}/staff`,
        '/expiries',
        '/notifications',
        '/me',
      ]) {
        await own.go(path);
        await look(own, path);
      }
      const desk = await site.as(registrar);
      for (const path of [
        '/',
        '/filings?status=SUBMITTED',
        '/institutions?kind=ELDERLY_CARE&status=OPERATING&q=示例',
        '/institutions/imports',
        '/expiries?what=FIRE_PROOF',
        '/tasks',
        '/plans',
        '/draws',
        '/results',
        '/inspectors',
        '/items',
        '/cases?status=OPEN',
        '/removals',
        '/unfiled-sites',
        '/overdue-items',
        '/opinions',
        '/figures',
        `/filings/${id}`,
      ]) {
        await desk.go(path);
        await look(desk, path);
      }
      await desk.press('准予备案');
      await desk.page.getByRole('dialog').waitFor();
      await look(desk, 'a decision');
      expect(found).toEqual([]);
    },
    STORY_MS,
  );
});
