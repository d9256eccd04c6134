import { chineseDate } from '@zhaoguan/kernel';
import { caseWords, noticeInWords, type PaperBody, sentence, SITE_NAMES } from '@zhaoguan/contracts';
import type { Filing } from '../filing';
import { legalBasisOf } from '../filing.deadlines';
import { licenceAdmission, licenceDismissal } from './admission-papers';
import { intakeSlip } from './intake-slip';
import {
  applicationOf,
  licenceCorrection,
  licenceExtension,
  licenceGrant,
  licenceRefusal,
} from './licence-papers';
import type { ActPaper } from './paper-kinds';
import { linesOf, remediesOf, submittedOn, you, type ActPaperFacts } from './paper-words';

/** The body of each paper that an act gives out. */
export const ACT_PAPERS: Readonly<Record<ActPaper, (facts: ActPaperFacts) => PaperBody>> = {
  CORRECTION_NOTICE: correctionNotice,
  REFUSAL_NOTICE: refusalNotice,
  REGISTRATION_CORRECTION: correctionNotice,
  REGISTRATION_REFUSAL: refusalNotice,
  NONCONFORMITY_NOTICE: nonconformityNotice,
  LICENCE_CORRECTION: licenceCorrection,
  LICENCE_GRANT: licenceGrant,
  LICENCE_REFUSAL: licenceRefusal,
  LICENCE_EXTENSION: licenceExtension,
  LICENCE_ADMISSION: licenceAdmission,
  LICENCE_DISMISSAL: licenceDismissal,
  INTAKE_SLIP: (facts) => intakeSlip(facts, matterOf(facts.filing)),
  REGISTRATION_INTAKE_SLIP: (facts) => intakeSlip(facts, matterOf(facts.filing)),
  LICENCE_INTAKE_SLIP: (facts) => intakeSlip(facts, applicationOf(facts.filing)),
};

/** 补正通知书: everything that must be put right, told once, and until when. */
function correctionNotice({ filing, remarks, correctBy }: ActPaperFacts): PaperBody {
  if (correctBy === null) throw new Error(`filing ${filing.id} has no term for its corrections`);
  const again = filing.round > 1 ? '（第' + filing.round + '次提交）' : '';
  return {
    title: `${matterOf(filing)}补正通知书`,
    opening: `${received(filing)}${again}收悉。经核对，材料不齐全或者内容需要补正。根据${legalBasisOf(filing, 'return')}，现将需要补正的全部内容一次告知${you(filing)}：`,
    sections: [
      {
        heading: '需要补正的内容',
        paragraphs: [],
        items: remarks.map(({ place, message }) => `${place}：${sentence(message)}`),
      },
      {
        heading: '补正的期限和办法',
        paragraphs: [
          `请于${chineseDate(correctBy)}前（含当日）登录本系统，打开本件逐项补正后重新提交。重新提交以后，办理期限自收到之日起重新计算。`,
          `逾期没有重新提交的，视为撤回本次${caseWords(filing).matter}；材料准备齐全后可以另行提交，不影响以后办理。`,
        ],
      },
    ],
  };
}

/** 不予备案告知书: in writing, with the reasons, and what can be done against it. */
function refusalNotice({ filing, reason, remedies }: ActPaperFacts): PaperBody {
  const { matter } = caseWords(filing);
  return {
    title: `不予${matterOf(filing)}告知书`,
    opening: `${received(filing)}收悉。经核对，根据${legalBasisOf(filing, 'refuse')}，本机关对本次${matter}不予办理，现将理由和依法享有的权利告知${you(filing)}：`,
    sections: [
      { heading: '理由', paragraphs: linesOf(reason) },
      {
        heading: `重新${matter}`,
        paragraphs: [`上述情况改变、符合${matter}要求的，可以重新提交${matter}，不影响以后办理。`],
      },
      remediesOf(remedies, '本告知书'),
    ],
  };
}

/**
 * 不符合要求告知书: told to the institution with reasons, within fifteen working days of the materials, and to the public.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第九条
 */
function nonconformityNotice({ filing, reason, remedies }: ActPaperFacts): PaperBody {
  return {
    title: '托育机构备案内容不符合要求告知书',
    opening: `${received(filing)}收悉。经核对，备案内容不符合《托育机构设置标准（试行）》《托育机构管理规范（试行）》（国卫人口发〔2019〕58号）的要求。根据${legalBasisOf(filing, 'refuse')}，现将理由告知${you(filing)}：`,
    sections: [
      { heading: '不符合要求的内容和理由', paragraphs: linesOf(reason) },
      {
        heading: '向社会公开',
        paragraphs: ['备案内容不符合要求的情况和理由依照上述规定向社会公开，公开的内容不包含个人信息。'],
      },
      {
        heading: '改正和重新备案',
        paragraphs: ['请对照上述标准和规范改正。改正后可以重新提交备案，不影响以后办理。'],
      },
      remediesOf(remedies, '本告知书'),
    ],
  };
}

/** 养老机构变更备案, 托育机构终止服务登记: what was filed, as it stands in a title. */
export function matterOf(filing: Filing): string {
  const { kind, type, regime, application } = filing;
  const site = SITE_NAMES[application.siteType ?? kind];
  if (type === 'INITIAL') return `${site}备案`;
  return type === 'CHANGE'
    ? `${site}变更备案`
    : `${site}${noticeInWords(filing)}${caseWords({ regime, type }).matter}`;
}

function received(filing: Filing): string {
  return `${you(filing)}${submittedOn(filing)}提交的${matterOf(filing)}材料`;
}
