import type { FormRule } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { readAnswers } from './answers';
import { faultsOfField, type FormFault } from './field-faults';
import { rulesOf, type NamedForm } from './lent-rules';
import { faultsOfPlace, type Division } from './place-faults';
import { faultsOfProlonging, isAboutTheStop, type ProlongedDays } from './prolonging-faults';
import { faultsOfRule } from './rule-faults';

/** What a form is checked against besides itself. */
export interface FormContext {
  /** The day on which it is checked, `YYYY-MM-DD`. */
  readonly today: string;
  /** Values in force of the terms that the form names ({@link termsOf}), by code. A rule without its number is silent. */
  readonly terms: Readonly<Record<string, number>>;
  /** Cities and counties of the province, to tell an address elsewhere; without them only other provinces are told. */
  readonly divisions?: readonly Division[];
  /** Codes of the materials that have been uploaded; none where it is not known. */
  readonly uploaded?: readonly string[];
  /** The suspension that a further one prolongs (延长暂停); left out or null where it prolongs none. */
  readonly prolongs?: ProlongedDays | null;
}

/** A material that is told to be missing by the form is not, once it has been uploaded: fault, and code of the material. */
const TOLD_UNTIL_UPLOADED: ReadonlyMap<string, string> = new Map([['FOOD_LICENCE_MISSING', 'FOOD_LICENCE']]);

/**
 * Everything that is wrong in what has been filled in so far, all at once (一次性告知), in the order of the form: first
 * each field by itself, then the rules. What is not filled in is no fault ({@link missingFields}). Never throws, whatever
 * the document holds.
 * @throws DomainError `INVALID_DATE` when `today` is no day: that is the caller's fault, not the document's
 */
export function validateForm(form: NamedForm, document: unknown, context: FormContext): FormFault[] {
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
    ...faultsOfPlace(sound, context.divisions),
    ...rulesOf(form)
      .filter((rule) => !isSettled(rule, context) && !(context.prolongs && isAboutTheStop(rule)))
      .flatMap((rule) => faultsOfRule(rule, evidence)),
    ...(context.prolongs ? faultsOfProlonging(form, sound, context.prolongs, evidence) : []),
  ];
}

function isSettled({ code }: FormRule, { uploaded = [] }: FormContext): boolean {
  const material = TOLD_UNTIL_UPLOADED.get(code);
  return material !== undefined && uploaded.includes(material);
}
