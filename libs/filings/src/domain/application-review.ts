import type { Form } from '@zhaoguan/contracts';
import {
  citedMessage,
  missingFields,
  validateForm,
  valueAt,
  type FormContext,
  type FormFault,
} from '@zhaoguan/forms';
import type { FieldError } from '@zhaoguan/kernel';
import type { Application, ApplicationInput } from './application';

/** An item of the form that is not filled in (未填报项目). */
export interface IncompleteItem {
  readonly pointer: string;
  readonly label: string;
}

/** An application held against the form in which it is made. */
export interface Review {
  /** What contradicts the law or itself in what has been filled in. */
  readonly errors: readonly FieldError[];
  /** What somebody should look at twice; hinders nothing. */
  readonly warnings: readonly (FieldError & { readonly message: string })[];
  /** Without these nothing is handed in. */
  readonly missing: readonly FieldError[];
  /** All that the form still asks for, `missing` among them. */
  readonly incomplete: readonly IncompleteItem[];
}

/** The application as the document that the form points into. */
export function documentOf(application: Application): { readonly institution: Application } {
  return { institution: application };
}

export function reviewOf(form: Form, application: Application, context: FormContext): Review {
  const document = documentOf(application);
  const faults = validateForm(form, document, context);
  const empty = missingFields(form, document);
  const ofSeverity = (wanted: FormFault['severity']) =>
    faults
      .filter(({ severity }) => severity === wanted)
      .map((fault) => ({ pointer: fault.pointer, code: fault.code, message: citedMessage(fault) }));
  return {
    errors: ofSeverity('ERROR'),
    warnings: ofSeverity('WARNING'),
    missing: empty
      .filter(({ required }) => required === true)
      .map(({ pointer, message }) => ({ pointer, code: 'REQUIRED', message })),
    incomplete: empty.map(({ pointer, label }) => ({ pointer, label })),
  };
}

/** Without these a draft cannot be told from another, or has no authority. */
const IDENTITY: ReadonlySet<string> = new Set([
  '/institution/name',
  '/institution/uscc',
  '/institution/district',
]);

/** What must be filled in from the first draft on and is not. */
export function missingIdentity({ missing }: Review): FieldError[] {
  return missing.filter(({ pointer }) => IDENTITY.has(pointer));
}

/**
 * What the register holds may have become wrong with the days (an insurance has lapsed): it hinders handing in, where it is to be put
 * right, and not the beginning, or nobody could put it right.
 * @param typed what the applicant has said besides
 */
export function ofWhatIsTyped(review: Review, typed: ApplicationInput | undefined): Review {
  const errors = review.errors.filter(
    ({ pointer }) => valueAt({ institution: typed }, pointer) !== undefined,
  );
  return { ...review, errors };
}
