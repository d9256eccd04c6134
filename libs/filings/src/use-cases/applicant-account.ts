import type { PersonStore } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { isApplicant, type Filing } from '../domain/filing';

/**
 * Before what is done for the applicant at the window: what becomes of it is told to the account, so somebody must be able to read it. What the
 * authority does in its own name, to return or to decide the case, needs none.
 * @throws APPLICANT_DISABLED
 */
export async function requireReadableAccount(
  people: PersonStore,
  tx: Tx,
  filing: Filing,
  caller: Caller,
): Promise<void> {
  if (isApplicant(filing, caller)) return;
  const applicant = await people.findById(tx.manager, filing.applicantId);
  if ((applicant?.disabledAt ?? null) !== null) throw refuse('APPLICANT_DISABLED');
}
