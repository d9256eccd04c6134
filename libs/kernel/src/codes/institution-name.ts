import { guarded, hasNumberInCharacters } from './guarded';

/** Of a page or a formula; no certificate of registration has them. */
const MARKUP = /[<>＜＞]/u;
const UNPRINTED = /[\p{Cc}\p{Cs}\ufffd]/u;
const SERVICE_NUMBER = /(?<!\d)[48]00[\s-]?\d{3}[\s-]?\d{4}(?!\d)/u;
/** What leads elsewhere: an address of the network, an account of a messenger, a page's own signs. */
const CONTACT = /:\/\/|www\.|\]\(|&#?\w+;|微信|(?<![a-z])qq\s*[：:]?\s*\d/iu;
/** Names are registered in Chinese characters (企业名称登记管理规定第五条); letters and figures may stand among them. */
const IN_CHINESE = /\p{Script=Han}.*\p{Script=Han}/u;
/** Figures of other scripts than ours, of which a number can be made. */
const OTHER_SCRIPTS = /(?![0-9])\p{Nd}{5,}/u;
const AS_A_NUMBER = /(?:电话|手机|热线|tel)\s*[：:]?\s*[\d-]{5,}/iu;

/**
 * What is wrong with the name of an institution or another legal person, in words; undefined where nothing is. It is published as it is,
 * under the name of the authority.
 */
export function faultOfInstitutionName(name: string): string | undefined {
  if (isUnfitForPrint(name)) return '名称不能含有“<”“>”或者不能显示的字符，请按登记证书填写';
  if (!IN_CHINESE.test(name)) return '名称应当使用汉字，与登记证书一致';
  return bearsNumber(name)
    ? '名称中不能有电话号码、证件号码或者网址，请按登记证书填写；电话填在“对外服务电话”'
    : undefined;
}

/** The same of its address, which is published beside the name. */
export function faultOfInstitutionAddress(address: string): string | undefined {
  if (isUnfitForPrint(address)) return '地址不能含有“<”“>”或者不能显示的字符';
  return bearsNumber(address)
    ? '地址会公开，不能有电话号码、证件号码或者网址，只写到门牌号、楼层；电话填在“对外服务电话”'
    : undefined;
}

const isUnfitForPrint = (text: string): boolean => MARKUP.test(text) || UNPRINTED.test(text);

/** Of a telephone or of a person, however it is written. */
function bearsNumber(text: string): boolean {
  const written = text.normalize('NFKC').trim();
  if (hasNumberInCharacters(written) || CONTACT.test(written) || OTHER_SCRIPTS.test(written)) return true;
  return (guarded(written) ?? '') !== written || SERVICE_NUMBER.test(written) || AS_A_NUMBER.test(written);
}
