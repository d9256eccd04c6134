import { certificateState } from '../src/features/inspections/inspectors/certificate';
import { findItems, groupItems, offered, severitiesOf } from '../src/features/inspections/items/item-filter';

type Items = Parameters<typeof findItems>[0];

const items = [
  ['YL01', '登记证书', 'H', '严重', '运营秩序', '《老年人权益保障法》'],
  ['YL08', '疏散通道', 'V', '重大', '消防', '《消防法》'],
  ['YL09', '消防设施', 'L', '轻微', '消防', '《消防法》'],
].map(([code, title, severity, severityLabel, category, law]) => ({
  id: code,
  code,
  title,
  check: '是否符合要求',
  severity,
  severityLabel,
  category,
  legalBasis: [{ law, article: '第一条', binding: true }],
})) as unknown as Items;
const codes = (found: Items) => found.map(({ code }) => code);

describe('the catalogue of items', () => {
  it('is found by number, title, check or legal basis, and by severity', () => {
    expect(codes(findItems(items, { q: 'yl08' }))).toEqual(['YL08']);
    expect(codes(findItems(items, { q: ' 消防法 ' }))).toEqual(['YL08', 'YL09']);
    expect(codes(findItems(items, { q: '消防', severity: 'L' }))).toEqual(['YL09']);
    expect(codes(findItems(items, {}))).toHaveLength(3);
  });

  it('is grouped by subject in its own order, its severities the gravest first', () => {
    expect(groupItems(items).map(({ category, items: { length } }) => [category, length])).toEqual([
      ['运营秩序', 1],
      ['消防', 2],
    ]);
    expect(severitiesOf(items).map(({ label }) => label)).toEqual(['重大', '严重', '轻微']);
  });
});

describe('whether an inspector can be sent', () => {
  it.each([
    [true, '2029-12-31', 'good', '有效'],
    [true, '2027-01-20', 'good', '有效'],
    [true, '2027-01-19', 'attention', '执法证还有 60 天到期'],
    [true, '2026-11-20', 'attention', '执法证今天到期'],
    [true, '2026-11-19', 'stopped', '执法证已过期'],
    [false, '2029-12-31', 'stopped', '已停用'],
  ])('active %s, certificate until %s', (active, validUntil, tone, words) => {
    expect(certificateState({ active, validUntil }, '2026-11-20')).toEqual({ tone, words });
  });
});

describe('items of 家庭托育点', () => {
  const both = [
    { id: 'TY01', siteType: null, code: 'TY01', title: '登记', check: '', legalBasis: [] },
    { id: 'JT01', siteType: 'HOME', code: 'JT01', title: '收托人数', check: '', legalBasis: [] },
  ] as unknown as Items;

  it('are found apart from those of institutions', () => {
    expect(codes(findItems(both, { site: 'HOME' }))).toEqual(['JT01']);
    expect(codes(findItems(both, { site: 'INSTITUTION' }))).toEqual(['TY01']);
  });

  it('are not offered where none can be drawn, and offered while that is not known', () => {
    expect(codes(offered(both, 0))).toEqual(['TY01']);
    expect(codes(offered(both, 2))).toEqual(['TY01', 'JT01']);
    expect(codes(offered(both, undefined))).toEqual(['TY01', 'JT01']);
  });
});
