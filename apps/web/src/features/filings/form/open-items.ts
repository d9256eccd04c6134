import type { FormField } from '@zhaoguan/contracts';
import { fieldsOf, type FormFault, type MissingField } from '@zhaoguan/forms';
import type { Filing, FilingForm, Material } from '../queries';
import { inOrder, isLacking, materialAt } from '../materials';
import { lackingOf, type TypedStatement } from '../takeover/unsaved-statement';
import { CONTESTED, labelOf, PLACE_OF_SITE, TAKEOVER, TAKEOVER_LABEL } from './steps';

/** Something to be done before the filing can be handed in. */
export interface OpenItem {
  readonly pointer: string;
  readonly text: string;
}

interface Found {
  readonly missing: readonly MissingField[];
  readonly faults: readonly FormFault[];
  readonly materials: readonly Pick<Material, 'code' | 'name' | 'required' | 'uploaded' | 'commitment'>[];
}

/**
 * Where a change can be made, and that none was: it says what the button waits for. Nothing for any other filing.
 * @param fields of the form as they are shown
 * @param unsaved how much was typed and is not on the server: what is wrong with it is named beside
 */
export function nothingChanged(
  fields: readonly Pick<FormField, 'pointer'>[],
  { type, amendments, fixedFields }: Pick<Filing, 'type' | 'amendments' | 'fixedFields'>,
  unsaved: number,
): OpenItem[] {
  // A licence goes on as it is, and what its renewal changes of the register is told beside.
  if (type !== 'CHANGE' || amendments === null || amendments.length > 0 || unsaved > 0) return [];
  const place = fields.find(
    ({ pointer }) => pointer !== PLACE_OF_SITE && !fixedFields.some((fixed) => fixed.pointer === pointer),
  );
  return place ? [{ pointer: place.pointer, text: NOTHING_CHANGED }] : [];
}

/**
 * What was changed here and elsewhere is sent only once one of both is chosen.
 * @param contested how many such answers there are
 */
export const openChoice = (contested: number): OpenItem[] =>
  contested === 0
    ? []
    : [{ pointer: CONTESTED, text: `有 ${contested} 项在本机填写以后又在别处改过，请先选定一种` }];

/**
 * Nobody takes it where it would lie: said before it is handed in. The district stands since the draft was begun; within it the township says
 * which authority it is (功能区).
 */
export const openOffice = ({
  officeNotHere,
  authorityName,
}: Pick<Filing, 'officeNotHere' | 'authorityName'>): OpenItem[] =>
  officeNotHere
    ? [
        {
          pointer: '/institution/township',
          text: `${authorityName}尚未在本平台受理申请，现在不能提交，请先联系该部门`,
        },
      ]
    : [];

/**
 * What stands in the register in the way: said before it is handed in, and not only by the answer to that.
 * @param unsaved what was chosen or typed of it and is not on the server: it would not be handed in with the rest
 */
export function openTakeover(
  takeover: Filing['takeover'],
  unsaved: TypedStatement | null = null,
): OpenItem[] {
  return [
    ...(takeover?.taken === true ? [{ pointer: '/institution/address', text: takenInWords(takeover) }] : []),
    ...(unsaved !== null ? [{ pointer: TAKEOVER, text: unsavedInWords(unsaved) }] : []),
    ...(takeover?.required === true && unsaved === null
      ? [{ pointer: TAKEOVER, text: '与名录中已有机构的关系：请说明为什么由本账号办理' }]
      : []),
  ];
}

const takenInWords = ({ own }: NonNullable<Filing['takeover']>): string =>
  (own?.restoredOn ?? null) === null
    ? '这一处机构已在名录中，不能重复办理，请核对代码和地址'
    : '这一处机构已经恢复，仍在名录中，不需要重新办理';

function unsavedInWords(unsaved: TypedStatement): string {
  const lacking = lackingOf(unsaved);
  const first = lacking.length === 0 ? '' : `${lacking.join('、')}，`;
  return `${TAKEOVER_LABEL}：填写的说明还没有保存，请${first}保存，或者恢复原样`;
}

const NOTHING_CHANGED =
  '尚未变更任何事项：各项内容都与名录中的相同，请到“填写步骤”中修改需要变更的项目；没有变更的，不需要办理';

/**
 * What is missing and what is wrong, as one walks through the form: step by step, field by field, row by row, then the
 * materials as they are asked for. Two rows of a table may lack the same thing: one line leads to the table.
 */
export function openItems(form: FilingForm, { missing, faults, materials }: Found): OpenItem[] {
  const order = inOrder(materials);
  const items = [
    ...missing.map(({ pointer, label, message }) => ({ pointer, text: `${label}：${message}` })),
    ...faults
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ pointer, message }) => ({ pointer, text: `${labelOf(form, pointer)}：${message}` })),
    ...order
      .filter(isLacking)
      .map(({ code, name }) => ({ pointer: `/materials/${code}`, text: `${name}：请上传` })),
  ];
  const sorted = items
    .map((item) => ({ item, place: placeOf(form, order, item.pointer) }))
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ item }) => item);
  return sorted.filter(({ text }, index) => sorted.findIndex((each) => each.text === text) === index);
}

/** Field, row, column; what belongs to nothing that is asked for comes last. */
function placeOf(form: FilingForm, materials: Found['materials'], pointer: string): readonly number[] {
  const fields = fieldsOf(form);
  const code = materialAt(pointer);
  if (code !== undefined) return [fields.length + materials.findIndex((each) => each.code === code)];
  const index = fields.findIndex(
    (field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`),
  );
  const field = fields[index];
  if (!field) return [fields.length + materials.length];
  const [, row, column] = /^\/(\d+)(.*)$/.exec(pointer.slice(field.pointer.length)) ?? [];
  if (row === undefined) return [index];
  return [index, Number(row), field.fields?.findIndex((each) => each.pointer === column) ?? 0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}
