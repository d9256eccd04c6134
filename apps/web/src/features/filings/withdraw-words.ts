import { caseWords } from '@zhaoguan/contracts';
import type { Filing } from './queries';

type Case = Pick<Filing, 'status' | 'regime' | 'type' | 'renewal' | 'assistance'>;

/** What follows when something handed in is taken back, for who is about to do it. */
export function afterWithdrawal(filing: Case): string[] {
  const { status, assistance, type, renewal } = filing;
  const { matter, authority } = caseWords(filing);
  const stops = status === 'RETURNED' ? '不用再补正' : `${authority}不再办理`;
  return [
    `这件${matter}就此办结，状态为“已撤回”，不能恢复；${stops}，期限不再计算，正在征求的意见不再等待。`,
    '填写的内容和上传的材料按档案保管的要求留存，不向社会公开。',
    ...(renewal === null ? [] : [afterRenewal(renewal)]),
    '需要办理的，随时可以按原来填写的内容重新填报。',
    ...(type === 'INITIAL' && renewal === null ? [] : ['机构在名录中的信息和状态不因撤回改变。']),
    ...(assistance?.byViewer === true ? ['撤回应当由申请人本人提出，系统会告知申请人。'] : []),
  ];
}

/** @law 行政许可法第五十条 */
const afterRenewal = ({ inTime }: NonNullable<Filing['renewal']>): string =>
  inTime
    ? '现有许可证用到有效期届满为止，届满后不再视为准予延续；重新申请的，按重新提交的日期计算是否按期。'
    : '现有许可证用到有效期届满为止；仍需延续的，请尽快重新申请。';
