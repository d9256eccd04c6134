import { legalFormAfter, legalFormOfCode } from '@zhaoguan/contracts';
import type { Application, ApplicationInput } from './application';

/** A first application says the legal person type once (一次填报): by its code, where nothing else is said of it. @law GB 32100-2015 */
export function withLegalForm(application: Application): Application {
  const { legalForm, uscc } = application;
  return legalForm === null ? { ...application, legalForm: legalFormOfCode(uscc) } : application;
}

/** Once the code is corrected in a draft, the type follows it as long as nobody chose by hand; what is said of it here stands. */
export function legalFormFollowing(before: Application, input: ApplicationInput): ApplicationInput {
  const { uscc, legalForm } = input;
  if (typeof uscc !== 'string' || legalForm !== undefined) return input;
  const after = legalFormAfter(before, uscc);
  return after === before.legalForm ? input : { ...input, legalForm: after };
}
