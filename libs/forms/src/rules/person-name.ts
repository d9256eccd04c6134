import { BROKEN, KEPT, type RuleKind } from './rule';

/** Ideographs with the dots between the parts of the names of minorities. */
const IN_IDEOGRAPHS = /^[\p{Unified_Ideograph}〇々][\p{Unified_Ideograph}〇々·•‧・]*$/u;
/** As in the passport of a foreigner. */
const IN_LETTERS = /^\p{Script=Latin}[\p{Script=Latin}\p{Mn} .,'’·-]*$/u;

/**
 * A name is written as in an identity document, and so that every paper can print it.
 * @law 居民身份证法第四条: 居民身份证使用规范汉字填写, besides which an autonomous area may use the script of its people
 */
export const isPersonName: RuleKind = {
  looksAt: [['text']],
  parameters: [],
  judge: ({ values: [value] }) => {
    if (typeof value !== 'string') return KEPT;
    const name = value.normalize('NFKC').replace(/\s+/gu, ' ').trim();
    return IN_IDEOGRAPHS.test(name.replaceAll(' ', '')) || IN_LETTERS.test(name) ? KEPT : BROKEN;
  },
};
