import { guarded } from './guarded';

/** Of a page or a formula; no certificate of registration has them. */
const MARKUP = /[<>＜＞]/u;
const UNPRINTED = /[\p{Cc}\p{Cs}\ufffd]/u;
const SERVICE_NUMBER = /(?<!\d)[48]00[\s-]?\d{3}[\s-]?\d{4}(?!\d)/u;
const AS_A_NUMBER = /(?:电话|手机|热线|tel)\s*[：:]?\s*[\d-]{5,}/iu;

/**
 * What is wrong with the name of an institution or another legal person, in words; undefined where nothing is. It is published as it is,
 * under the name of the authority.
 */
export function faultOfInstitutionName(name: string): string | undefined {
  if (MARKUP.test(name) || UNPRINTED.test(name))
    return '名称不能含有“<”“>”或者不能显示的字符，请按登记证书填写';
  const written = name.normalize('NFKC').trim();
  const hasNumber =
    (guarded(written) ?? '') !== written || SERVICE_NUMBER.test(written) || AS_A_NUMBER.test(written);
  return hasNumber ? '名称中不能有电话号码或者证件号码，请按登记证书填写；电话填在“对外服务电话”' : undefined;
}
