import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { projectRoot } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import type { ImportProgress } from '../src/use-cases/import-batches';
import { ImportInstitutions } from '../src/use-cases/import-institutions';

const HEADER =
  '机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,床位数/托位数,护理型床位数,备案编号,信用等级';
const GOOD =
  '示例·甲养老院,526101160000000199,养老机构,610116,陕西省西安市长安区示例路1号,120,72,610116-YL-2024-0001,A';

describe('importing a directory into the registry', () => {
  let app: TestApp;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  const run = async (lines: readonly string[], districts: readonly string[] = ['*']) => {
    count += 1;
    const file = join(app.config.dataDir, `directory-${count}.csv`);
    writeFileSync(file, lines.join('\n'));
    const report = `${file}.report.csv`;
    const caller = { ...systemCaller('test'), districts };
    const progress: ImportProgress[] = [];
    const imported = app.nest.get(ImportInstitutions);
    const summary = await imported.execute(caller, file, report, {
      onProgress: (done) => progress.push(done),
    });
    return { summary, progress, report: readFileSync(report, 'utf8') };
  };
  const registry = () =>
    app.database.query<Record<string, unknown>>(
      'select name, uscc, kind, legal_form, capacity, nursing_beds, grade, filing_number, source, xmin::text from institutions.institution order by uscc',
    );

  it('takes the good rows, reports the bad one with row, column and reason, and changes nothing the second time', async () => {
    const bad = '示例·乙养老院,526101160000000198,养老机构,610116,示例路2号,很多,,,';
    const first = await run([HEADER, GOOD, bad]);
    expect(first.summary).toMatchObject({ rows: 2, accepted: 1, faulty: 1, added: 1, unchanged: 0 });
    expect(first.report).toContain(
      '"3","统一社会信用代码（B列）","526101160000000198","统一社会信用代码校验码不符',
    );
    expect(first.report).toContain('"3","床位数/托位数（F列）","很多"');
    const stored = await registry();
    expect(stored).toMatchObject([
      {
        uscc: '526101160000000199',
        legal_form: 'PRIVATE_NON_ENTERPRISE',
        capacity: 120,
        grade: 'A',
        source: 'IMPORT',
      },
    ]);

    const second = await run([HEADER, GOOD, bad]);
    expect(second.summary).toMatchObject({ added: 0, unchanged: 1, faulty: 1 });
    expect(await registry()).toEqual(stored);
  });

  it('imports the rows beside one with half a character', async () => {
    const line = '示例·残字养老院\ufffd,526101160000000199,养老机构,610116,示例路99号,120,,,';
    const other = '示例·完好养老院,526101160000000199,养老机构,610116,示例路98号,120,,,';
    const { summary } = await run([HEADER, line, other]);
    expect(summary).toMatchObject({ added: 1, faulty: 1 });
  });

  it('does not overwrite what stands in the registry, and says so', async () => {
    const changed = await run([HEADER, GOOD.replace(',120,72,', ',130,72,')]);
    expect(changed.summary).toMatchObject({ added: 0, faulty: 1, accepted: 0 });
    expect(changed.report).toContain('内容不同（床位数在名录中为“120”，本行为“130”），导入不覆盖在册信息');
    const all = await run([
      HEADER,
      GOOD.replace('甲养老院', '甲老年公寓').replace(',120,72,610116-YL-2024-0001', ',12,,'),
    ]);
    expect(all.report).toContain(
      '机构名称在名录中为“示例·甲养老院”，本行为“示例·甲老年公寓”；床位数在名录中为“120”，本行为“12”；护理型床位数在名录中为“72”，本行为空；备案编号在名录中为“610116-YL-2024-0001”，本行为空）',
    );
    const stolen = await run([
      HEADER,
      '示例·丙养老院,526101160000000199,养老机构,610116,陕西省西安市长安区示例路31号,30,,610116-YL-2024-0001,',
    ]);
    expect(stolen.report).toContain('备案编号已属于名录中的另一家机构');
  });

  it('says of another 机构性质 that the registry has a different one, and counts the row', async () => {
    const header = '机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,床位数/托位数,机构性质';
    const row = (ownership: string) =>
      `示例·辛养老院,526101160000000199,养老机构,610116,陕西省西安市长安区示例路71号,30,${ownership}`;
    expect((await run([header, row('民办')])).summary).toMatchObject({ added: 1 });
    for (const same of ['民办', '']) {
      expect((await run([header, row(same)])).summary).toMatchObject({ unchanged: 1, faulty: 0 });
    }
    for (const other of ['公建民营', '用人单位办']) {
      const { summary, report } = await run([header, row(other)]);
      expect(summary).toMatchObject({ added: 0, unchanged: 0, faulty: 1 });
      expect(report).toContain(`内容不同（机构性质在名录中为“民办”，本行为“${other}”）`);
    }
  });

  it('takes a 养老机构 of fewer than ten beds with a remark, not a 托育机构 of as few places', async () => {
    const lines = [
      HEADER,
      '示例·幸福院,526101160000000199,养老机构,610116,示例路81号,9,,,',
      '示例·十床院,526101160000000199,养老机构,610116,示例路82号,10,,,',
      '示例·小托育园,12330106000000035P,托育机构,610116,示例路83号,9,,,',
    ];
    const first = await run(lines);
    expect(first.summary).toMatchObject({ rows: 3, added: 3, faulty: 0, remarked: 1 });
    expect(first.report).toContain('"2","床位数/托位数（F列）","9","提示：床位数不足10张');
    expect(first.report).toContain('"汇总","可以导入、有提示","1"');
    expect((await run(lines)).summary).toMatchObject({ unchanged: 3, remarked: 1 });
    const refused = await run([HEADER, lines[1]!.replace(',9,,,', ',8,,,')]);
    expect(refused.summary).toMatchObject({ faulty: 1, remarked: 0 });
    expect(refused.report).not.toContain('提示');
  });

  it('gives nobody a number that another one has, in any spelling, or had', async () => {
    const row = (number: string) =>
      `示例·戊养老院,526101160000000199,养老机构,610116,陕西省西安市长安区示例路35号,30,,${number},`;
    for (const number of ['610116-yl-2024-0001', '610116 - YL - 2024 - 0001', '610116–YL–2024–0001']) {
      const { summary, report } = await run([HEADER, row(number)]);
      expect(summary).toMatchObject({ added: 0, faulty: 1 });
      expect(report).toContain('备案编号已属于名录中的另一家机构');
    }
    await app.database.query(
      `update institutions.institution set filing_number = '610116-YL-2025-0007' where filing_number = '610116-YL-2024-0001'`,
    );
    expect((await run([HEADER, row('610116-YL-2024-0001')])).summary).toMatchObject({ added: 0, faulty: 1 });
    await expect(app.database.query('delete from institutions.former_number')).rejects.toThrow('append-only');
  });

  it('takes no number of a licence for one of a filing, and knows one that was granted', async () => {
    const row = (number: string, address = '示例路61号') =>
      `示例·庚托育园,12330106000000035P,托育机构,610116,${address},30,,${number},`;
    for (const letters of ['TYXK', 'JTXK']) {
      const { summary, report } = await run([HEADER, row(`610116-${letters}-2025-0001`)]);
      expect(summary).toMatchObject({ added: 0, faulty: 1 });
      expect(report).toContain('不是备案编号');
    }
    await run([HEADER, row('610116-TY-2025-0001')]);
    await app.database.query(
      `update institutions.institution set filing_number = '610116-TYXK-2025-0001', regime = 'LICENCE'
        where filing_number = '610116-TY-2025-0001'`,
    );
    expect((await run([HEADER, row('610116-TYXK-2025-0001')])).summary).toMatchObject({
      unchanged: 1,
      faulty: 0,
    });
  });

  it('finds what an earlier version brought in under another spelling of its number', async () => {
    const old = '示例·己养老院,526101160000000199,养老机构,610116,示例路6号,20,,长安 yl–2020–1,';
    await run([HEADER, old]);
    await app.database.query(
      `update institutions.institution set filing_number = '长安 yl–2020–1' where filing_number = '长安YL-2020-1'`,
    );
    expect((await run([HEADER, old])).summary).toMatchObject({ unchanged: 1, faulty: 0 });
  });

  it('refuses rows outside the jurisdiction of the importer', async () => {
    const row = '示例·丁托育园,12330106000000035P,托育机构,330106,浙江省杭州市西湖区示例路1号,30,,,';
    const foreign = await run([HEADER, row], ['610116']);
    expect(foreign.summary).toMatchObject({ added: 0, faulty: 1 });
    expect((await run([HEADER, row])).summary).toMatchObject({ added: 1 });
  });

  it('imports nothing from a file that breaks off', async () => {
    const before = await registry();
    await expect(run(['甲,乙,丙', '1,2,3'])).rejects.toThrow(/没有找到表头/);
    expect(await registry()).toEqual(before);
  });

  it('tells how far it has come, after every thousand rows', async () => {
    const lines = Array.from(
      { length: 2500 },
      (_, i) => `示例·第${i}养老院,526101160000000199,养老机构,610116,示例路${1000 + i}号,120,,,`,
    );
    const { summary, progress } = await run([HEADER, ...lines]);
    expect(summary).toMatchObject({ added: 2500, faulty: 0 });
    const share = expect.any(Number) as number;
    expect(progress).toEqual([
      { rows: 1000, added: 1000, share, isRecalled: false },
      { rows: 2000, added: 2000, share, isRecalled: false },
      { rows: 2500, added: 2500, share, isRecalled: false },
    ]);
    const shares = progress.map((each) => each.share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('loads the invented demo directory without a single fault', async () => {
    const file = join(projectRoot(), 'seeds', 'demo', 'institutions.csv');
    const { summary } = await run(readFileSync(file, 'utf8').split('\r\n'));
    expect(summary).toMatchObject({ rows: 100, added: 100, faulty: 0 });
  });
});
