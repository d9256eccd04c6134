import type { LegalForm } from '@zhaoguan/contracts';
import { checkUscc } from '@zhaoguan/kernel';

/**
 * What the first two digits of a code say of its legal person, so that it is not typed again (一次填报): it may be changed in the form, which
 * looks whether both agree. Nothing where they say none of those that the form offers.
 * @law GB 32100-2015
 */
export function legalFormByCode(code: string): { readonly legalForm?: LegalForm } {
  const check = checkUscc(code);
  return check.ok && check.entity !== 'OTHER' ? { legalForm: check.entity } : {};
}
