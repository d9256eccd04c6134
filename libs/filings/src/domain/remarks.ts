import { refuse, type Form } from '@zhaoguan/contracts';
import { fieldsOf, findField } from '@zhaoguan/forms';
import { normalizeLines, toApplicant } from '@zhaoguan/kernel';

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
  return { pointer: pointer === '' ? WHOLE_FILING : pointer, message: toApplicant(normalizeLines(message)) };
}

/**
 * The notice is given once (一次性告知), so a remark that points at nothing would be lost for good.
 * @param materials names in the list of materials of the filing, by code
 * @throws UNKNOWN_POINTER naming each
 */
export function requireKnownPointers(
  remarks: readonly Remark[],
  form: Form,
  materials: ReadonlyMap<string, string>,
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

function pointsAtSomething(pointer: string, form: Form, materials: ReadonlyMap<string, string>): boolean {
  if (pointer === WHOLE_FILING) return true;
  return pointer.startsWith(MATERIALS)
    ? materials.has(pointer.slice(MATERIALS.length))
    : findField(form, pointer) !== undefined;
}

/** What a remark is about, as people call it: the label of a field, the name of a material. */
export function placeOf(pointer: string, form: Form, materials: ReadonlyMap<string, string>): string {
  const material = pointer.startsWith(MATERIALS) ? materials.get(pointer.slice(MATERIALS.length)) : undefined;
  if (material !== undefined) return material;
  const field = fieldsOf(form).find(
    (each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`),
  );
  return field?.label ?? '整份申请';
}

/** Where a remark is anchored, as it stands on paper: 备案表单“住所”, 材料“营业执照”, 整份申请. */
export function anchorOf(pointer: string, form: Form, materials: ReadonlyMap<string, string>): string {
  const place = placeOf(pointer, form, materials);
  if (pointer.startsWith(MATERIALS)) return `材料“${place}”`;
  return findField(form, pointer) === undefined && pointer === WHOLE_FILING
    ? place
    : `${form.title}“${place}”`;
}

/** The reason for the history, a line for each remark of a return, with what it is about. */
export function summaryOf(
  remarks: readonly Remark[],
  form: Form,
  materials: ReadonlyMap<string, string>,
): string {
  return remarks
    .map(({ pointer, message }, index) => `${index + 1}. ${placeOf(pointer, form, materials)}：${message}`)
    .join('\n');
}
