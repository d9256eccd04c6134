import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { TestApp } from '@zhaoguan/testing';
import { parse } from 'csv-parse/sync';
import { ImportInstitutions } from '../src/use-cases/import-institutions';

const HEADER = '机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,床位数/托位数,备案编号';
const CODE = '526101160000000199';
const NUMBER = '610116-YL-2024-0001';
const ADDRESS = '陕西省西安市长安区韦曲街道示例康养路5号';
const REGISTERED = `示例·静安养老院,${CODE},养老机构,610116,${ADDRESS},120,${NUMBER}`;

describe('a directory that writes addresses otherwise than the register', () => {
  let app: TestApp;
  let count = 0;
  const run = async (...lines: readonly string[]) => {
    count += 1;
    const file = join(app.config.dataDir, `directory-${count}.csv`);
    writeFileSync(file, [HEADER, ...lines].join('\n'));
    const caller = { ...systemCaller('test'), districts: ['*'] };
    const summary = await app.nest.get(ImportInstitutions).execute(caller, file, `${file}.report.csv`);
    const report = parse(readFileSync(`${file}.report.csv`, 'utf8'), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    return { summary, faults: report.slice(1).filter(([row]) => /^\d+$/.test(row ?? '')) };
  };
  const at = (address: string, rest = `120,${NUMBER}`) =>
    `示例·静安养老院,${CODE},养老机构,610116,${address},${rest}`;
  const registered = async () =>
    (await app.database.query<{ address: string }>('select address from institutions.institution')).length;

  beforeEach(async () => {
    app = await TestApp.start({ worker: false });
    await run(REGISTERED);
  });
  afterEach(() => app.stop());

  it('finds the institution whichever names of province, city and county stand before its address', async () => {
    for (const beginning of [
      '',
      '长安区',
      '西安市长安区',
      '陕西省长安区',
      '陕西省',
      '陕西省 西安市',
      '西安市',
    ]) {
      const { summary, faults } = await run(at(`${beginning}韦曲街道示例康养路５号`));
      expect([beginning, faults, summary.unchanged, summary.added]).toEqual([beginning, [], 1, 0]);
    }
    expect(await registered()).toBe(1);
  });

  it('finds it under the whole address as well, when the register holds the short one', async () => {
    const short = `示例·短址养老院,${CODE},养老机构,610116,韦曲街道示例短路8号,30,`;
    expect((await run(short)).summary).toMatchObject({ added: 1 });
    const whole = short.replace('韦曲', '陕西省西安市长安区韦曲');
    expect((await run(whole)).summary).toMatchObject({ added: 0, unchanged: 1, faulty: 0 });
  });

  it('says that the particulars differ, whichever way the address begins', async () => {
    const { summary, faults } = await run(at('西安市长安区韦曲街道示例康养路5号', `130,${NUMBER}`));
    expect(summary).toMatchObject({ added: 0, faulty: 1 });
    expect(faults[0]?.[3]).toContain('导入不覆盖在册信息');
  });

  it.each([
    ['the street office left out', '长安区示例康养路5号'],
    ['the building added', `${ADDRESS}3号楼`],
    ['names of places cut short', '陕西西安长安区韦曲街道示例康养路5号'],
    ['only the end of the address', '示例康养路5号'],
  ])('refuses what may be the same, and names it: %s', async (_what, address) => {
    const { summary, faults } = await run(at(address, '120,'));
    expect(summary).toMatchObject({ added: 0, faulty: 1 });
    expect(faults).toEqual([
      ['2', '详细地址', address, expect.stringContaining(`疑似与名录中的机构重复（${NUMBER}）`)],
    ]);
    expect(await registered()).toBe(1);
  });

  it('refuses what may be the same under another name, unless both have a number of their own', async () => {
    const other = at('长安区示例康养路5号', '120,').replace('静安', '静安老年');
    expect((await run(other)).summary).toMatchObject({ added: 0, faulty: 1 });
    expect((await run(`${other}610116-YL-2024-0002`)).summary).toMatchObject({ added: 1, faulty: 0 });
  });

  it('takes another house, another kind, another legal person and another county for what they are', async () => {
    const { summary, faults } = await run(
      at('长安区韦曲街道示例康养路15号', '120,'),
      at('长安区示例康养路5号', '30,').replace(',养老机构', ',托育机构'),
      at('长安区示例康养路5号', '30,').replace(CODE, '12330106000000035P'),
      at('示例康养路5号', '30,').replace(',610116,', ',330106,'),
    );
    expect([faults, summary.added]).toEqual([[], 4]);
  });

  it('takes one of two spellings in one file, and says of which row or institution the other one is', async () => {
    const row = (address: string) => `示例·双列养老院,${CODE},养老机构,610116,${address},30,`;
    const { summary, faults } = await run(
      row('陕西省西安市长安区韦曲街道示例双路6号'),
      row('韦曲街道示例双路6号'),
      row('示例双路6号'),
    );
    expect(summary).toMatchObject({ added: 1, faulty: 2 });
    expect(faults).toEqual([
      ['3', '统一社会信用代码（B列）', CODE, '与第2行是同一机构的同一场所'],
      ['4', '详细地址', '示例双路6号', expect.stringContaining('（示例·双列养老院）')],
    ]);
  });

  it('reports in the order of the sheet, whoever finds the fault', async () => {
    const { faults } = await run(
      at('长安区示例康养路5号', '120,'),
      at('示例坏路1号', '很多,'),
      at('西安市长安区韦曲街道示例康养路5号', `130,${NUMBER}`),
      at('示例坏路2号', '很多,'),
    );
    expect(faults.map(([row]) => row)).toEqual(['2', '3', '4', '5']);
  });
});
