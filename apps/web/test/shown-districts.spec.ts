import { shownDistricts } from '../src/features/workbench/figures/shown-districts';

const division = (code: string, level: string, institutions: number) => ({
  code,
  name: `名${code}`,
  level,
  institutions,
});
const first = division('610116001', 'TOWNSHIP', 2);
const second = division('610116002', 'TOWNSHIP', 0);
const labels = (...figure: ReturnType<typeof division>[]) =>
  shownDistricts(figure).districts.map(({ label, institutions }) => [label, institutions]);

describe('the tiles of a county', () => {
  it('name first those that do not say in which township they lie', () => {
    expect(labels(first, second, division('610116', 'COUNTY', 3))).toEqual([
      ['未填写街道（乡镇）', 3],
      ['名610116001', 2],
      ['名610116002', 0],
    ]);
    expect(shownDistricts([first, division('610116', 'COUNTY', 3)]).note).toMatch(/^有 3 家机构没有填写/);
  });

  it('are one where no institution says so, rather than townships without any', () => {
    const figure = [second, division('610116', 'COUNTY', 3)];
    expect(labels(...figure)).toEqual([['名610116', 3]]);
    expect(shownDistricts(figure).note).toBe('3 家机构都没有填写所在的街道（乡镇），按全区（县）显示。');
  });

  it('are left as they are where every institution says so, and for a city', () => {
    expect(labels(first, second)).toEqual([
      ['名610116001', 2],
      ['名610116002', 0],
    ]);
    const city = [division('610116', 'COUNTY', 5), division('610118', 'COUNTY', 1)];
    expect(labels(...city)).toEqual([
      ['名610116', 5],
      ['名610118', 1],
    ]);
    expect(shownDistricts(city).note).toBeUndefined();
  });

  it('name the county too where several are shown', () => {
    const figure = [first, division('610118001', 'TOWNSHIP', 1), division('610116', 'COUNTY', 3)];
    expect(labels(...figure, division('610118', 'COUNTY', 4)).slice(0, 2)).toEqual([
      ['名610116，未填写街道（乡镇）', 3],
      ['名610118，未填写街道（乡镇）', 4],
    ]);
  });
});
