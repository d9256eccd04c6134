import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { ImportInstitutions } from '@zhaoguan/institutions';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

const HEADER =
  '机构名称,统一社会信用代码,机构类型,行政区划代码,乡镇街道,详细地址,服务电话,床位数/托位数,备案编号,备案日期,信用等级';

describe('accepting a filing for a site that a directory brought in', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  /** One row of a directory at an address of its own. */
  const imported = async ({
    number = '',
    filedOn = '',
    kind = '养老机构',
    beginning = '陕西省西安市长安区',
    street = '韦曲街道',
  } = {}): Promise<string> => {
    count += 1;
    const address = `${beginning}${street}名录路${count}号`;
    const file = join(app.config.dataDir, `directory-${count}.csv`);
    const row = `示例·名录老院,${ELDERLY_APPLICATION.uscc},${kind},610116,,${address},029-85290001,33,${number},${filedOn},C`;
    writeFileSync(file, `${HEADER}\n${row}\n`);
    const summary = await app.nest
      .get(ImportInstitutions)
      .execute(systemCaller('test'), file, `${file}.report`);
    expect(summary).toMatchObject({ added: 1, faulty: 0 });
    return address;
  };
  const rowsAt = (address: string) =>
    app.database.query<Record<string, unknown>>(
      `select id, name, filing_number, filed_on::text, operator_id, source, capacity, service_phone, registered_at::text
         from institutions.institution where address = $1`,
      [address],
    );

  /** Why a first filing for the address cannot be handed in. */
  const refusedOn = async (by: TestPerson, address: string): Promise<string> => {
    const { id } = await filings.upload(by, await filings.draft(by, 'ELDERLY_CARE', { address }));
    const { body } = await app.as(by).post(`/api/v1/filings/${id}/submit`).expect(409);
    return (body as { code: string }).code;
  };

  it('takes the row over whose street or town is written as its office', async () => {
    for (const [street, filed] of [
      ['韦曲街道办', '韦曲街道'],
      ['韦曲街道', '韦曲街道办事处'],
      ['示例镇人民政府', '示例镇'],
    ] as const) {
      const address = await imported({ street });
      const [before] = await rowsAt(address);
      const written = address.replace(street, filed);
      const { institutionId } = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
        address: written,
      });
      expect([street, institutionId]).toEqual([street, before?.['id']]);
    }
  });

  it('takes the row over: same id, the operator, the particulars of the filing, a number of its own', async () => {
    const address = await imported();
    const [before] = await rowsAt(address);
    const url = `/api/v1/institutions/${String(before?.['id'])}`;
    const { version } = (await app.as(registrar).get(url).expect(200)).body;
    const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    expect(filing.filingNumber).toMatch(/^610116-YL-2026-\d{4}$/);
    expect(await rowsAt(address)).toEqual([
      {
        ...before,
        name: ELDERLY_APPLICATION.name,
        filing_number: filing.filingNumber,
        filed_on: '2026-11-20',
        operator_id: operator.id,
        capacity: 120,
      },
    ]);
    expect(filing.institutionId).toBe(before?.['id']);
    const seen = await app.as(operator).get(url).expect(200);
    expect(seen.body.version).toBeGreaterThan(version);
    expect(seen.body.legalRepresentative.name).toBe(ELDERLY_APPLICATION.legalRepresentative.name);
    const audit = await app.database.query<{ canonical: string }>(
      `select canonical from audit.entry where subject_id = $1 and action = 'institution.claimed'`,
      [filing.institutionId],
    );
    expect(audit).toHaveLength(1);
    expect(audit[0]?.canonical).toContain('"numberKept":false');
    expect(audit[0]?.canonical).not.toContain(ELDERLY_APPLICATION.legalRepresentative.phone);
  });

  it('keeps the number and the day of the directory: a site has one number; the receipt with it is genuine', async () => {
    const address = await imported({ number: '长民备（2021）a7号', filedOn: '2021-05-06' });
    const [last] = await app.database.query<{ last: number }>('select last from filings.number_counter');
    const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    // In capitals, as numbers are given out: in another spelling it would not be known for the same.
    expect(filing.filingNumber).toBe('长民备（2021）A7号');
    expect(await rowsAt(address)).toMatchObject([
      { filing_number: '长民备（2021）A7号', filed_on: '2021-05-06' },
    ]);
    const [still] = await app.database.query<{ last: number }>('select last from filings.number_counter');
    expect(still).toEqual(last);
    await app.idle();
    // As somebody types it from paper: half width, small letters, a space.
    const path = `/api/v1/public/receipts/${encodeURIComponent('长民备(2021) a7号')}`;
    expect((await app.http.get(path).expect(200)).body).toMatchObject({
      genuine: true,
      filedOn: '2026-11-20',
      sm3: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('says to who decides which record is taken over, before, and dates number and receipt apart in public, after', async () => {
    const address = await imported({ number: '610116-YL-2020-0077', filedOn: '2020-03-05' });
    const [before] = await rowsAt(address);
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { address });
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/duplicates`).expect(200);
    expect(body.takesOver).toEqual({
      id: before?.['id'],
      name: '示例·名录老院',
      filingNumber: '610116-YL-2020-0077',
      filedOn: '2020-03-05',
      registeredOn: '2026-11-20',
      numberKept: true,
      wasRevoked: false,
      ofAnother: false,
      otherHead: false,
    });
    expect(body.items.map((line: { id: string }) => line.id)).not.toContain(before?.['id']);
    const accepted = await filings.act(registrar, id, 'accept');
    expect(accepted).toMatchObject({
      filingNumber: '610116-YL-2020-0077',
      institutionId: before?.['id'],
    });
    expect((await app.as(registrar).get(`/api/v1/filings/${id}/duplicates`)).body.takesOver).toBeNull();
    await app.idle();
    const receipt = (await app.http.get('/receipts/610116-YL-2020-0077').expect(200)).text;
    expect(receipt).toMatch(/<dt>备案日期<\/dt><dd>[^/]*2020年3月5日/);
    expect(receipt).toMatch(/<dt>回执日期<\/dt><dd>[^/]*2026年11月20日/);
  });

  it('says of a record without a number that it gets one, and nothing of a site that is new', async () => {
    const address = await imported();
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { address });
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/duplicates`).expect(200);
    expect(body.takesOver).toMatchObject({ filingNumber: null, numberKept: false });
    const fresh = await filings.submitted(operator);
    const other = await app.as(registrar).get(`/api/v1/filings/${fresh.id}/duplicates`).expect(200);
    expect(other.body.takesOver).toBeNull();
  });

  it('a second operator is told nothing before, and refused once the site has an operator', async () => {
    const address = await imported();
    await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    const second = await app.person('OPERATOR');
    expect(await refusedOn(second, address)).toBe('DUPLICATE_INSTITUTION');
    expect(await rowsAt(address)).toMatchObject([{ operator_id: operator.id }]);
  });

  it.each(['', '长安区', '西安市长安区', '陕西省'])(
    'takes over a row whose list begins its address with “%s” only, and gives it the full address',
    async (beginning) => {
      const short = await imported({ beginning });
      const [before] = await rowsAt(short);
      const address = `陕西省西安市长安区${short.slice(beginning.length)}`;
      const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
      expect(filing.institutionId).toBe(before?.['id']);
      expect(await rowsAt(short)).toEqual([]);
      expect(await rowsAt(address)).toMatchObject([{ id: before?.['id'], operator_id: operator.id }]);
    },
  );

  it('takes over the row that is written as it is filed before one that is written short', async () => {
    const short = await imported({ beginning: '' });
    const address = `陕西省西安市长安区${short}`;
    await app.database.query(
      `insert into institutions.institution (id, kind, name, uscc, legal_form, address, district, capacity, status, grade,
                                             source, registered_at, version)
       select uuidv7(), kind, name, uscc, legal_form, $2, district, capacity, status, grade, source, registered_at, 1
         from institutions.institution where address = $1`,
      [short, address],
    );
    const [whole] = await rowsAt(address);
    const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    expect(filing.institutionId).toBe(whole?.['id']);
    expect(await rowsAt(short)).toMatchObject([{ operator_id: null }]);
  });

  it('leaves a site elsewhere whose address only ends alike', async () => {
    const other = await imported({ beginning: '郭杜街道' });
    const address = `陕西省西安市长安区${other.slice('郭杜街道'.length)}`;
    const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    const [left] = await rowsAt(other);
    expect(left).toMatchObject({ operator_id: null });
    expect(filing.institutionId).not.toBe(left?.['id']);
  });

  it('looks for the site by the index of sites', async () => {
    const lines = await app.database.query<{ 'QUERY PLAN': string }>(
      `explain select * from institutions.institution i
        where kind = 'ELDERLY_CARE' and uscc = $1 and district = '610116' and status <> 'CLOSED'
          and address_key = any($2::text[])
          and (source = 'IMPORT' and operator_id is null or filing_ended_as = 'REVOKED') for update`,
      [ELDERLY_APPLICATION.uscc, ['韦曲街道名录路1号', '长安区韦曲街道名录路1号']],
    );
    expect(lines.map((line) => line['QUERY PLAN']).join()).toMatch(/institution_(site|place|uscc)/);
  });

  it('does not take over a site of the other kind', async () => {
    const address = await imported({ kind: '托育机构' });
    expect(await refusedOn(operator, address)).toBe('DUPLICATE_INSTITUTION');
    expect(await rowsAt(address)).toMatchObject([{ operator_id: null }]);
  });

  it('grants no second account a site of the code unasked, since the first has come to hold one', async () => {
    const [mine, theirs] = [await imported(), await imported()];
    const holder = await app.person('OPERATOR');
    const other = { uscc: '916100000000000518', legalForm: 'ENTERPRISE' };
    await app.database.query('update institutions.institution set uscc = $1 where address = any ($2)', [
      other.uscc,
      [mine, theirs],
    ]);
    const waiting = await filings.submitted(operator, 'ELDERLY_CARE', { ...other, address: mine });
    const first = await filings.submitted(holder, 'ELDERLY_CARE', { ...other, address: theirs });
    await filings.act(registrar, first.id, 'accept');
    const { body } = await app.as(registrar).post(`/api/v1/filings/${waiting.id}/accept`).expect(409);
    expect(body).toMatchObject({ code: 'TAKEOVER_UNEXPLAINED' });
  });
});
