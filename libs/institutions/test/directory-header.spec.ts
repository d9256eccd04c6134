import { DirectoryParser } from '../src/domain/directory-row-parser';
import { DIRECTORY_HEADER as HEADER, divisions, sheetRow, TODAY } from './directory-files';

describe('the header', () => {
  const parser = (defaultKind: 'ELDERLY_CARE' | null = null) =>
    new DirectoryParser({ divisions: divisions(), defaultKind, today: TODAY, maxColumns: 256 });

  it('may stand below titles and blank rows', () => {
    const p = parser();
    expect(p.accept(sheetRow(1, ['西安市长安区养老机构名录']))).toEqual({ type: 'SKIPPED' });
    expect(p.accept(sheetRow(2, []))).toEqual({ type: 'SKIPPED' });
    expect(p.accept(sheetRow(3, ['单位：张', null, '2026年11月']))).toEqual({ type: 'SKIPPED' });
    expect(p.accept(sheetRow(4, HEADER))).toEqual({ type: 'HEADER', ignoredColumns: ['床位使用率'] });
  });

  it('may use other words', () => {
    const header = ['单位名称', '社会信用代码', '类别', '区县', '地址', '法人代表', '手 机', '总床位数*'];
    expect(parser().accept(sheetRow(1, header))).toEqual({ type: 'HEADER', ignoredColumns: [] });
  });

  it('must have what a row needs', () => {
    const outcome = parser().accept(sheetRow(1, ['机构名称', '法定代表人', '联系电话']));
    expect(outcome).toMatchObject({
      type: 'UNREADABLE',
      faults: [
        {
          reason:
            '缺少“统一社会信用代码”、“详细地址”、“机构类型”、“行政区划代码”或“所在区县”、“床位数”或“托位数”列',
        },
      ],
    });
  });

  it('needs no kind when the importer names one', () => {
    const header = ['机构名称', '统一社会信用代码', '所在区县', '详细地址', '床位数'];
    expect(parser('ELDERLY_CARE').accept(sheetRow(1, header)).type).toBe('HEADER');
    expect(parser().accept(sheetRow(1, header)).type).toBe('UNREADABLE');
  });

  it('must not say a thing twice', () => {
    expect(parser().accept(sheetRow(1, [...HEADER, '手机号码']))).toMatchObject({
      type: 'UNREADABLE',
      faults: [{ reason: '“联系电话”（I列）与“手机号码”（S列）含义相同，请只保留一列' }],
    });
  });

  it('is given up after twenty rows, or at the end', () => {
    expect(parser().accept(sheetRow(21, ['没有表头'])).type).toBe('UNREADABLE');
    expect(parser().end().type).toBe('UNREADABLE');
  });
});
