import { BROKEN, KEPT, type RuleKind } from './rule';

/** A digit, or a Chinese number before what is counted along a road or in a village. */
const NUMBER = /[0-9]|[〇零一二三四五六七八九十百]+(?:号|弄|组|队|社|区|幢|栋|座|楼|层|单元|室)/u;

/**
 * An address has a number by which the site is found.
 * @law 养老机构管理办法（民政部令第66号）、托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）: the application
 *   states the place of service; whoever inspects it must find it
 */
export const saysNumber: RuleKind = {
  looksAt: [['text']],
  parameters: [],
  judge: ({ values: [address] }) =>
    typeof address === 'string' && !NUMBER.test(address.normalize('NFKC')) ? BROKEN : KEPT,
};
