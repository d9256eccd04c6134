import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const DAY = 86_400_000;

describe('the list of filings, where nobody asks for another order', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    filings = new FilingBuilder(app);
  });
  afterAll(() => app.stop());

  it('begins with what is to be decided and put right, and ends with what was decided longest ago', async () => {
    const inTurn: string[] = [];
    for (const told of [
      () => filings.accepted(operator, registrar),
      () => filings.accepted(operator, registrar),
      () => filings.draft(operator),
      () => filings.returned(operator, registrar),
      () => filings.submitted(operator),
      () => filings.submitted(operator),
    ]) {
      inTurn.push((await told()).id);
      app.clock.advance(DAY);
    }
    const [oldest, older, draft, returned, first, second] = inTurn;
    const pages = async (person: TestPerson): Promise<(string | undefined)[]> => {
      const ids: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await app.as(person).get(`/api/v1/filings?limit=2${cursor}`).expect(200);
        const page = body as { items: { id: string }[]; nextCursor: string | null };
        ids.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) return ids;
        cursor = `&cursor=${page.nextCursor}`;
      }
    };
    expect(await pages(operator)).toEqual([first, second, returned, draft, older, oldest]);
    expect(await pages(registrar)).toEqual([first, second, returned, older, oldest]);
  });
});
