import type { FormStep } from '@zhaoguan/contracts';
import { findField, fieldsOf, isEmpty, valueAt } from '@zhaoguan/forms';
import { cellOf } from '../../../shared/form/fault-lines';
import type { StepLine } from '../../../shared/form/step-list';
import type { FilingForm, FollowedRemark } from '../queries';

/** The steps that every form has after its own. */
export const MATERIALS = 'materials';
export const CHECK = 'check';

/** Where the applicant says what they have to do with what stands in the register. */
export const TAKEOVER = '/takeover';
export const TAKEOVER_LABEL = '与名录中已有机构的关系';

/** What was changed here and elsewhere, above every step. */
export const CONTESTED = '/contested';

/** In the address of the form: the place to be led to. */
export const PLACE = 'at';

/** The step on which the thing stands that a fault or a remark speaks of. */
export function stepOfPointer(form: FilingForm, pointer: string): string {
  if (pointer.startsWith('/materials') || pointer === TAKEOVER) return MATERIALS;
  const step = form.steps.find((each) => findField({ ...form, steps: [each] }, pointer) !== undefined);
  return step?.key ?? CHECK;
}

/** How many remarks stand on a step; nothing for a step without. */
export function remarksAt(
  form: FilingForm,
  remarks: readonly FollowedRemark[],
  key: string,
): Pick<StepLine, 'remarks'> {
  const here = remarks.filter(({ pointer }) => stepOfPointer(form, pointer) === key);
  if (here.length === 0) return {};
  return { remarks: { total: here.length, untouched: here.filter(({ touched }) => !touched).length } };
}

/** Chosen when the draft was begun, and not shown on its step. */
export const PLACE_OF_SITE = '/institution/district';

/** Whether anything of the step is filled in: the county alone stands there before anybody has seen the step. */
export function isFilledIn({ fields }: FormStep, answers: object): boolean {
  return fields.some(({ pointer }) => pointer !== PLACE_OF_SITE && !isEmpty(valueAt(answers, pointer)));
}

/** Label of a field for people; the pointer's own words where the form has no such field. */
export function labelOf(form: FilingForm, pointer: string): string {
  if (pointer === TAKEOVER) return TAKEOVER_LABEL;
  const exact = fieldsOf(form).find((field) => field.pointer === pointer);
  if (exact) return exact.label;
  const rows = fieldsOf(form).find((field) => pointer.startsWith(`${field.pointer}/`));
  return rows ? `${rows.label}${cellOf(rows, pointer)}` : '整份申请';
}
