import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, parseForms, parseMaterials, type FormField, type Kind } from '@zhaoguan/contracts';
import { formInForce } from '@zhaoguan/forms';
import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { readCell } from '../src/import/case-cell';
import { columnsOf, materialOf, type CaseColumn } from '../src/import/case-columns';
import { changesText, reportText } from '../src/import/case-report';
import { CaseSheet, CaseSheetError, said } from '../src/import/case-sheet';

const seed = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference', name), 'utf8'));
const FORMS = parseForms(seed('forms.json')).items;
const MATERIALS = parseMaterials(seed('materials.json')).items;
const ON = plainDate('2026-11-27');

const columnsFor = (kind: Kind): readonly CaseColumn[] => {
  const form = formInForce(FORMS, { kind, type: 'INITIAL', on: ON });
  if (!form) throw new Error(`no form of ${kind}`);
  return columnsOf(form, MATERIALS);
};
const COLUMNS = new Map(KINDS.map((kind) => [kind, columnsFor(kind)]));
const fieldOf = (kind: Kind, header: string): FormField => {
  const found = COLUMNS.get(kind)?.find((column) => column.header === header);
  if (!found) throw new Error(`no column ${header}`);
  return found.field;
};
const FIXED = ['业务编号', '用户编号', '申请人姓名', '申请人统一社会信用代码', '机构种类'];

describe('a file with cases', () => {
  it.each(KINDS)(
    'of %s has a column of its own for everything that the form and the list of materials ask',
    (kind) => {
      const headers = columnsFor(kind).map(({ header }) => header);
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers.slice(0, 5)).toEqual(FIXED);
      expect(columnsFor(kind).filter((column) => materialOf(column) === 'COMMITMENT_LETTER')).not.toEqual([]);
      expect(columnsFor(kind).filter((column) => materialOf(column) === 'ASSISTANCE_STATEMENT')).toEqual([]);
    },
  );

  it('is told the steps of an application for a licence in the words of a licence', () => {
    const change = {
      position: '1',
      eventId: 'e',
      event: 'filing.accepted',
      reference: 'R-1',
      filingId: 'f',
      seq: 1,
      status: 'ACCEPTED',
      dueOn: null,
      correctBy: null,
      filingNumber: '610116-TYXK-2026-0001',
      at: new Date('2026-11-24T02:00:00Z'),
      institutionStatus: null,
      effectiveOn: null,
      filingEnd: null,
      paper: null,
      removal: null,
    } as const;
    const told = (regime: 'FILING' | 'LICENCE', renewal = false) =>
      changesText([change], new Map(), new Map([['f', { regime, renewal }]])).split('\n')[1];
    expect(told('LICENCE')).toContain('"准予许可","已许可"');
    expect(told('LICENCE', true)).toContain('"准予延续","已许可"');
    expect(told('FILING')).toContain('"准予备案","已备案"');
  });

  it('name which removal it is, how far it has come, and what the filing has become', () => {
    const change = {
      position: '7',
      eventId: 'e',
      event: 'removal.decided',
      reference: 'R-1',
      filingId: 'f',
      seq: 3,
      status: 'ACCEPTED',
      dueOn: null,
      correctBy: null,
      filingNumber: '610116-YL-2026-0001',
      at: new Date('2026-11-24T02:00:00Z'),
      institutionStatus: 'OPERATING',
      effectiveOn: '2026-11-24',
      filingEnd: 'REVOKED',
      paper: null,
      removal: {
        type: 'REVOCATION',
        number: '长民备撤决〔2026〕1号',
        issuedOn: '2026-11-24',
        service: null,
        statementUntil: null,
        checkUrl: 'https://示例/papers/ABCD',
      },
    } as const;
    const told = (regime: 'FILING' | 'LICENCE', renewal = false) =>
      changesText([change], new Map(), new Map([['f', { regime, renewal }]])).split('\n')[1];
    expect(told('FILING')).toContain('"撤销备案（决定）","备案已撤销"');
    expect(told('LICENCE')).toContain('"撤销行政许可（决定）","许可已撤销"');
    expect(told('FILING')).toContain(
      '"2026-11-24 10:00:00","在营","2026-11-24","长民备撤决〔2026〕1号","","https://示例/papers/ABCD"',
    );
  });

  it('says what the request by HTTP says', () => {
    const sheet = new CaseSheet(COLUMNS);
    const header = [...FIXED, '机构名称', '托位数', '班型与托位', '提供餐饮服务', '别名', '材料：备案承诺书'];
    expect(sheet.accept({ row: 1, cells: header, width: header.length })).toBeNull();
    expect(sheet.accept({ row: 2, cells: ['', ' '], width: 2 })).toBeNull();
    const cells = [
      'R-1',
      'u-1',
      '示例·李',
      '916100000000000518',
      '托育机构',
      '示例',
      '1,200',
      '托小班/2/30；托大班/1/20',
      '是',
      '',
      'a.pdf',
    ];
    expect(sheet.accept({ row: 3, cells, width: cells.length })).toEqual({
      row: 3,
      reference: 'R-1',
      document: {
        reference: 'R-1',
        applicant: { userReference: 'u-1', name: '示例·李', uscc: '916100000000000518' },
        kind: 'CHILDCARE',
        institution: {
          name: '示例',
          capacity: 1200,
          classes: [
            { type: 'YOUNGER_TODDLER', classes: 2, places: 30 },
            { type: 'OLDER_TODDLER', classes: 1, places: 20 },
          ],
          mealsProvided: true,
          particulars: { alias: null },
        },
      },
      files: new Map([['COMMITMENT_LETTER', 'a.pdf']]),
      faults: [],
    });
    expect(() => sheet.end()).not.toThrow();
  });

  it.each([
    [['编号'], '缺少“业务编号、用户编号'],
    [[...FIXED, '床铺'], '不认识的列“床铺”'],
    [[...FIXED, '机构名称', '机构名称'], '重复的列“机构名称”'],
  ])('with the header %j is none of ours', (cells, said) => {
    expect(() => new CaseSheet(COLUMNS).accept({ row: 1, cells, width: cells.length })).toThrow(said);
  });

  it('without any row is none either', () => {
    expect(() => new CaseSheet(COLUMNS).end()).toThrow(CaseSheetError);
  });

  it('never fails on what stands in a cell', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '养老机构',
        '托育机构',
        '全部',
        '//；；/',
        '1-2-3',
        '2026/1/1',
        '5.26E+17',
        '__proto__',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.array(cell, { minLength: 5, maxLength: 90 }),
        (kind, cells) => {
          const sheet = new CaseSheet(COLUMNS);
          const header = columnsFor(kind).map((column) => column.header);
          sheet.accept({ row: 1, cells: header, width: header.length });
          const row = sheet.accept({ row: 2, cells, width: cells.length });
          if (!row) return;
          for (const { pointer } of row.faults) expect(sheet.placeOf(row, pointer)).toContain('列）');
          expect(JSON.stringify(said(row.document))).not.toContain('null');
        },
      ),
    );
  });
});

describe('a cell', () => {
  it.each([
    ['ELDERLY_CARE', '床位数', '120', 120],
    ['ELDERLY_CARE', '床位数', '若干', '若干'],
    ['ELDERLY_CARE', '床位数', '1e9', '1e9'],
    ['ELDERLY_CARE', '服务设施面积', '3,600.50', 3600.5],
    ['ELDERLY_CARE', '提供餐饮服务', '否', false],
    ['ELDERLY_CARE', '提供餐饮服务', '有', '有'],
    ['ELDERLY_CARE', '法人类型', '事业单位', 'PUBLIC_INSTITUTION'],
    ['ELDERLY_CARE', '法人类型', '别的', '别的'],
    ['ELDERLY_CARE', '建立日期', '2026/1/5', '2026-01-05'],
    ['ELDERLY_CARE', '建立日期', '1921-07-01', '1921-07-01'],
    [
      'ELDERLY_CARE',
      '收费标准',
      '床位费/1200-3000/每月',
      [{ item: 'BED', amount: { from: 120_000, to: 300_000 }, per: 'MONTH' }],
    ],
    [
      'ELDERLY_CARE',
      '收费标准',
      '床位费/0.1/每月',
      [{ item: 'BED', amount: { from: 10, to: 10 }, per: 'MONTH' }],
    ],
    ['CHILDCARE', '服务形式', '全日托；临时托', ['FULL_DAY', 'TEMPORARY']],
    ['CHILDCARE', '服务形式', '', null],
  ] as const)('of %s, %s, that says %j is %j', (kind, header, text, value) => {
    expect(readCell(fieldOf(kind, header), text)).toEqual({ value });
  });

  it('refuses a day that is too early as the form does, with what to look at', () => {
    const read = readCell(fieldOf('ELDERLY_CARE', '建立日期'), '1026-01-05');
    expect(read).toEqual({ fault: '日期过早，应在 1900 年以后，请核对年份' });
  });

  it('may promise everything in a word', () => {
    const field = fieldOf('CHILDCARE', '备案承诺');
    expect(readCell(field, '全部')).toEqual({ value: field.options?.map(({ code }) => code) });
  });

  it.each([
    ['统一社会信用代码', '5.26101E+17', '科学计数'],
    ['建立日期', '2026-02-30', '日期'],
    ['收费标准', '床位费/1/每月/双人间/再说', '以“/”隔开'],
  ])('of %s that says %s cannot be read', (header, text, fault) => {
    expect(readCell(fieldOf('ELDERLY_CARE', header), text)).toEqual({
      fault: expect.stringContaining(fault) as string,
    });
  });
});

describe('what goes out', () => {
  it('is run by no spreadsheet, whatever partners and officials have written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const nasty = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' ='), text)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, (words) => {
        const report = reportText([
          {
            row: 2,
            reference: words,
            result: 'REFUSED',
            filingId: null,
            faults: [{ place: words, reason: words }],
          },
        ]);
        const change = {
          position: '1',
          eventId: 'e',
          event: 'filing.returned',
          reference: words,
          filingId: 'f',
          seq: 1,
          status: 'RETURNED',
          dueOn: null,
          correctBy: null,
          filingNumber: words,
          at: new Date('2026-11-24T02:00:00Z'),
          institutionStatus: null,
          effectiveOn: null,
          filingEnd: null,
          paper: null,
          removal: {
            type: 'REVOCATION',
            number: words,
            issuedOn: null,
            service: null,
            statementUntil: null,
            checkUrl: words,
          },
        } as const;
        const changes = changesText([change], new Map([['e', words]]), new Map());
        // A quote within a cell is written twice, so one alone after a comma or at the start of a line opens a cell.
        for (const out of [report, changes]) expect(out).not.toMatch(/(?:^|,)"\s*[=+@-]/mu);
      }),
      { examples: [['="+']] },
    );
  });
});
