import { refuse, type Form } from '@zhaoguan/contracts';
import { fieldsOf, findField } from '@zhaoguan/forms';
import { normalizeLines, toApplicant } from '@zhaoguan/kernel';

/** Something the applicant must put right (补正意见). */
export interface Remark {
  /**
   * JSON pointer to a field of the form (`/institution/address`) or to a material (`/materials/COMMITMENT_LETTER`), to what is said of
   * what stands in the register (`/takeover`), or `/` for the filing as a whole.
   */
  readonly pointer: string;
  readonly message: string;
}

const WHOLE_FILING = '/';
const MATERIALS = '/materials/';
/** What the applicant says of what stands in the register (归属说明). */
export const TAKEOVER_POINTER = '/takeover';
const TAKEOVER_PLACE = '与名录中已有机构的关系';

/** What a remark may point at in one filing. */
export interface Places {
  readonly form: Form;
  /** Names in the list of materials of the filing, by code. */
  readonly materials: ReadonlyMap<string, string>;
  /** Whether its applicant is asked what they have to do with what stands in the register. */
  readonly takeover: boolean;
}

/** In the one spelling in which remarks are kept: the empty pointer (RFC 6901) means the whole filing too. */
export function spelled({ pointer, message }: Remark): Remark {
  return { pointer: pointer === '' ? WHOLE_FILING : pointer, message: toApplicant(normalizeLines(message)) };
}

/**
 * The notice is given once (一次性告知), so a remark that points at nothing would be lost for good.
 * @throws UNKNOWN_POINTER naming each
 */
export function requireKnownPointers(remarks: readonly Remark[], places: Places): void {
  const { form } = places;
  const unknown = remarks.flatMap(({ pointer }, index) =>
    pointsAtSomething(pointer, places) ? [] : [{ pointer, index }],
  );
  if (unknown.length === 0) return;
  const fields = unknown.map(({ pointer, index }) => ({
    pointer: `/reasons/${index}/pointer`,
    code: 'UNKNOWN_POINTER',
    message: `${form.title}中没有“${pointer}”这一项，本件也没有这项材料`,
  }));
  throw refuse('UNKNOWN_POINTER', { pointers: unknown.map(({ pointer }) => pointer) }, fields);
}

function pointsAtSomething(pointer: string, { form, materials, takeover }: Places): boolean {
  if (pointer === WHOLE_FILING) return true;
  if (pointer === TAKEOVER_POINTER) return takeover;
  return pointer.startsWith(MATERIALS)
    ? materials.has(pointer.slice(MATERIALS.length))
    : findField(form, pointer) !== undefined;
}

/** What a remark is about, as people call it: the label of a field, the name of a material. */
export function placeOf(pointer: string, form: Form, materials: ReadonlyMap<string, string>): string {
  const material = pointer.startsWith(MATERIALS) ? materials.get(pointer.slice(MATERIALS.length)) : undefined;
  if (material !== undefined) return material;
  if (pointer === TAKEOVER_POINTER) return TAKEOVER_PLACE;
  const field = fieldsOf(form).find(
    (each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`),
  );
  return field?.label ?? '整份申请';
}

/** Where a remark is anchored, as it stands on paper: 备案表单“住所”, 材料“营业执照”, 整份申请. */
export function anchorOf(pointer: string, form: Form, materials: ReadonlyMap<string, string>): string {
  const place = placeOf(pointer, form, materials);
  if (pointer.startsWith(MATERIALS)) return `材料“${place}”`;
  if (pointer === TAKEOVER_POINTER) return `“${place}”的说明`;
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
