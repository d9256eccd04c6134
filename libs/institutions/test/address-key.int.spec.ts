import fc from 'fast-check';
import { addressKey } from '@zhaoguan/kernel';
import { createDataSource } from '@zhaoguan/platform';
import { createTestDatabase, TestApp, type TestDatabase } from '@zhaoguan/testing';
import { AddressKeys1764117100000 } from '../../../migrations/1764117100000-address-keys';
import { FilingDuplicates1764323300000 } from '../../../migrations/1764323300000-filing-duplicates';
import { InstitutionLinks1764323400000 } from '../../../migrations/1764323400000-institution-links';
import { HousesAsOneWritesThem1764901100000 } from '../../../migrations/1764901100000-houses-as-one-writes-them';
import { OneKeyOfAHouse1764960000080 } from '../../../migrations/1764960000080-one-key-of-a-house';
import { buildInstitution, nextUscc } from './institution.builder';

/** What addresses are made of, and what has made one house two. */
const PIECES = [
  '路',
  '号',
  '#',
  '楼',
  '層',
  'F',
  '室',
  '-',
  '—',
  '0',
  '1',
  '2',
  '20',
  '十',
  '二',
  '两',
  '(',
  '）',
  '、',
  '.',
  '甲',
  '٣',
  ' ',
];

describe('the address of a site', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  it.each([
    '长安路 88 号',
    '长安路８８号',
    '长安路88号\u200b',
    '长安\u3000路88号',
    '长安路88號。',
    '（长安路）088#',
  ])('written %j is the same site', async (spelling) => {
    const uscc = nextUscc();
    const at = (address: string) =>
      buildInstitution(app.nest, { uscc, address, filingNumber: null, filedOn: null });
    await at('长安路88号');
    await expect(at(spelling)).rejects.toMatchObject({ code: 'DUPLICATE_INSTITUTION' });
    await expect(at('长安路89号')).resolves.toBeDefined();
  });

  it('has the same key in the program and in the database, whatever characters it holds', async () => {
    const signs = [
      ...range(0x01, 0x33ff),
      ...range(0xa620, 0xa629),
      ...range(0xa800, 0xabff),
      ...range(0xf900, 0xffef),
    ];
    const spellings = signs.flatMap((code) => {
      const sign = String.fromCodePoint(code);
      return [`甲${sign}乙`, `路${sign}号`, `路0${sign}层`];
    });
    spellings.push(
      ...fc.sample(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), 20_000).map((s) => s.join('')),
    );
    const [row] = await app.database.query<{ keys: string[] }>(
      `select array_agg(platform.address_key(spelling) order by place) as keys
         from unnest($1::text[]) with ordinality as u(spelling, place)`,
      [spellings],
    );
    const differing = spellings.filter((spelling, i) => addressKey(spelling) !== row?.keys[i]);
    expect(differing).toEqual([]);
  });
});

describe('the upgrade that compares addresses by their key', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('names the rows that have become one site, and changes nothing', async () => {
    const owner = await createDataSource({ url: database.url, role: 'owner', poolSize: 1 }).initialize();
    const runner = owner.createQueryRunner();
    const migration = new AddressKeys1764117100000();
    const insert = (address: string) =>
      database.query<{ id: string }>(
        `insert into institutions.institution
           (id, kind, name, uscc, legal_form, address, district, capacity, status, source, registered_at, version)
         values (gen_random_uuid(), 'ELDERLY_CARE', '示例·重复养老院', '526101160000000199', 'PRIVATE_NON_ENTERPRISE', $1,
                 '610116', 10, 'OPERATING', 'IMPORT', now(), 1) returning id`,
        [address],
      );
    try {
      // What was built upon the key later goes first.
      await new OneKeyOfAHouse1764960000080().down(runner);
      await new HousesAsOneWritesThem1764901100000().down(runner);
      await new InstitutionLinks1764323400000().down(runner);
      await new FilingDuplicates1764323300000().down(runner);
      await migration.down(runner);
      const [first] = await insert('示例路1号');
      const [second] = await insert('示例路 １号');
      await runner.startTransaction();
      const refusal = await migration.up(runner).catch((error: unknown) => error);
      await runner.rollbackTransaction();
      expect(refusal).toMatchObject({
        name: 'StartError',
        message: expect.stringContaining('526101160000000199'),
      });
      for (const row of [first, second]) expect((refusal as Error).message).toContain(row?.id);
      await database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
        second?.id,
      ]);
      await migration.up(runner);
      await expect(insert('示例路1 号')).rejects.toMatchObject({ constraint: 'institution_site' });
    } finally {
      await runner.release();
      await owner.destroy();
    }
  });
});

describe('the upgrade that gives one house one key', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('makes the stored keys follow, and stops where two rows have become one site', async () => {
    const owner = await createDataSource({ url: database.url, role: 'owner', poolSize: 1 }).initialize();
    const runner = owner.createQueryRunner();
    const migration = new OneKeyOfAHouse1764960000080();
    const insert = (address: string) =>
      database.query<{ id: string; address_key: string }>(
        `insert into institutions.institution
           (id, kind, name, uscc, legal_form, address, district, capacity, status, source, registered_at, version)
         values (gen_random_uuid(), 'ELDERLY_CARE', '示例·重复养老院', '526101160000000199', 'PRIVATE_NON_ENTERPRISE', $1,
                 '610116', 10, 'OPERATING', 'IMPORT', now(), 1) returning id, address_key`,
        [address],
      );
    const keys = async () => {
      const rows = await database.query<{ key: string }>(
        `select address_key as key from institutions.institution where status <> 'CLOSED' order by 1`,
      );
      return rows.map(({ key }) => key);
    };
    try {
      await migration.down(runner);
      await insert('示例路1號。');
      await insert('示例路2号二层');
      const [twin] = await insert('示例路1号');
      await runner.startTransaction();
      const refusal = await migration.up(runner).catch((error: unknown) => error);
      await runner.rollbackTransaction();
      expect(refusal).toMatchObject({ name: 'StartError', message: expect.stringContaining(twin?.id ?? '') });
      expect(await keys()).toContain('示例路1號。');

      await database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [twin?.id]);
      await migration.up(runner);
      expect(await keys()).toEqual(['示例路1号', '示例路2号2楼']);
      await expect(insert('示例路2号2F')).rejects.toMatchObject({ constraint: 'institution_site' });
    } finally {
      await runner.release();
      await owner.destroy();
    }
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
