import type { LegalCitation } from '@zhaoguan/contracts';
import {
  checkPhone,
  checkResidentId,
  checkUscc,
  EARLY_DAY,
  isDistrictCode,
  isMeantDay,
  isPlainDate,
  type PlainDate,
} from '@zhaoguan/kernel';

/** What is said of a text that is no code of its type; the interface says the same. */
export interface CodeType {
  readonly code: string;
  readonly message: string;
  /** The standard that says how the code is made. */
  readonly basis?: LegalCitation;
  /** @param today known where the form is checked; the shape of a request is checked without */
  readonly accepts: (text: string, today?: PlainDate) => boolean;
  /** Says more of some texts than `message` does: of a day that is written well and can nevertheless not be meant. */
  readonly says?: (text: string) => string | null;
}

/** Types whose values are codes with a check of their own. Whether a district exists is known to the reference data. */
export const CODE_TYPES = {
  uscc: {
    code: 'INVALID_USCC',
    message: '统一社会信用代码不正确，请对照登记证书核对 18 位代码',
    basis: {
      law: '《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）',
      article: '统一代码构成和校验码的规定',
    },
    accepts: (text) => checkUscc(text).ok,
  },
  residentId: {
    code: 'INVALID_RESIDENT_ID',
    message: '居民身份证号不正确，请核对 18 位号码',
    basis: { law: '《公民身份号码》（GB 11643-1999）', article: '号码结构和校验码的规定' },
    accepts: (text, today) => checkResidentId(text, today).ok,
  },
  phone: {
    code: 'INVALID_PHONE',
    message: '电话号码不正确，请填写手机号码或者带区号的固定电话号码',
    accepts: (text) => checkPhone(text).ok,
  },
  date: {
    code: 'INVALID_DATE',
    message: '日期不正确，请按 2026-11-21 的格式填写',
    accepts: isMeantDay,
    says: (text) => (isPlainDate(text) && !isMeantDay(text) ? EARLY_DAY : null),
  },
  district: {
    code: 'UNKNOWN_DISTRICT',
    message: '行政区划代码不存在，请填写六位县级行政区划代码',
    accepts: isDistrictCode,
  },
  township: {
    code: 'UNKNOWN_DISTRICT',
    message: '乡镇（街道）代码不存在，请填写九位乡级行政区划代码',
    accepts: (text) => /^\d{9}$/.test(text) && isDistrictCode(text.slice(0, 6)),
  },
} as const satisfies Readonly<Record<string, CodeType>>;

/** What is said of this text, which is no code of the type. */
export const messageOf = ({ message, says }: CodeType, text: unknown): string =>
  (typeof text === 'string' ? says?.(text) : null) ?? message;

/** What is wrong with what was typed as a day; null where nothing is. */
export const faultOfDay = (text: string): string | null =>
  CODE_TYPES.date.accepts(text) ? null : messageOf(CODE_TYPES.date, text);
