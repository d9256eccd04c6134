import { addDays, addMonths, type PlainDate, plainDate, yearOf } from '@zhaoguan/kernel';
import type { Form, FormField, FormStep } from './reference/forms';

const firstOfMonth = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 8)}01`);
/** First day of the month that lies so many months from that of the day. */
const month = (day: PlainDate, months: number): PlainDate => addMonths(firstOfMonth(day), months);
const YEAR_IN_NUMBER = /〔\d{4}〕/u;
const fireProofOf = (day: PlainDate): PlainDate => month(day, -8);

/**
 * The days of an example, and the year in which a building was built, counted from the day on which it is read: a version of a form is not
 * changed once it is in force, and what stands in it passes some day. What is told beforehand is told sixty days before, as the strictest
 * place asks.
 * @law 浙江省社会养老服务促进条例第二十五条; 托育机构设置标准（试行）第十一条: a lease of three years at least
 */
const ON_DAY: Readonly<Record<string, (today: PlainDate, example: string) => string>> = {
  '/institution/particulars/establishedOn': (today) => addDays(month(today, -78), 19),
  '/institution/particulars/builtIn': (today) => String(yearOf(today) - 14),
  '/institution/leaseStartsOn': (today) => month(today, -2),
  '/institution/leaseEndsOn': (today) => addDays(month(today, 70), -1),
  '/institution/particulars/fireProofOn': fireProofOf,
  // A paper is numbered by the year in which it was given out.
  '/institution/particulars/fireProofNumber': (today, example) =>
    example.replace(YEAR_IN_NUMBER, `〔${yearOf(fireProofOf(today))}〕`),
  '/institution/particulars/fireProofUntil': (today) => addDays(month(today, 28), -1),
  '/institution/particulars/foodLicenceUntil': (today) => addDays(month(today, 43), -1),
  '/institution/particulars/firstResidentOn': (today) => addDays(today, -3),
  '/institution/particulars/healthCertificatesUntil': (today) => addDays(month(today, 9), -1),
  '/institution/particulars/insuranceStartsOn': (today) => month(today, -1),
  '/institution/particulars/insuranceEndsOn': (today) => addDays(month(today, 11), -1),
  '/institution/notice/notifiedOn': (today) => addDays(today, -7),
  '/institution/notice/startsOn': (today) => month(today, 3),
  '/institution/notice/endsOn': (today) => month(today, 5),
  '/institution/notice/refundBy': (today) => addDays(month(today, 3), -1),
};

/** The form as it is read on that day: its examples name days that somebody could fill in then; it asks and judges the same. */
export function formOnDay<F extends Form>(form: F, today: PlainDate): F {
  const read = (field: FormField): FormField => {
    const { pointer, example } = field;
    return example === undefined
      ? field
      : { ...field, example: ON_DAY[pointer]?.(today, example) ?? example };
  };
  const steps = form.steps.map((step): FormStep => ({ ...step, fields: step.fields.map(read) }));
  return { ...form, steps };
}
