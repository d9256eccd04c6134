import type { LegalCitation } from './reference/file';
import type { Form, FormField, FormRule } from './reference/forms';
import type { MaterialRow } from './reference/materials';
import type { TermRow } from './reference/terms';

/** What rules, conditions and forms say of filing (备案), and what is said of a licence (许可) instead; the longer first. */
const SAID_OF_FILINGS: readonly (readonly [of: string, instead: string])[] = [
  ['对备案材料的真实性', '对申请材料的真实性'],
  ['向原备案机关办理变更备案', '向作出许可决定的机关申请变更'],
  ['按托育机构备案', '按托育机构申请许可'],
  ['出具备案回执', '出具登记回执'],
  ['迁移住所的，另行备案', '迁移住所的，另行申请许可'],
  ['办理首次备案', '申请许可'],
  ['首次备案逐项', '逐项'],
  ['恢复服务备案。', '恢复服务。'],
  ['应当是备案的地址', '应当是许可的地址'],
  ['与备案的地址', '与许可的地址'],
  ['符合备案要求', '符合许可条件'],
  ['服务备案书', '服务报告书'],
  ['机构备案书', '机构许可申请书'],
  ['提交备案', '提交'],
  ['分别备案', '分别申请许可'],
  ['受理备案', '受理申请'],
  ['备案类别', '申请类别'],
  ['备案承诺', '申请承诺'],
  ['备案机关', '许可机关'],
  ['准予备案', '准予许可'],
  ['这次备案', '这次申请'],
];

/** Basic conditions, rules and forms bind whoever is licensed as well; what they say of filing is said of the licence. */
export function saidOfLicence(text: string): string {
  return SAID_OF_FILINGS.reduce((said, [of, instead]) => said.replaceAll(of, instead), text);
}

/**
 * What is stated and handed in with a filing (登记和备案办法第八条), how it is answered (第九条), and that its changes and its end are filed
 * (第十条) binds nobody who is licensed, whose law is not known here.
 */
const OF_FILINGS = /^第[八九十]条/;
const isOfFilingsAlone = ({ law, article }: LegalCitation): boolean =>
  law.startsWith('《托育机构登记和备案办法') && OF_FILINGS.test(article ?? '');

/** More children than places: who has a licence asks for another number, by the law of all licences. */
const OF_PLACES = 'CHILDREN_EXCEED_PLACES';
const CHANGE_OF_LICENCE: LegalCitation = { law: '《中华人民共和国行政许可法》', article: '第四十九条' };

function basisOfLicence({ code, basis }: FormRule): LegalCitation | null {
  if (!basis || !isOfFilingsAlone(basis)) return basis;
  return code === OF_PLACES ? CHANGE_OF_LICENCE : null;
}

/** A form in the words of a licence; what it asks is the same, and by which law, but for what is the law of filings alone. */
export function formOfLicence<F extends Form>(form: F): F {
  return {
    ...form,
    title: saidOfLicence(form.title),
    steps: form.steps.map((step) => ({
      ...step,
      title: saidOfLicence(step.title),
      intro: saidOfLicence(step.intro),
      fields: step.fields.map(fieldOfLicence),
    })),
    rules: form.rules.map((rule) => ({
      ...rule,
      message: saidOfLicence(rule.message),
      basis: basisOfLicence(rule),
    })),
  };
}

function fieldOfLicence({ label, help, basis, ...field }: FormField): FormField {
  return {
    ...field,
    label: saidOfLicence(label),
    ...(help === undefined ? {} : { help: saidOfLicence(help) }),
    ...(basis === undefined || isOfFilingsAlone(basis) ? {} : { basis }),
  };
}

/** A material that is handed in under either law. */
export function materialOfLicence(row: MaterialRow): MaterialRow {
  const { name, condition, note, commitment } = row;
  return {
    ...row,
    name: saidOfLicence(name),
    condition: condition === null ? null : saidOfLicence(condition),
    note: saidOfLicence(note),
    ...(commitment === undefined
      ? {}
      : { commitment: { ...commitment, text: saidOfLicence(commitment.text) } }),
  };
}

/** A term that binds either. */
export function termOfLicence(row: TermRow): TermRow {
  return {
    ...row,
    name: saidOfLicence(row.name),
    note: row.note === null ? null : saidOfLicence(row.note),
  };
}
