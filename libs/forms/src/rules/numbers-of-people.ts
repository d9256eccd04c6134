import { isRecord, priceEnds } from '../answers';
import { BROKEN, KEPT, NUMBERS, rowsOf, type RuleKind } from './rule';

const sumOf = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);

/** The parts together are not more than the whole: 全托床位 and 日托床位 are all the beds there are. */
export const bedsWithinWhole: RuleKind = {
  looksAt: [NUMBERS, NUMBERS, NUMBERS],
  parameters: [],
  judge: ({ values: [full, day, whole] }) =>
    typeof whole === 'number' && sumOf([full, day]) > whole ? BROKEN : KEPT,
};

/**
 * Not more people live there than it has beds.
 * @law 关于加强养老机构预收费监管的指导意见（民发〔2024〕19号）: 交费的老年人不超过备案床位数
 */
export const residentsWithinBeds: RuleKind = {
  looksAt: [NUMBERS, NUMBERS, NUMBERS, NUMBERS],
  parameters: [],
  words: ['residents'],
  told: '收住老年人的总人数不能超过床位数',
  judge: ({ values: [able, partly, fully, beds] }) => {
    const residents = sumOf([able, partly, fully]);
    return typeof beds === 'number' && residents > beds ? [{ words: { residents } }] : KEPT;
  },
};

/** Not more people than are registered places or beds. What is registered may be out of date, so it is to be looked at. */
const withinRegistered = (word: 'beds' | 'places', told: string): RuleKind => ({
  looksAt: [NUMBERS],
  parameters: [],
  besides: ['/institution/capacity'],
  words: [word],
  told,
  judge: ({ values: [people], besides: [capacity] = [] }) =>
    typeof people === 'number' && typeof capacity === 'number' && people > capacity
      ? [{ words: { [word]: capacity } }]
      : KEPT,
});

/**
 * Not more children than there are places.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）: 备案登记的托位; 变更备案登记事项的，向原备案机关办理变更备案
 */
export const withinPlaces = withinRegistered(
  'places',
  '在托婴幼儿数超过托位数的，请核对；托位有变化的，应当办理变更',
);

/**
 * Not more residents than there are beds, of an institution that stops.
 * @law 养老机构管理办法（民政部令第66号）: 变更备案的规定
 */
export const withinBeds = withinRegistered(
  'beds',
  '在住老年人数超过床位数的，请核对；床位有变化的，应当办理变更',
);

/**
 * A deposit (押金) is at most so many times the monthly price of a bed, both at their highest.
 * @law 关于加强养老机构预收费监管的指导意见（民发〔2024〕19号）: 押金不得超过月床位费的12倍
 */
export const depositWithin: RuleKind = {
  looksAt: [['rows']],
  parameters: ['times'],
  judge: ({ values: [fees], parameters: { times } }) => {
    const highest = (item: string, per?: string): number | null => {
      const prices = rowsOf(fees)
        .filter((row) => row['item'] === item && (per === undefined || row['per'] === per))
        .map(({ amount }) => (isRecord(amount) ? priceEnds(amount).to : undefined))
        .filter((to) => typeof to === 'number');
      return prices.length === 0 ? null : Math.max(...prices);
    };
    const [deposit, bed] = [highest('DEPOSIT'), highest('BED', 'MONTH')];
    return deposit !== null && bed !== null && times !== undefined && deposit > times * bed ? BROKEN : KEPT;
  },
};
