import { SITE_NAMES, type PaperBody } from '@zhaoguan/contracts';
import { chineseDate } from '@zhaoguan/kernel';
import { changeTables } from '../change-in-words';
import { legalBasisOf } from '../filing.deadlines';
import { promisedInWords } from '../promised-in-words';
import { ended, linesOf, remediesOf, submittedOn, you, type ActPaperFacts } from './paper-words';

type Licensed = ActPaperFacts['filing'];

/** 托育机构服务许可: what is applied for, as it stands in a title. */
export function licenceOf({ kind, type, application }: Licensed): string {
  const change = type === 'CHANGE' ? '变更' : '';
  return `${SITE_NAMES[application.siteType ?? kind]}服务${change}许可`;
}

export const applied = (filing: Licensed): string =>
  `${you(filing)}${submittedOn(filing)}提交的${licenceOf(filing)}申请`;

/**
 * 补正告知书: everything at once; not told within five days, the application counts as accepted on the day it came in.
 * @law 行政许可法第三十二条第一款第四项
 */
export function licenceCorrection({ filing, remarks, correctBy }: ActPaperFacts): PaperBody {
  if (correctBy === null) throw new Error(`filing ${filing.id} has no term for its corrections`);
  return {
    title: `${licenceOf(filing)}申请补正告知书`,
    opening: `${applied(filing)}收悉。经核对，申请材料不齐全或者不符合法定形式。根据${legalBasisOf(filing, 'return')}，现将需要补正的全部内容一次告知${you(filing)}：`,
    sections: [
      {
        heading: '需要补正的内容',
        paragraphs: [],
        items: remarks.map(({ place, message }) => `${place}：${ended(message)}。`),
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
export function licenceGrant({ filing, amendments, promised, remedies }: ActPaperFacts): PaperBody {
  const { filingNumber, validUntil, type } = filing;
  const stays = type === 'CHANGE' ? '不变' : '';
  const end =
    validUntil === null ? '' : `，有效期${stays === '' ? '' : '不变，'}至${chineseDate(validUntil)}`;
  const promise = promisedInWords(promised);
  return {
    title: `准予${licenceOf(filing)}决定书`,
    opening: `${applied(filing)}，本机关依法予以受理。经审查，符合法定条件、标准。根据${legalBasisOf(filing, 'accept')}，决定如下：`,
    sections: [
      {
        heading: '决定',
        paragraphs: [
          `准予${licenceOf(filing)}，许可证编号${filingNumber ?? ''}${stays}${end}。`,
          ...(type === 'CHANGE' ? ['以前颁发的同一编号的许可证由变更后的许可证代替。'] : []),
          '许可证与本决定书同时出具，自作出决定之日起十日内颁发、送达。',
        ],
      },
      ...(promise === '' ? [] : [{ heading: '告知承诺', paragraphs: [promise] }]),
      ...changeTables(amendments).map(({ title, items }) => ({
        heading: title,
        paragraphs: [],
        items: items.map(({ label, value }) => `${label}：${value}`),
      })),
      {
        heading: '变更和延续',
        paragraphs: [
          '许可事项变更的，应当向本机关申请变更。',
          ...(validUntil === null
            ? []
            : [
                '需要延续许可有效期的，应当在有效期届满三十日前向本机关申请；法律、法规、规章另有规定的，依照其规定。',
              ]),
        ],
      },
      remediesOf(remedies, '本决定'),
    ],
  };
}

/**
 * 不予行政许可决定书: reasons, and the right to have it reviewed or to sue. It is no notice that filed content does not meet the standards, and
 * is not told to the public as one.
 * @law 行政许可法第三十八条第二款
 */
export function licenceRefusal({ filing, reason, remedies }: ActPaperFacts): PaperBody {
  return {
    title: `不予${licenceOf(filing)}决定书`,
    opening: `${applied(filing)}，本机关依法予以受理。经审查，不符合法定条件、标准。根据${legalBasisOf(filing, 'refuse')}，决定不予许可，现将理由和依法享有的权利告知${you(filing)}：`,
    sections: [
      { heading: '理由', paragraphs: linesOf(reason) },
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
    title: `延长${licenceOf(filing)}办理期限告知书`,
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
