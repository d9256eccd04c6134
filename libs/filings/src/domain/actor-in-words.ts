import { SYSTEM_ID, type Caller } from '@zhaoguan/contracts';
import { isApplicant, type Filing } from './filing';

/**
 * Who did an act of a case, as one reader is told it: people by name, what nobody did as the system; the applicant reads their own acts
 * under one word, for the line beside it says who the others are. Null where there is no such account any more.
 */
export const actorsFor =
  (filing: Filing, caller: Caller, names: ReadonlyMap<string, string>) =>
  (actorId: string): string | null => {
    if (actorId === SYSTEM_ID) return '系统';
    return isApplicant(filing, caller) && actorId === filing.applicantId
      ? '申请人'
      : (names.get(actorId) ?? null);
  };
