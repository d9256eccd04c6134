import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { ImportInstitutions } from '@zhaoguan/institutions';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

const HEADER =
  '机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,服务电话,床位数/托位数,护理型床位数,法定代表人';
/** By their check digits; given out to nobody. */
const CODE = '526101160000000199';

describe('the first filing of an imported institution', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let files = 0;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());
  beforeEach(() => app.database.query('delete from institutions.institution where operator_id is null'));

  const imported = async (...rows: string[]): Promise<void> => {
    files += 1;
    const file = join(app.config.dataDir, `prefill-${files}.csv`);
    writeFileSync(file, [HEADER, ...rows, ''].join('\n'));
    const importing = app.nest.get(ImportInstitutions);
    const summary = await importing.execute(systemCaller('test'), file, `${file}.report`);
    expect(summary).toMatchObject({ added: rows.length, faulty: 0 });
  };
  const row = (house: number, more: { district?: string; kind?: string } = {}): string =>
    `示例·存量养老院,${CODE},${more.kind ?? '养老机构'},${more.district ?? '610116'},韦曲街道存量路${house}号,029-85290001,80,30,示例·赵存量`;
  const identity = { name: '示例·存量养老院', uscc: CODE, district: '610116' };
  const begun = async (person = operator, institution: object = {}) =>
    (
      await app
        .as(person)
        .post('/api/v1/filings')
        .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', institution: { ...identity, ...institution } })
        .expect(201)
    ).body;
  const known = async (path: string, person = operator) =>
    (await app.as(person).get(`/api/v1/filings/${path}`).expect(200)).body;

  it('begins with what the register shows of it to everybody, and nothing of people', async () => {
    await imported(row(1));
    const before = await known(`same-code?kind=ELDERLY_CARE&uscc=${CODE}`);
    expect(before.imported).toEqual([
      {
        name: '示例·存量养老院',
        district: '610116',
        township: null,
        address: '韦曲街道存量路1号',
        capacity: 80,
        nursingBeds: 30,
        servicePhone: '029-85290001',
      },
    ]);
    const { id, institution } = await begun();
    expect(institution).toMatchObject({
      address: '韦曲街道存量路1号',
      capacity: 80,
      nursingBeds: 30,
      servicePhone: '029-85290001',
    });
    expect(institution.legalRepresentative?.name ?? null).toBeNull();
    expect((await known(`${id}/same-code`)).imported).toHaveLength(1);
  });

  it('keeps what was typed', async () => {
    await imported(row(2));
    const { institution } = await begun(operator, { address: '陕西省西安市长安区示例路9号', capacity: 99 });
    expect(institution).toMatchObject({
      address: '陕西省西安市长安区示例路9号',
      capacity: 99,
      nursingBeds: 30,
    });
  });

  it.each([
    ['several stand there', [row(3), row(4)]],
    ['it stands in another district', [row(5, { district: '610113' })]],
    ['it is of the other kind', [row(6, { kind: '托育机构' }).replace(',80,30,', ',80,,')]],
  ])('begins with nothing where %s', async (_, rows) => {
    await imported(...rows);
    expect((await begun()).institution).toMatchObject({ address: null, capacity: null, servicePhone: null });
  });

  it('tells nothing of an institution that an account holds, imported or not', async () => {
    await imported(row(7));
    const address = '韦曲街道存量路7号';
    const holder = await app.person('OPERATOR');
    await filings.accepted(holder, registrar, 'ELDERLY_CARE', {
      ...ELDERLY_APPLICATION,
      address,
      nursingBeds: 11,
    });
    const answer = await known(`same-code?kind=ELDERLY_CARE&uscc=${CODE}`);
    expect(answer).toMatchObject({ registered: true, imported: [] });
    const { institution } = await begun();
    expect(institution).toMatchObject({
      address: null,
      capacity: null,
      nursingBeds: null,
      servicePhone: null,
    });
  });
});
