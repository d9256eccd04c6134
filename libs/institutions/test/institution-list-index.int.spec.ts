import { fillTable, manyInstitutions, rowsRead, TestApp, type TestPerson } from '@zhaoguan/testing';

const ROWS = 200_000;
/** The invented ones stand in the few dozen counties of the reference data: one county has thousands, but not a tenth. */
const MOST_ROWS_READ = ROWS / 10;

describe(`the officials' list of ${ROWS} institutions`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await fillTable(app.database, 'institutions.institution', manyInstitutions(ROWS));
    await app.database.query(
      `insert into institutions.former_name (institution_id, name, district, until)
       select id, replace(name, '路', '街'), district, registered_at from institutions.institution order by id limit 20000`,
    );
    await app.database.query('vacuum analyze institutions.institution, institutions.former_name');
    people['county'] = await app.person('REGISTRAR');
    people['city'] = await app.person('REGISTRAR', { districts: ['610100'] });
    people['province'] = await app.person('REGISTRAR', { districts: ['610000'] });
    people['nation'] = await app.person('REGISTRAR', { districts: ['*'] });
    people['area'] = await app.person('REGISTRAR', { districts: ['610116005'] });
    people['operator'] = await app.person('OPERATOR', { districts: [] });
  }, 180_000);
  afterAll(() => app.stop());

  it.each([
    ['county', ''],
    ['county', '?q=养老'],
    ['county', '?q=琉璃'],
    ['county', '?q=东街'],
    ['county', '?q=610116-YL-2026-0001'],
    ['nation', '?q=610116-YL-2026-0001'],
    ['county', '?grade=D'],
    ['county', '/export?grade=D'],
    ['nation', '/export?q=琉璃'],
    ['city', ''],
    ['city', '?q=琉璃'],
    ['province', ''],
    ['province', '?q=养老'],
    ['province', '?q=琉璃'],
    ['nation', ''],
    ['nation', '?q=养老'],
    ['nation', '?q=东街'],
    ['nation', '?q=琉璃'],
    ['nation', '?q=琉璃&district=610116'],
    ['area', ''],
    ['operator', ''],
  ])('reads few rows for the %s asking %o', async (who, query) => {
    const path = encodeURI(`/api/v1/institutions${query}`);
    expect(await rowsRead(app, people[who]!, path, 'institutions.institution')).toBeLessThan(MOST_ROWS_READ);
  });
});
