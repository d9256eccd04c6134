import { contestedBy, seenWith } from '../src/features/filings/form/contested';

const NAME = '/institution/name';
const CAPACITY = '/institution/capacity';
const ADDRESS = '/institution/address';

describe('answers that were kept on the device', () => {
  const pending = new Map<string, unknown>([
    [NAME, '示例·本机'],
    [CAPACITY, 80],
  ]);
  const contested = (institution: object, seen: ReadonlyMap<string, unknown>) => [
    ...contestedBy({ server: { institution }, pending, seen }),
  ];

  it('are contested where something else stands there than when they were typed', () => {
    const seen = new Map<string, unknown>([
      [NAME, '示例·原名'],
      [CAPACITY, null],
    ]);
    expect(contested({ name: '示例·原名' }, seen)).toEqual([]);
    expect(contested({ name: '示例·别处' }, seen)).toEqual([[NAME, '示例·别处']]);
    expect(contested({ name: '示例·原名', capacity: 60 }, seen)).toEqual([[CAPACITY, 60]]);
    expect(contested({}, seen)).toEqual([[NAME, undefined]]);
  });

  it('are not where the same was entered elsewhere, or nobody knows what stood there', () => {
    expect(contested({ name: '示例·本机' }, new Map([[NAME, '示例·原名']]))).toEqual([]);
    expect(contested({ name: '示例·别处' }, new Map())).toEqual([]);
  });

  it('remember what stood there when the first letter was typed, as long as they are on their way', () => {
    const first = seenWith(new Map(), { institution: { name: '示例·原名' } }, pending);
    expect([...first]).toEqual([
      [NAME, '示例·原名'],
      [CAPACITY, null],
    ]);
    const later = seenWith(
      first,
      { institution: { name: '示例·别处' } },
      new Map([...pending, [ADDRESS, '一号']]),
    );
    expect(later.get(NAME)).toBe('示例·原名');
    expect([...seenWith(first, {}, new Map())]).toEqual([]);
  });
});
