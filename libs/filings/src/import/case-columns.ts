import {
  KIND_LABELS,
  KINDS,
  type FormDefinition,
  type FormField,
  type Kind,
  type MaterialRow,
} from '@zhaoguan/contracts';
import { fieldsOf } from '@zhaoguan/forms';

/** A column of a file with cases: its header, and where in the request by HTTP the same stands. */
export interface CaseColumn {
  readonly header: string;
  readonly pointer: string;
  readonly field: FormField;
}

const fixed = (header: string, pointer: string, field: Partial<FormField> = {}): CaseColumn => ({
  header,
  pointer,
  field: { pointer, label: header, type: 'text', ...field },
});

export const REFERENCE = fixed('业务编号', '/reference');
export const KIND = fixed('机构种类', '/kind', {
  type: 'choice',
  options: KINDS.map((code) => ({ code, label: KIND_LABELS[code] })),
});
/** Which case, for whom, and of which kind: every file has these. */
export const FIXED_COLUMNS: readonly CaseColumn[] = [
  REFERENCE,
  fixed('用户编号', '/applicant/userReference'),
  fixed('申请人姓名', '/applicant/name'),
  fixed('申请人统一社会信用代码', '/applicant/uscc', { type: 'uscc' }),
  KIND,
];

const MATERIALS = '/materials/';
const MATERIAL_HEADER = '材料：';

/** The material for which a column names a file; undefined for any other column. */
export const materialOf = ({ pointer }: CaseColumn): string | undefined =>
  pointer.startsWith(MATERIALS) ? pointer.slice(MATERIALS.length) : undefined;

/** Where a fault of the file for a material stands, as on submission. */
export const materialPointer = (code: string): string => MATERIALS + code;

/** What a case of this form may say: who and for whom, every field of the form, and a file for every material. */
export function columnsOf(form: FormDefinition, materials: readonly MaterialRow[]): readonly CaseColumn[] {
  const fields = fieldsOf(form).map((field) => ({ header: field.label, pointer: field.pointer, field }));
  const files = new Map<string, CaseColumn>();
  for (const { code, name, kind, filingType, onlyAssisted = false, onlyClaim } of materials) {
    if (kind !== form.kind || filingType !== 'INITIAL' || onlyAssisted || onlyClaim !== undefined) continue;
    const header = MATERIAL_HEADER + name;
    files.set(header, fixed(header, materialPointer(code)));
  }
  return [...FIXED_COLUMNS, ...fields, ...files.values()];
}

export type ColumnsByKind = ReadonlyMap<Kind, readonly CaseColumn[]>;

/** The column at which a fault stands; a cell of a list of answers is in the column of the list. */
export function columnAt(columns: readonly CaseColumn[], pointer: string): CaseColumn | undefined {
  return (
    columns.find((column) => column.pointer === pointer) ??
    columns.find((column) => pointer.startsWith(`${column.pointer}/`))
  );
}
