import type { Filing } from '../queries';

/** Where the form asks when the first older person was taken in. */
export const FIRST_RESIDENT = '/institution/particulars/firstResidentOn';

/** How long after that it was filed, for who receives it: late filing is urged, and never fined. */
export function IntakeNote({ intake }: { readonly intake: Filing['firstResident'] }) {
  if (intake === null) return null;
  const { workingDay, limit, isLate } = intake;
  return (
    <p className="muted">
      {workingDay === 0 ? '收住当日备案' : `收住后第 ${workingDay} 个工作日备案`}
      {isLate && `，超过 ${limit} 个工作日。请提醒机构以后及时办理；逾期备案不影响本件办理，也不作处罚`}。
    </p>
  );
}
