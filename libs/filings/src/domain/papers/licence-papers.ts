import {
  PAPER_KINDS,
  sentence,
  SITE_NAMES,
  termInWords,
  type PaperBody,
  type PaperSection,
} from '@zhaoguan/contracts';
import { chineseDate } from '@zhaoguan/kernel';
import { changeTables } from '../change-in-words';
import { goingOnInWords, namedLicence, renewedFrom } from '../licence-before';
import { legalBasisOf } from '../filing.deadlines';
import { promisedInWords } from '../promised-in-words';
import { linesOf, remediesOf, submittedOn, you, type ActPaperFacts } from './paper-words';

type Licensed = ActPaperFacts['filing'];

/** 托育机构服务许可: what is applied for, as it stands in a title. */
function licenceOf({ kind, type, application }: Licensed): string {
  const change = type === 'CHANGE' ? '变更' : '';
  return `${SITE_NAMES[application.siteType ?? kind]}服务${change}许可`;
}

/** 托育机构服务许可申请, 托育机构服务许可延续申请: what was handed in. */
export const applicationOf = (filing: Licensed): string =>
  `${licenceOf(filing)}${filing.renewal === null ? '' : '延续'}申请`;

/** 托育机构服务许可, 延续托育机构服务许可: what is granted or refused. @law 行政许可法第五十条第二款 */
const decided = (filing: Licensed): string => `${filing.renewal === null ? '' : '延续'}${licenceOf(filing)}`;

export const applied = (filing: Licensed): string =>
  `${you(filing)}${submittedOn(filing)}提交的${applicationOf(filing)}`;

/** Which licence is asked to go on, in the opening of its papers; empty for any other application. */
export function toGoOn({ filing, licenceBefore }: ActPaperFacts): string {
  return filing.renewal === null || licenceBefore === null
    ? ''
    : `（申请延续${namedLicence(licenceBefore)}）`;
}

/**
 * 补正告知书: everything at once; not told within five days, the application counts as accepted on the day it came in.
 * @law 行政许可法第三十二条第一款第四项
 */
export function licenceCorrection(facts: ActPaperFacts): PaperBody {
  const { filing, remarks, correctBy } = facts;
  if (correctBy === null) throw new Error(`filing ${filing.id} has no term for its corrections`);
  return {
    title: `${applicationOf(filing)}补正告知书`,
    opening: `${applied(filing)}${toGoOn(facts)}收悉。经核对，申请材料不齐全或者不符合法定形式。根据${legalBasisOf(filing, 'return')}，现将需要补正的全部内容一次告知${you(filing)}：`,
    sections: [
      {
        heading: '需要补正的内容',
        paragraphs: [],
        items: remarks.map(({ place, message }) => `${place}：${sentence(message)}`),
      },
      {
        heading: '补正的期限和办法',
        paragraphs: [
          `请于${chineseDate(correctBy)}前（含当日）登录本系统，打开本件逐项补正后重新提交。申请材料齐全、符合法定形式，或者按照本告知书提交全部补正材料的，予以受理，审查期限自受理之日起计算。`,
          '逾期没有重新提交的，视为撤回本次申请；材料准备齐全后可以另行申请，不影响以后办理。',
        ],
      },
    ],
  };
}

/**
 * 准予行政许可决定书, which anybody may consult; of a change it says what is changed, as the new licence does.
 * @law 行政许可法第三十八条第一款、第四十条、第四十四条、第四十九条
 */
export function licenceGrant(facts: ActPaperFacts): PaperBody {
  const { filing, amendments, overtaken, promised, licenceTerms, remedies } = facts;
  if (licenceTerms === null) throw new Error(`filing ${filing.id} has no terms of a licence`);
  const { validUntil, type } = filing;
  const promise = promisedInWords(promised);
  return {
    title: `准予${decided(filing)}决定书`,
    opening: `${applied(filing)}${toGoOn(facts)}，本机关依法予以受理。经审查，符合法定条件、标准。根据${legalBasisOf(filing, 'accept')}，决定如下：`,
    sections: [
      {
        heading: '决定',
        paragraphs: [
          granted(facts),
          ...(type === 'CHANGE' ? ['以前颁发的同一编号的许可证由变更后的许可证代替。'] : []),
          `许可证与本决定书同时出具，自作出决定之日起${termInWords(licenceTerms.service, '')}内颁发、送达。`,
        ],
      },
      ...(promise === '' ? [] : [{ heading: '告知承诺', paragraphs: [promise] }]),
      ...changed(amendments, ({ title }) => title),
      ...keptAsChanged(overtaken),
      {
        heading: '变更和延续',
        paragraphs: [
          '许可事项变更的，应当向本机关申请变更。',
          ...(validUntil === null
            ? []
            : [
                `需要延续许可有效期的，应当在有效期届满${termInWords(licenceTerms.renewal, '')}前向本机关申请；法律、法规、规章另有规定的，依照其规定。`,
              ]),
        ],
      },
      remediesOf(remedies, '本决定'),
    ],
  };
}

/** 变更事项（原来→变更后）, of what is granted or asked for. */
const changed = (
  amendments: ActPaperFacts['amendments'],
  headed: (table: { readonly title: string }) => string,
): PaperSection[] =>
  changeTables(amendments).map((table) => ({
    heading: headed(table),
    paragraphs: [],
    items: table.items.map(({ label, value }) => `${label}：${value}`),
  }));

/** What a certificate prints of an institution. */
const PRINTED: ReadonlySet<string> = new Set(
  [
    'name',
    'uscc',
    'address',
    'legalRepresentative/name',
    'legalForm',
    'ownership',
    'capacity',
    'nursingBeds',
    'floorAreaM2',
    'premisesTenure',
    'serviceForms',
    'classes',
  ].map((below) => `/institution/${below}`),
);

/** What was changed since it was applied for, and stands in the licence in place of what the application says. */
function keptAsChanged(overtaken: ActPaperFacts['overtaken']): PaperSection[] {
  const items = overtaken.filter(({ pointer }) => PRINTED.has(pointer));
  if (items.length === 0) return [];
  return [
    {
      heading: '申请以后变更的事项',
      paragraphs: ['下列事项在申请以后经准予变更，许可证以变更后的内容为准：'],
      items: items.map(({ label, old, new: now }) => `${label}：申请时填写“${old}”，现为“${now}”`),
    },
  ];
}

/** What is decided: under which number, and until when; of a renewal in place of which licence. */
function granted({ filing, licenceBefore }: ActPaperFacts): string {
  const { validUntil, type, renewal } = filing;
  const number = filing.filingNumber ?? '';
  const until = validUntil === null ? null : chineseDate(validUntil);
  if (type === 'CHANGE') {
    const end = until === null ? '' : `，有效期不变，至${until}`;
    return `准予${licenceOf(filing)}，许可证编号${number}不变${end}。`;
  }
  if (renewal === null || licenceBefore === null) {
    return `准予${licenceOf(filing)}，许可证编号${number}${until === null ? '' : `，有效期至${until}`}。`;
  }
  const from = renewedFrom(filing);
  const end =
    validUntil === null
      ? '长期有效'
      : from === null
        ? `有效期至${chineseDate(validUntil)}`
        : `有效期${goingOnInWords(from, validUntil)}`;
  return `准予${decided(filing)}，${namedLicence(licenceBefore)}由编号${number}的许可证代替，${end}。`;
}

/** That what there is stays as it is, for a refusal reads like an end of it; nothing where there was no licence. */
function stillStands({ filing, licenceBefore, on }: ActPaperFacts): PaperSection[] {
  if (licenceBefore === null) return [];
  const named = namedLicence(licenceBefore);
  const { until } = licenceBefore;
  const ended = until !== null && until < on;
  const stands = ended
    ? `${named}有效期已经届满。`
    : filing.renewal === null
      ? `本决定不影响现有许可：${named}继续有效，许可事项维持不变。`
      : `本决定不影响现有许可在有效期内的效力：${named}继续有效，至${until === null ? '有效期' : chineseDate(until)}届满为止。`;
  return [{ heading: '现有许可', paragraphs: [stands] }];
}

/**
 * 不予行政许可决定书: reasons, and the right to have it reviewed or to sue. It is no notice that filed content does not meet the standards, and
 * is not told to the public as one.
 * @law 行政许可法第三十八条第二款
 */
export function licenceRefusal(facts: ActPaperFacts): PaperBody {
  const { filing, reason, amendments, remedies } = facts;
  const refused = filing.renewal === null ? (filing.type === 'CHANGE' ? '不予变更' : '不予许可') : '不予延续';
  return {
    title: `不予${decided(filing)}决定书`,
    opening: `${applied(filing)}${toGoOn(facts)}，本机关依法予以受理。经审查，不符合法定条件、标准。根据${legalBasisOf(filing, 'refuse')}，决定${refused}，现将理由和依法享有的权利告知${you(filing)}：`,
    sections: [
      ...changed(amendments, ({ title }) => `申请的${title}`),
      { heading: '理由', paragraphs: linesOf(reason) },
      ...stillStands(facts),
      {
        heading: '重新申请',
        paragraphs: ['上述情况改变、符合法定条件和标准的，可以重新申请，不影响以后办理。'],
      },
      remediesOf(remedies, '本决定'),
    ],
  };
}

/**
 * 延长行政许可办理期限告知书: the reasons for the extension, of which the applicant is to be told.
 * @law 行政许可法第四十二条第一款、第八十二条
 */
export function licenceExtension({ filing, reason, longer }: ActPaperFacts): PaperBody {
  if (longer === null) throw new Error(`filing ${filing.id} has no longer term`);
  const { days, dueBefore, dueAfter } = longer;
  return {
    title: PAPER_KINDS.LICENCE_EXTENSION.label,
    opening: `${applied(filing)}，本机关正在审查，原定于${chineseDate(dueBefore)}前（含当日）作出决定。因在该期限内不能作出决定，根据${legalBasisOf(filing, 'extend')}，经本机关负责人批准，延长办理期限，现将有关情况告知${you(filing)}：`,
    sections: [
      { heading: '延长期限的理由', paragraphs: linesOf(reason) },
      {
        heading: '延长后的期限',
        paragraphs: [
          `办理期限延长${days}个工作日，本机关将于${chineseDate(dueAfter)}前（含当日）作出准予或者不予许可的决定。`,
          `${you(filing)}无须另行提交材料。对延长期限有异议的，可以向本机关说明情况、提交有关材料。`,
        ],
      },
    ],
  };
}
