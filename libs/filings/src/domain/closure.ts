import {
  placedFault,
  refundedFault,
  type FilingEnd,
  type InstitutionStatus,
  type Kind,
  type Placed,
  type Refunded,
  type ToldOfClosure,
} from '@zhaoguan/contracts';
import { saysSomething, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import type { ClosureAction, ClosureStatus } from './closure.process';
import type { ServiceNotice } from './service-notice';

/** How long the office has, from the end on and anew from each record by which something is left to be done (list `terms`). */
export const CLOSURE_TERM = 'CLOSURE_FOLLOW_UP';

/** Who takes over (承接机构), as it was found when the closure was accepted, and in whose account. */
export interface Successor {
  readonly institutionId: string;
  readonly accountId: string;
}

/** As the register has it now. */
interface Registered {
  readonly operatorId: string | null;
  readonly status: InstitutionStatus;
  readonly filingEndedAs: FilingEnd | null;
}

/** Whoever bears the name by now is not meant: only the one that was found and told, in the same account, as long as it has not ended. */
export const stillTakesOver = (found: Registered | null, accountId: string): boolean =>
  found?.operatorId === accountId && found.status !== 'CLOSED' && found.filingEndedAs === null;

/** That an institution has ended, and its office looks what became of the people and the fees. */
export interface Closure {
  readonly filingId: string;
  readonly institutionId: string;
  readonly applicantId: string;
  readonly kind: Kind;
  /** The place of the authority that has the filing. */
  readonly district: string;
  readonly township: string | null;
  readonly name: string;
  readonly endsOn: PlainDate;
  readonly status: ClosureStatus;
  /** Last day for the next record; null once nothing is left to be done. */
  readonly dueOn: PlainDate | null;
  /** From when on it waits. */
  readonly since: Date;
  readonly successor: Successor | null;
}

/** What an official found. */
export interface ClosureFinding {
  readonly checkedOn: PlainDate;
  readonly placed: Placed;
  readonly refunded: Refunded;
  readonly words: string | null;
  /** Of what corrects a record by which all was done: why. */
  readonly reason: string | null;
}

/** That what was left is done, as who has ended says it: how, in words without numbers of persons. */
export interface ClosureReport {
  readonly statement: string;
}

export const isSettled = ({ placed, refunded }: Pick<ClosureFinding, 'placed' | 'refunded'>): boolean =>
  placed !== 'NOT_ALL' && refunded !== 'NOT_ALL';

/** What a record is, by what stands and by what was found. */
export function actOf(status: ClosureStatus, finding: ClosureFinding): ClosureAction {
  if (status === 'SETTLED') return isSettled(finding) ? 'correct' : 'reopen';
  return isSettled(finding) ? 'settle' : 'remain';
}

/** From which day the next term counts: what is to be given back later is not asked for before. */
export function countsFrom(
  { refunded }: Pick<ClosureFinding, 'refunded'>,
  notice: ServiceNotice | null,
  today: PlainDate,
): PlainDate {
  const refundBy = notice?.refundBy ?? null;
  return refunded === 'NOT_ALL' && refundBy !== null && refundBy > today ? refundBy : today;
}

/** By when the office looks again once it is reported that all is done: anew from that day, but what it has let pass stays passed. */
export const dueAfterReport = (before: PlainDate | null, anew: PlainDate, today: PlainDate): PlainDate =>
  before !== null && before < today ? before : anew;

export const toldOf = (notice: ServiceNotice | null): ToldOfClosure => ({
  residents: notice?.residents ?? 0,
  refundDue: (notice?.refundFen ?? 0) > 0,
});

/** What a record says is held against the day, and against what was filed; what is left to be done is said in words. */
export function findingFaults(
  finding: ClosureFinding,
  { endsOn, today, notice }: { endsOn: PlainDate; today: PlainDate; notice: ServiceNotice | null },
): FieldError[] {
  const { checkedOn, placed, refunded, words } = finding;
  const faults: FieldError[] = [];
  const fault = (pointer: string, code: string, message: string) => faults.push({ pointer, code, message });
  if (checkedOn > today) fault('/checkedOn', 'IN_FUTURE', '核实的日期不能晚于今天');
  if (checkedOn < endsOn) fault('/checkedOn', 'BEFORE_END', '核实的日期不能早于终止服务的日期');
  const told = toldOf(notice);
  const [people, fees] = [placedFault(placed, told), refundedFault(refunded, told)];
  if (people !== null) fault('/placed', 'PEOPLE_WERE_FILED', people);
  if (fees !== null) fault('/refunded', 'REFUND_WAS_FILED', fees);
  if (!isSettled(finding) && !saysSomething(words ?? ''))
    fault('/words', 'REQUIRED', '请写明尚未完成的情况和采取的措施');
  else if ((words ?? '').trim() !== '' && !saysSomething(words ?? ''))
    fault('/words', 'NOT_IN_WORDS', '请用文字写明，至少两个字；没有需要写的，留空');
  return faults;
}
