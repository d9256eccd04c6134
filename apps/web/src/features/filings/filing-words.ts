import { FILING_TYPE_LABELS, KIND_LABELS } from '@zhaoguan/contracts';
import type { FilingLine } from './queries';

/** `养老机构首次备案`. */
export function filingInWords({ kind, type }: Pick<FilingLine, 'kind' | 'type'>): string {
  return `${KIND_LABELS[kind]}${FILING_TYPE_LABELS[type]}`;
}

/** What the applicant can expect now (下一步), by the state of the filing. */
export const NEXT_FOR_APPLICANT: Readonly<Record<FilingLine['status'], string>> = {
  DRAFT: '填完后提交。提交以前只有您自己看得到。',
  SUBMITTED: '备案机关正在核对材料。材料齐全的出具备案回执；不齐全的会一次告诉您要补正的全部内容。',
  RETURNED: '请按下面的意见补正后重新提交。补正期间备案机关的办理期限不计算。',
  LAPSED: '补正期限已过，这次备案视为撤回。仍需备案的，请重新填写。',
  REFUSED: '这次备案已经办结。条件具备后可以重新办理。',
  ACCEPTED: '备案已经完成。备案信息变更的，应当及时办理变更备案。',
};
