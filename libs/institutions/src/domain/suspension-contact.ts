import { lookAgainFault, type ContactWay } from '@zhaoguan/contracts';
import { addDays, type FieldError, type PlainDate } from '@zhaoguan/kernel';

/**
 * What an office learnt of a suspension whose expected day of resumption has passed (暂停期间了解的情况). The law sets no term for a suspension and
 * nobody is blamed: it is asked after, and asked again on a day that the office names. What was recorded is corrected by another record.
 * @law 老年人权益保障法第四十六条; 托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export interface SuspensionContact {
  readonly contactedOn: PlainDate;
  readonly way: ContactWay;
  /** Who was asked, by what they do. */
  readonly whom: string;
  readonly words: string;
  /** From this day on it waits for the office again. */
  readonly lookAgainOn: PlainDate;
}

/** Longest account, in characters: what was said, not a file. */
export const CONTACT_LENGTH = 1000;
export const WHOM_LENGTH = 60;

/** @param expectedOn the day on which the service was to go on: before the day after it there was nothing to ask */
export function contactFaults(
  { contactedOn, lookAgainOn }: Pick<SuspensionContact, 'contactedOn' | 'lookAgainOn'>,
  { expectedOn, today }: { readonly expectedOn: PlainDate; readonly today: PlainDate },
): FieldError[] {
  const faults: FieldError[] = [];
  const first = addDays(expectedOn, 1);
  if (contactedOn > today) faults.push(fault('/contactedOn', '了解的日期不能晚于今天'));
  else if (contactedOn < first) faults.push(fault('/contactedOn', `预计恢复的日期（${expectedOn}）还没有过`));
  const again = lookAgainFault(lookAgainOn, today);
  if (again !== null) faults.push(fault('/lookAgainOn', again));
  return faults;
}

const fault = (pointer: string, message: string): FieldError => ({ pointer, code: 'INVALID', message });
