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

/**
 * Not more children than there are places. What is registered may be out of date, so it is to be looked at.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）: 备案登记的托位; 变更备案登记事项的，向原备案机关办理变更备案
 */
export const withinPlaces: RuleKind = {
  looksAt: [NUMBERS],
  parameters: [],
  besides: ['/institution/capacity'],
  words: ['places'],
  told: '在托婴幼儿数超过托位数的，请核对；托位有变化的，应当办理变更',
  judge: ({ values: [children], besides: [places] = [] }) =>
    typeof children === 'number' && typeof places === 'number' && children > places
      ? [{ words: { places } }]
      : KEPT,
};

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
