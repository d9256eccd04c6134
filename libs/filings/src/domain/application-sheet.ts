import { formOfHome, type DistrictRow, type Form, type FormField } from '@zhaoguan/contracts';
import {
  displayValue,
  findField,
  isEmpty,
  shownFields,
  shownSteps,
  valueAt,
  type ChangedField,
} from '@zhaoguan/forms';
import type { Application } from './application';
import { documentOf } from './application-review';
import { closingOfApplication, titleOfChange, type FormSheet, type SheetLine } from './form-sheet';
import { pathTo } from './guide/guide-place';

interface Typed {
  readonly application: Application;
  /** Of a change filing: what it changes. */
  readonly amendments: readonly ChangedField[] | null;
  /** How much the form still asks for. */
  readonly open: number;
}

/**
 * The application form (备案书、备案申请书) filled in with what was typed, to be signed and sealed by the applicant and handed in as a
 * material. It carries no number, no seal and no code of the authority: nothing has been accepted.
 * @law 养老机构管理办法（民政部令第66号）: 备案申请书; 托育机构登记和备案办法（试行）: 托育机构备案书
 */
export function applicationSheet(
  asFiled: Form,
  { application, amendments, open }: Typed,
  districts: ReadonlyMap<string, DistrictRow>,
): FormSheet {
  const document = documentOf(application);
  const isHome = application.siteType === 'HOME';
  const form = isHome ? formOfHome(asFiled) : asFiled;
  const title = isHome ? form.title.replace('托育机构', '家庭托育点') : form.title;
  const filledIn = shownSteps(form, document)
    .filter(({ shown }) => shown.length > 0)
    .map((step) => ({
      title: step.title,
      lines: step.shown.map((field) => lineOf(field, valueAt(document, field.pointer), districts)),
    }));
  const asked = shownFields(form, document);
  // What is no longer asked for is kept while the form is open, and is no answer: it ends when the form is handed in.
  const newAnswer = ({ pointer, new: shown }: ChangedField): string => {
    const [field, value] = [asked.find((each) => each.pointer === pointer), valueAt(document, pointer)];
    return field === undefined || isEmpty(value) ? shown : lineOf(field, value, districts).value;
  };
  const lacking = open === 0 ? '' : `还有 ${open} 项没有填写，填写完整以后请重新打印。`;
  return {
    title: amendments === null ? title : titleOfChange(title),
    party: application.name,
    note: `本表按网上填写的内容生成，供申请人核对、签字盖章后作为材料上传；内容改动以后请重新打印。${lacking}`,
    steps: [
      ...(findField(form, '/institution/name') === undefined ? [institutionOf(application)] : []),
      ...(amendments === null ? [] : [changesOf(amendments, newAnswer)]),
      ...filledIn,
    ],
    closing: closingOfApplication(''),
  };
}

/** Whose paper it is, where the form itself does not ask for it: of a suspension, resumption or closure. */
function institutionOf({ name, uscc, address }: Application): FormSheet['steps'][number] {
  const lines = [
    { label: '机构名称', value: name, hint: null },
    { label: '统一社会信用代码', value: uscc, hint: null },
    { label: '地址', value: address ?? '', hint: null },
  ];
  return { title: '机构', lines };
}

/** What was filed stays masked: it may be of somebody else, and the register has it. */
function changesOf(
  amendments: readonly ChangedField[],
  newAnswer: (change: ChangedField) => string,
): FormSheet['steps'][number] {
  const lines = amendments.map((change) => ({
    label: change.label,
    value: change.supplied
      ? `补充填报：${newAnswer(change)}`
      : `变更前：${change.old}\n变更后：${newAnswer(change)}`,
    hint: null,
  }));
  return { title: '变更的事项', lines };
}

/** In full: a masked number is no answer on a paper that is signed. What is not filled in stays empty. */
function lineOf(field: FormField, value: unknown, districts: ReadonlyMap<string, DistrictRow>): SheetLine {
  const { label, type, none } = field;
  if (isEmpty(value)) return { label, value: none ?? '', hint: null };
  if ((type === 'district' || type === 'township') && typeof value === 'string') {
    return { label, value: pathTo(districts, value), hint: null };
  }
  return { label, value: displayValue(inFull(field), value), hint: null };
}

/** With the columns of a table. */
function inFull({ fields, ...field }: FormField): FormField {
  return { ...field, personal: false, ...(fields && { fields: fields.map(inFull) }) };
}
