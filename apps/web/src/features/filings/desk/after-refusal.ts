import { caseWords, PAPER_KINDS, refusalPaperOf } from '@zhaoguan/contracts';
import { asksForLicence } from '../filing-words';
import type { Filing } from '../queries';

type Refused = Pick<Filing, 'kind' | 'type' | 'regime' | 'renewal'> & {
  readonly institution: Pick<Filing['institution'], 'siteType'>;
};

/** What a refusal does at once, and what follows, before it counts. */
export function afterRefusal(filing: Refused): readonly string[] {
  const { matter } = caseWords(filing);
  if (asksForLicence(filing))
    return [
      `这件${matter}办结，系统随即编制文号、生成决定书，理由和救济途径写入决定书，送达申请人。`,
      '理由原文写入决定书，请不要写个人信息。',
    ];
  const paper = PAPER_KINDS[refusalPaperOf({ ...filing, siteType: filing.institution.siteType })];
  return [
    `这件${matter}办结，系统随即编制文号、生成${paper.label}，申请人可以查看和下载。`,
    '理由原文写入告知书，请不要写个人信息。',
    ...(paper.disclosure === 'PUBLIC'
      ? ['不符合要求的情况，由工作人员确认公开的文字以后另行向社会公开；不会随本次决定自动公开。']
      : []),
  ];
}
