import { caseWords } from '@zhaoguan/contracts';
import { asksForLicence } from '../filing-words';
import type { Filing } from '../queries';

type Refused = Pick<Filing, 'kind' | 'type' | 'regime' | 'renewal'> & {
  readonly institution: Pick<Filing['institution'], 'siteType'>;
};

/** The first filing of a 托育机构, home ones apart: what does not meet the standards is told to the public as well. */
const isToldToPublic = ({ kind, type, regime, institution }: Refused): boolean =>
  kind === 'CHILDCARE' &&
  type === 'INITIAL' &&
  regime === 'FILING' &&
  (institution.siteType ?? null) === null;

/** What a refusal does at once, and what follows, before it counts. */
export function afterRefusal(filing: Refused): readonly string[] {
  const { matter } = caseWords(filing);
  if (asksForLicence(filing))
    return [
      `这件${matter}办结，系统随即编制文号、生成决定书，理由和救济途径写入决定书，送达申请人。`,
      '理由原文写入决定书，请不要写个人信息。',
    ];
  const isPublic = isToldToPublic(filing);
  const paper = isPublic ? '不符合要求告知书' : '不予备案告知书';
  return [
    `这件${matter}办结，系统随即编制文号、生成${paper}，申请人可以查看和下载。`,
    '理由原文写入告知书，请不要写个人信息。',
    ...(isPublic
      ? ['不符合要求的情况，由工作人员确认公开的文字以后另行向社会公开；不会随本次决定自动公开。']
      : []),
  ];
}
