import type { PersonStore } from '@zhaoguan/access';
import { LEAD_DEPARTMENT, LEAD_DEPARTMENT_NAMES, refuse, type Caller, type Kind } from '@zhaoguan/contracts';
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

/** The applicant as they give their account at the window: both must be right, so that no name is tried out or mistyped. */
export interface ApplicantAtWindow {
  readonly username: string;
  readonly name: string;
}

/** @throws APPLICANT_UNKNOWN */
export async function applicantAtWindow(
  people: PersonStore,
  { username, name }: ApplicantAtWindow,
): Promise<{ readonly id: string }> {
  const person = await people.findByUsername(username.trim());
  const usable = person !== null && person.disabledAt === null && person.roles.includes('OPERATOR');
  if (!usable || person.name !== name.trim()) throw applicantUnknown('请核对用户名和姓名');
  return person;
}

/** @throws WRONG_DEPARTMENT */
export function requireWindowOf({ departments }: Caller, kind: Kind): void {
  if (departments.includes(LEAD_DEPARTMENT[kind])) return;
  throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[kind] });
}

export const applicantUnknown = (message: string) =>
  refuse('APPLICANT_UNKNOWN', {}, [{ pointer: '/applicant/username', code: 'APPLICANT_UNKNOWN', message }]);
