import type { Form } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { readAnswers } from './answers';
import { faultsOfField, type FormFault } from './field-faults';
import { rulesOf } from './lent-rules';
import { faultsOfPlace } from './place-faults';
import { faultsOfRule } from './rule-faults';

/** What a form is checked against besides itself. */
export interface FormContext {
  /** The day on which it is checked, `YYYY-MM-DD`. */
  readonly today: string;
  /** Values in force of the terms that the form names ({@link termsOf}), by code. A rule without its number is silent. */
  readonly terms: Readonly<Record<string, number>>;
}

/**
 * Everything that is wrong in what has been filled in so far, all at once (一次性告知), in the order of the form: first
 * each field by itself, then the rules. What is not filled in is no fault ({@link missingFields}). Never throws, whatever
 * the document holds.
 * @throws DomainError `INVALID_DATE` when `today` is no day: that is the caller's fault, not the document's
 */
export function validateForm(form: Form, document: unknown, context: FormContext): FormFault[] {
  const today = plainDate(context.today);
  const answers = readAnswers(form, document);
  const sound = new Map<string, unknown>();
  const faults = answers.shown.flatMap((field) => {
    const value = answers.values.get(field.pointer);
    const found = faultsOfField(field, value, today);
    if (found.every(({ severity }) => severity === 'WARNING')) sound.set(field.pointer, value);
    return found;
  });
  const evidence = { document, answers, sound, today, terms: context.terms };
  return [
    ...faults,
    ...faultsOfPlace(sound),
    ...rulesOf(form).flatMap((rule) => faultsOfRule(rule, evidence)),
  ];
}
