import { guarded, hasNumberInCharacters } from './guarded';
import { hasHiddenMobile } from './hidden-mobile';

/** Figures and what people put between the figures of one number: 138 0000 0001, 138-0000-0001, 6222 0212 3456 7890. */
const RUN = /\d+(?:[\s\-–—‐.·()（）]+\d+)+/gu;
const DAY = '(?:19|20)\\d\\d[.-]\\d{1,2}[.-]\\d{1,2}';
/** 2024.01.01-2026.12.31: from a day to a day. */
const DAYS = new RegExp(`^${DAY}(?:[\\s\\-–—‐]+${DAY})+$`, 'u');
/** Food licences (JY) and permits to produce food (SC) are numbered by fourteen figures. @source 食品经营许可证编号 (JY), 食品生产许可管理办法 */
const FOOD_LICENCE = /(?<![A-Za-z])(?:JY|SC)\d{14}(?!\d)/g;
/** As long as a telephone, an account or a card, and not parted at all. */
const UNBROKEN = /\d{11,}[Xx]?/;

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(?:010|02\d|0[3-9]\d\d)[2-9]\d{6,7}$/;
const BANK_CARD = /^[3-9]\d{14,18}$/;
/** Of fifteen figures, as identity numbers had until 2013: a province, and a day of birth without its century. */
const OLD_IDENTITY = /^[1-6]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
/** Called so, it is one however it ends and is broken up. */
const CALLED = /(?:账号|账户|帐号|卡号)[^\d。；，]{0,4}(\d[\d\s\-–—‐.·()（）]*)/gu;
const SHORTEST_ACCOUNT = 11;
/** As it is embossed: in fours, what is left at the end. */
const IN_FOURS = /^\d{4}$/;

/** The last figure of a card follows from the others. @source GB/T 15694.1, Luhn */
function isCard(number: string): boolean {
  const sum = [...number].reverse().reduce((total, figure, place) => {
    const value = Number(figure) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return BANK_CARD.test(number) && sum % 10 === 0;
}

/** Whether some groups that stand in a row are a number of a person together; days, versions of standards, rooms and amounts are none. */
function holdsBroken(run: string): boolean {
  if (DAYS.test(run)) return false;
  const groups = run.match(/\d+/g) ?? [];
  return groups.some((_, first) => {
    let joined = '';
    let inFours = true;
    return groups.slice(first).some((group, place) => {
      inFours &&= place === 0 || IN_FOURS.test(groups[first + place - 1] ?? '');
      joined += group;
      const isTelephone = MOBILE.test(joined) || LANDLINE.test(joined);
      return isTelephone || OLD_IDENTITY.test(joined) || (inFours && isCard(joined));
    });
  });
}

const isCalledAccount = (words: string): boolean =>
  [...words.matchAll(CALLED)].some(([, run = '']) => run.replace(/\D/g, '').length >= SHORTEST_ACCOUNT);

/**
 * Whether words that everybody will read hold a number of a person: an identity number, a telephone, an account or a card, however its
 * figures are broken up or written.
 * @param words in NFKC, digits as 0 to 9, without the codes of legal persons
 * @law 个人信息保护法第二十五条
 */
export function holdsPersonalNumber(words: string): boolean {
  const written = words.replace(FOOD_LICENCE, '许可证');
  return (
    // What is masked in the notes of a case is a number of a person here as well.
    (guarded(written) ?? '') !== written.trim() ||
    hasNumberInCharacters(written) ||
    hasHiddenMobile(written) ||
    UNBROKEN.test(written) ||
    isCalledAccount(written) ||
    (written.match(RUN) ?? []).some(holdsBroken)
  );
}

/** The dot in whatever way it is said: zhang@qq点com. */
const MAIL = /[\w.+-]+@[\w-]+\s?[.点點。]\s?[\w.-]+/;
/** @param words in NFKC */
export const holdsMail = (words: string): boolean => MAIL.test(words);
