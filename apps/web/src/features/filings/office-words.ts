import type { Schemas } from '@zhaoguan/api-client';
import type { Filing } from './queries';

type Office = Pick<Filing, 'officeNotHere' | 'authorityName'>;

/** Before it is handed in: nobody takes it where it would lie, and with whom to speak; null where somebody does. */
export const notHereInWords = ({ officeNotHere, authorityName }: Office): string | null =>
  officeNotHere
    ? `${authorityName}尚未在本平台受理申请，填好以后也不能提交。请先联系该部门，按其告知的方式办理；已经填写的内容保留。所在区县建立草稿以后不能改，选错的请另行填写。`
    : null;

/** Before there is a draft, whose district cannot be changed. */
export const notHereYet = ({
  authorityName,
  aboveName,
}: Pick<Schemas['OfficeOfPlaceDto'], 'authorityName' | 'aboveName'>): string =>
  aboveName === null
    ? `${authorityName}尚未在本平台受理申请，填好以后也不能提交。请核对所在区县；没有选错的，请先联系该部门，按其告知的方式办理。`
    : `${authorityName}尚未在本平台受理申请，由它受理的填好以后也不能提交；登记管理机关是市级的非营利性养老机构，由${aboveName}受理，可以继续。请核对所在区县；由${authorityName}受理的，请先联系该部门。`;

/**
 * For the applicant of what lies with an office in which nobody may decide it now. Once the term has passed it is said in the same place,
 * with whom to call and that nothing is asked of them: it would not agree that the term stays.
 */
export function arrangedInWords(isTermPassed: boolean): string {
  const nobody = '办理机关现在没有可以办理本件的工作人员，正在安排。';
  return isTermPassed ? nobody : `${nobody}不需要重新提交，办理期限不变；要了解进展的，请联系办理机关。`;
}
