import { legalFormAfter, legalFormOfCode } from '@zhaoguan/contracts';
import { fieldsOf } from '@zhaoguan/forms';
import type { Application, Filing, FilingForm } from '../queries';
import type { Entries } from './entries';

const CODE = '/institution/uscc';
const LEGAL_FORM = '/institution/legalForm';

interface Typed {
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * The legal person type that follows from a code as it is typed, as the server has it: in a first application that was not handed in,
 * and as long as nobody chose otherwise.
 * @law GB 32100-2015
 */
export function followingCode(
  { type, status, fixedFields, institution }: Pick<Filing, 'type' | 'status' | 'fixedFields' | 'institution'>,
  form: FilingForm,
  { institution: { uscc, legalForm: chosen } }: { readonly institution: Application },
  { pointer, value }: Typed,
): Entries {
  if (pointer !== CODE || typeof value !== 'string' || type !== 'INITIAL' || status !== 'DRAFT') return [];
  const isAsked = fieldsOf(form).some((field) => field.pointer === LEGAL_FORM);
  if (!isAsked || fixedFields.some((fixed) => fixed.pointer === LEGAL_FORM)) return [];
  // Half of a code says nothing: what the type followed until now is the last whole one.
  const before = legalFormOfCode(uscc ?? '') === null ? institution.uscc : uscc;
  const legalForm = chosen ?? null;
  const after = legalFormAfter({ uscc: before ?? '', legalForm }, value);
  return after === legalForm ? [] : [[LEGAL_FORM, after]];
}
