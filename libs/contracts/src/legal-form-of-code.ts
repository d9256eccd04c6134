import { checkUscc } from '@zhaoguan/kernel';
import { LEGAL_FORMS, type LegalForm } from './kinds';

/**
 * The legal person type (法人类型) that the code says by its first two characters; null for what is no code, and for what neither kind of
 * institution is registered as (机关、社会团体、基金会).
 * @law 法人和其他组织统一社会信用代码编码规则（GB 32100-2015）
 */
export function legalFormOfCode(uscc: string): LegalForm | null {
  const check = checkUscc(uscc);
  return LEGAL_FORMS.find((form) => check.ok && check.entity === form) ?? null;
}

interface Said {
  readonly uscc: string;
  readonly legalForm: LegalForm | null;
}

/** The type once the code is another one: it follows the code, and stays as it was chosen by hand otherwise than the code before said. */
export function legalFormAfter({ uscc, legalForm }: Said, next: string): LegalForm | null {
  const isChosen = legalForm !== null && legalForm !== legalFormOfCode(uscc);
  return isChosen ? legalForm : (legalFormOfCode(next) ?? legalForm);
}
