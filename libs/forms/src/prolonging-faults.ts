import type { Form, Prolonged } from '@zhaoguan/contracts';
import { addDays, addMonths, chineseDate, isPlainDate, type PlainDate } from '@zhaoguan/kernel';
import type { FormFault } from './field-faults';

const STARTS = '/institution/notice/startsOn';
const ENDS = '/institution/notice/endsOn';

/** {@link Prolonged} as it is sent: days as text. */
export type ProlongedDays = Readonly<Record<keyof Prolonged, string | null>>;

/** What a suspension is asked about the day on which its service stops: of what is prolonged (延长暂停) it has stopped long ago. */
const ABOUT_THE_STOP: ReadonlySet<string> = new Set([
  'NOTICE_TOO_SHORT',
  'REFUND_NOTICE_SHORT',
  'STOPS_AT_ONCE',
  'REFUND_AFTER_STOP',
  'ENDS_ON_START',
  'SUSPENSION_TOO_LONG',
]);

export const isAboutTheStop = ({ code }: { readonly code: string }): boolean => ABOUT_THE_STOP.has(code);

/** From which day on it is sensibly prolonged: from the day after the one on which it was expected to end, or, that past, from today. */
export function prolongedFrom({ until }: Prolonged, today: PlainDate): PlainDate {
  const next = until === null ? today : addDays(until, 1);
  return next > today ? next : today;
}

/**
 * A prolonging ends later than what it prolongs: who goes on sooner resumes. Counted from the day on which the service stopped, it lasts no
 * longer than a suspension may; and between the two no day is left of which nobody has told.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条；市场主体登记管理条例第三十条
 * @param sound answers that are right by themselves
 */
export function faultsOfProlonging(
  form: Form,
  sound: ReadonlyMap<string, unknown>,
  prolongs: ProlongedDays,
  { today, terms }: { readonly today: PlainDate; readonly terms: Readonly<Record<string, number>> },
): FormFault[] {
  const [since, until] = [dayOf(prolongs.since), dayOf(prolongs.until)];
  const [starts, ends] = [STARTS, ENDS].map((pointer) => dayOf(sound.get(pointer)));
  const rule = (wanted: string) => form.rules.find(({ code }) => code === wanted);
  const basis = rule('ENDS_BEFORE_START')?.basis ?? null;
  const faults: FormFault[] = [];
  if (starts && until !== null && starts > prolongedFrom({ since, until }, today))
    faults.push({
      pointer: STARTS,
      code: 'PROLONGED_AFTER_GAP',
      message: `原预计恢复服务日是${chineseDate(until)}，延长暂停一般从次日起；次日已经过去的，填写今天，请核对`,
      basis,
      severity: 'WARNING',
    });
  if (starts && until !== null && starts >= today && starts < prolongedFrom({ since, until }, today))
    faults.push({
      pointer: STARTS,
      code: 'PROLONGED_BEFORE_END',
      message: `原预计恢复服务日是${chineseDate(until)}，在此以前已经是暂停期间，延长暂停一般从次日起，请核对`,
      basis,
      severity: 'WARNING',
    });
  if (ends && until !== null && ends <= until)
    faults.push({
      pointer: ENDS,
      code: 'NOT_PROLONGED',
      message: `延长后的预计恢复服务日应当晚于原预计恢复服务日（${chineseDate(until)}）；提前恢复的，请办理恢复服务`,
      basis,
      severity: 'ERROR',
    });
  const longest = rule('SUSPENSION_TOO_LONG');
  const years = terms[String(longest?.parameters?.years)];
  if (longest && ends && since !== null && years !== undefined && ends > addMonths(since, years * 12))
    faults.push({
      pointer: ENDS,
      code: longest.code,
      message: `自${chineseDate(since)}起连续暂停超过 ${years} 年的，一般应当办理终止，请核对`,
      basis: longest.basis,
      severity: longest.severity,
    });
  return faults;
}

const dayOf = (value: unknown): PlainDate | null =>
  typeof value === 'string' && isPlainDate(value) ? value : null;
