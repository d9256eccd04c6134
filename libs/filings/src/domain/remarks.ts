import { refuse, type Form } from '@zhaoguan/contracts';
import { findField } from '@zhaoguan/forms';
import { normalizeText } from '@zhaoguan/kernel';

/** Something the applicant must put right (补正意见). */
export interface Remark {
  /**
   * JSON pointer to a field of the form (`/institution/address`) or to a material (`/materials/COMMITMENT_LETTER`), or `/`
   * for the filing as a whole.
   */
  readonly pointer: string;
  readonly message: string;
}

const WHOLE_FILING = '/';
const MATERIALS = '/materials/';

/** In the one spelling in which remarks are kept: the empty pointer (RFC 6901) means the whole filing too. */
export function spelled({ pointer, message }: Remark): Remark {
  return { pointer: pointer === '' ? WHOLE_FILING : pointer, message: normalizeText(message) };
}

/**
 * The notice is given once (一次性告知), so a remark that points at nothing would be lost for good.
 * @param materials codes of the list of materials of the filing
 * @throws UNKNOWN_POINTER naming each
 */
export function requireKnownPointers(
  remarks: readonly Remark[],
  form: Form,
  materials: ReadonlySet<string>,
): void {
  const unknown = remarks.flatMap(({ pointer }, index) =>
    pointsAtSomething(pointer, form, materials) ? [] : [{ pointer, index }],
  );
  if (unknown.length === 0) return;
  const fields = unknown.map(({ pointer, index }) => ({
    pointer: `/reasons/${index}/pointer`,
    code: 'UNKNOWN_POINTER',
    message: `${form.title}中没有“${pointer}”这一项，本件也没有这项材料`,
  }));
  throw refuse('UNKNOWN_POINTER', { pointers: unknown.map(({ pointer }) => pointer) }, fields);
}

function pointsAtSomething(pointer: string, form: Form, materials: ReadonlySet<string>): boolean {
  if (pointer === WHOLE_FILING) return true;
  return pointer.startsWith(MATERIALS)
    ? materials.has(pointer.slice(MATERIALS.length))
    : findField(form, pointer) !== undefined;
}

/** One line of reason for the history, from all remarks of a return. */
export function summaryOf(remarks: readonly Remark[]): string {
  return remarks.map(({ message }, index) => `${index + 1}. ${message}`).join('\n');
}
