import {
  formOfLicence,
  noticeInWords,
  SITE_NAMES,
  type FilingType,
  type Form,
  type Kind,
  type Regime,
} from '@zhaoguan/contracts';
import { chineseDate } from '@zhaoguan/kernel';
import type { Filing } from './filing';
import { isNotice } from './filing-types';
import { goingOnInWords, namedLicence, renewedFrom, type LicenceBefore } from './licence-before';
import { promisedInWords, type Promised } from './promised-in-words';

/** What a licence says beside what it licenses. */
interface LicenceText {
  readonly body: string;
  readonly verification: string;
  /** 自2027年7月1日至2032年6月30日; null for what is told by an institution that has its licence already. */
  readonly validity: string | null;
}

interface LicenceFacts {
  readonly filing: Filing;
  readonly promised: readonly Promised[];
  readonly licenceBefore: LicenceBefore | null;
}

/**
 * The certificate (许可证), also of a licence that goes on (延续), or what an institution with one is given when it tells that it stops, goes on or ends.
 * @param tables what its tables show, of a change
 * @law 行政许可法第三十八条第一款、第三十九条、第四十九条、第五十条、第八十条第一项
 */
export function licenceText({ filing, promised, licenceBefore }: LicenceFacts, tables: string): LicenceText {
  const { type, licenceLaw, renewal, application } = filing;
  const you = application.siteType === 'HOME' ? '你' : '你机构';
  if (isNotice(type)) {
    const act = noticeInWords(filing);
    return {
      body: `${you}报送的${act}材料收悉。根据${licenceLaw ?? ''}，现予登记，许可证编号不变。${arrangedInWords(filing)}如下：`,
      verification: '扫描二维码可以核验本回执的真伪和许可证的状态。',
      validity: null,
    };
  }
  const by = `根据${licenceLaw ?? ''}和《中华人民共和国行政许可法》`;
  const promise = promisedInWords(promised);
  const body =
    type === 'CHANGE'
      ? `经审查，${you}变更许可事项的申请符合法定条件、标准。${by}第四十九条，准予变更，以前颁发的同一编号的许可证由本证代替。${promise}${tables}如下：`
      : renewal !== null && licenceBefore !== null
        ? `经审查，${you}延续许可有效期的申请符合法定条件、标准。${by}第五十条，准予延续，${namedLicence(licenceBefore)}由本证代替。${promise}许可事项如下：`
        : `经审查，${you}的申请符合法定条件、标准。${by}第三十八条、第三十九条，颁发本许可证。${promise}许可事项如下：`;
  return {
    body,
    verification:
      '本许可证不得涂改、倒卖、出租、出借或者以其他形式非法转让（《中华人民共和国行政许可法》第八十条）。扫描二维码可以核验本许可证的真伪和状态。',
    validity: validityInWords(filing),
  };
}

/** What is filed, or licensed, of an institution. */
export const filedInWords = (regime: Regime): string => (regime === 'LICENCE' ? '许可事项' : '备案项目');

/** What stands on the receipt of a notice (暂停、恢复、终止): what ends has no items in force. */
export function arrangedInWords(filing: Pick<Filing, 'type' | 'regime' | 'prolongs'>): string {
  const { type, regime } = filing;
  const arranged = `${noticeInWords(filing)}的安排`;
  return type === 'CLOSURE' ? arranged : `${arranged}和现行${filedInWords(regime)}`;
}

/** A change leaves the day from which the licence holds, and names its last one; what goes on tells the term that is added. */
function validityInWords(filing: Filing): string {
  const { filedOn, validUntil, type } = filing;
  if (validUntil === null) return '长期';
  const goesOn = renewedFrom(filing);
  if (goesOn !== null) return goingOnInWords(goesOn, validUntil);
  const from = type === 'CHANGE' || filedOn === null ? '' : `自${chineseDate(filedOn)}`;
  return `${from}至${chineseDate(validUntil)}`;
}

/**
 * The form is the same, and is called an application (申请书) where a licence is asked for, and after the 家庭托育点 where that is
 * what is filed.
 */
export function formUnder<F extends Form>(
  form: F,
  asked: {
    readonly kind: Kind;
    readonly type: FilingType;
    readonly regime: Regime;
    readonly siteType: 'HOME' | null;
  },
): F {
  const { kind, type, regime, siteType } = asked;
  if (regime === 'FILING') return { ...form, title: calledBySite(form.title, asked) };
  if (isNotice(type)) {
    const licensed = formOfLicence(form);
    return { ...licensed, title: calledBySite(licensed.title, asked) };
  }
  return { ...formOfLicence(form), title: `${SITE_NAMES[siteType ?? kind]}许可申请书` };
}

function calledBySite(
  title: string,
  { kind, siteType }: { readonly kind: Kind; readonly siteType: 'HOME' | null },
): string {
  return siteType === null ? title : title.replace(SITE_NAMES[kind], SITE_NAMES[siteType]);
}
