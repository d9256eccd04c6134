import {
  isForProfit,
  isRegistration,
  noticeInWords,
  receiptNumberInWords,
  REGIME_WORDS,
  type Form,
  type Kind,
  type ReceiptOrdinal,
} from '@zhaoguan/contracts';
import { displayValue, findField, isEmpty, shownFields, valueAt, type ChangedField } from '@zhaoguan/forms';
import { chineseDate } from '@zhaoguan/kernel';
import type { Application } from './application';
import { documentOf, type IncompleteItem } from './application-review';
import { changeTables, hasChanged, namedInWords } from './change-in-words';
import { conditionsUnder, type TermOf } from './conditions-notice';
import type { Filing } from './filing';
import { isNotice } from './filing-types';
import type { LicenceBefore } from './licence-before';
import { arrangedInWords, filedInWords, licenceText } from './licence';
import { promisedInWords, type Promised } from './promised-in-words';
import { receiptTitle } from './receipt-title';

/** One line of the table of filed items (备案项目). */
export interface ReceiptItem {
  readonly label: string;
  readonly value: string;
}

export interface ReceiptTable {
  /** Null for the only one. */
  readonly title: string | null;
  readonly items: readonly ReceiptItem[];
}

/** A receipt (备案回执) as text; how it looks is the printer's. */
export interface ReceiptText {
  readonly title: string;
  readonly filingNumber: string;
  /** What its number is called: 备案编号, 许可证编号. */
  readonly numberLabel: string;
  /** The number as it is printed: with the version from the second on, a registration with its own. */
  readonly numberInWords: string;
  readonly addressee: string;
  readonly body: string;
  /** What has changed or is arranged, where there is such, and then the filed items: one receipt in force says them all. */
  readonly tables: readonly ReceiptTable[];
  readonly authority: string;
  readonly date: string;
  readonly verification: string;
  readonly verificationUrl: string;
  /** 基本条件告知书; null for an institution that stops or ends. */
  readonly annex: {
    readonly title: string;
    readonly opening: string;
    readonly conditions: readonly string[];
  } | null;
}

/** What a receipt is written from. */
export interface ReceiptFacts {
  readonly filing: Filing;
  readonly form: Form;
  /** The form of what is filed of an institution (备案项目): that of the filing itself for the first and for a change. */
  readonly filedForm: Form;
  /** Items of the form that the accepted application left open. */
  readonly incomplete: readonly IncompleteItem[];
  readonly authority: string;
  /** Which receipt of its number it is. */
  readonly ordinal: ReceiptOrdinal;
  /** What a change filing has changed; null for the first filing. */
  readonly amendments: readonly ChangedField[] | null;
  /** Materials for which a commitment (告知承诺) stands, each with its last day. */
  readonly promised: readonly Promised[];
  /** The licence that is asked to go on, or to be changed; null for any other. */
  readonly licenceBefore: LicenceBefore | null;
  /** The terms that its 基本条件告知书 tells, as they were in force there that day. */
  readonly termOf: TermOf;
}

/**
 * What the receipt says. Its number and date are those of the acceptance.
 * @throws Error for a filing that has not been accepted: there is no receipt to write
 */
export function receiptText(facts: ReceiptFacts, publicUrl: string): ReceiptText {
  const { filing, authority, ordinal } = facts;
  const { filingNumber, filedOn, kind, application } = filing;
  if (filingNumber === null || filedOn === null) throw new Error(`filing ${filing.id} has not been accepted`);
  const act = actOf(filing);
  const licence = filing.regime === 'LICENCE' ? licenceText(facts, tablesInWords(facts)) : null;
  return {
    title: receiptTitle({ ...filing, siteType: application.siteType }),
    filingNumber,
    numberLabel: REGIME_WORDS[filing.regime].number,
    numberInWords: receiptNumberInWords(filingNumber, ordinal),
    addressee: `${application.name}：`,
    body: licence?.body ?? bodyOf(facts),
    tables: tablesOf(facts, licence?.validity ?? null),
    authority,
    date: chineseDate(filedOn),
    verification: licence?.verification ?? '备案不是行政许可。扫描二维码可以核验本回执的真伪和备案状态。',
    verificationUrl: `${publicUrl}/receipts/${filingNumber}`,
    annex: act === '' ? conditionsUnder(filing.regime, kind, application.siteType, facts.termOf) : null,
  };
}

/** What the tables of a change show, in their order. */
function tablesInWords({ amendments, filing }: Pick<ReceiptFacts, 'amendments' | 'filing'>): string {
  const tables = changeTables(amendments);
  const when = hasChanged(tables) ? '变更后' : '现在';
  return [namedInWords(tables), `${when}的${filedInWords(filing.regime)}`].filter(Boolean).join('和');
}

/** What a notice is about; nothing for a first filing or a change. */
const actOf = (filing: Pick<Filing, 'type' | 'prolongs'>): string =>
  isNotice(filing.type) ? noticeInWords(filing) : '';

/**
 * A receipt takes the place of the one before, so it carries the filed items again, whatever it is about; where the service
 * has ended, nothing is in force but the end.
 */
function tablesOf(facts: ReceiptFacts, validity: string | null): readonly ReceiptTable[] {
  const { filing, form, filedForm } = facts;
  const { kind, type, regime, application } = filing;
  if (type === 'CLOSURE') {
    return [{ title: null, items: [...identityItems(application), ...noticeItems(form, application)] }];
  }
  const filed = [
    ...filedItems(kind, application, readerOf(filedForm, application)),
    ...(validity === null ? [] : [{ label: '有效期', value: validity }]),
  ];
  const act = actOf(filing);
  if (act !== '') {
    return [
      { title: `${act}的安排`, items: [...prolongedItems(filing), ...noticeItems(form, application)] },
      { title: `现行${filedInWords(regime)}`, items: filed },
    ];
  }
  const changes = changeTables(facts.amendments, isHungUp(facts) ? tellsEverybody(form) : undefined);
  if (changes.length === 0) return [{ title: null, items: filed }];
  const items = regime === 'LICENCE' ? filedInWords(regime) : '项目';
  return [...changes, { title: `${hasChanged(changes) ? '变更后' : '现在'}的${items}`, items: filed }];
}

/** A licence hangs where everybody reads it (亮证经营); a receipt is kept. */
const isHungUp = ({ filing }: ReceiptFacts): boolean =>
  filing.regime === 'LICENCE' && !isRegistration(filing);

/** Of people it tells the name of the head alone: no number, masked or not, and nothing of who is asked about the application. */
const tellsEverybody =
  (form: Form) =>
  ({ pointer }: ChangedField): boolean =>
    findField(form, pointer)?.personal !== true && !pointer.startsWith('/institution/contact/');

/** What the receipt says was received, and by which laws. */
const RECEIVED: Readonly<Record<Kind | 'HOME', readonly [addressed: string, laws: string]>> = {
  ELDERLY_CARE: ['你单位报送的养老机构', '《中华人民共和国老年人权益保障法》《养老机构管理办法》'],
  CHILDCARE: ['你机构报送的', '《中华人民共和国人口与计划生育法》《托育机构登记和备案办法（试行）》'],
  HOME: ['你报送的家庭托育点', '《中华人民共和国人口与计划生育法》《家庭托育点管理办法（试行）》'],
};

/** A receipt does not say that nothing is lacking when something is. */
function bodyOf(facts: ReceiptFacts): string {
  const { filing, form, incomplete, amendments, promised } = facts;
  const [addressed, laws] = RECEIVED[filing.application.siteType ?? filing.kind];
  if (isNotice(filing.type)) {
    const act = noticeInWords(filing);
    return `${addressed}${act}备案材料收悉。根据${laws}，现予备案，以前出具的同一编号的回执由本回执代替。${arrangedInWords(filing)}如下：`;
  }
  const opening = `${addressed}${amendments === null ? '' : '变更'}备案材料收悉`;
  const open = incomplete.map(({ label }) => label).join('、');
  const promise = promisedInWords(promised);
  if (amendments !== null) {
    const lacking = open === '' ? '' : `${form.title}中的下列项目尚未填报，请及时向备案机关补报：${open}。`;
    return `${opening}。根据${laws}，现予变更备案，以前出具的同一编号的回执由本回执代替。${lacking}${promise}${tablesInWords(facts)}如下：`;
  }
  const whole = open === '' && promise === '' ? '，材料齐全' : '';
  const lacking = open === '' ? '' : `${form.title}中的下列项目尚未填报，请及时向备案机关补报：${open}。`;
  return `${opening}${whole}。根据${laws}，现予备案。${lacking}${promise}备案项目如下：`;
}

/** Shows the value at a pointer below `/institution` as the form words it. */
type Reader = (pointer: string) => string;

function readerOf(form: Form, application: Application): Reader {
  const document = documentOf(application);
  return (below) => {
    const pointer = `/institution/${below}`;
    const field = findField(form, pointer);
    if (!field) throw new Error(`a receipt needs ${pointer}, which the form does not have`);
    return displayValue(field, valueAt(document, pointer));
  };
}

function identityItems({ name, uscc, address }: Application): ReceiptItem[] {
  return [
    { label: '机构名称', value: name },
    { label: '统一社会信用代码', value: uscc },
    { label: '地址', value: address ?? '' },
  ];
}

/** Since when it is stopped that stays so longer, and until when that was expected: its receipt is the only one in force. */
function prolongedItems({ prolongs }: Pick<Filing, 'prolongs'>): ReceiptItem[] {
  const { since = null, until = null } = prolongs ?? {};
  return [
    ...(since === null ? [] : [{ label: '暂停服务起始日', value: chineseDate(since) }]),
    ...(until === null ? [] : [{ label: '原预计恢复服务日', value: chineseDate(until) }]),
  ];
}

/** What stops, goes on or ends, and how: everything that the notice says. */
function noticeItems(form: Form, application: Application): ReceiptItem[] {
  const document = documentOf(application);
  return shownFields(form, document).flatMap((field) => {
    const value = valueAt(document, field.pointer);
    // What need not be told and was not is no gap in a receipt.
    const isLeftOut = isEmpty(value) && field.required === undefined && field.none === undefined;
    return isLeftOut ? [] : [{ label: field.label, value: displayValue(field, value) }];
  });
}

function filedItems(kind: Kind, application: Application, shown: Reader): ReceiptItem[] {
  return [...commonItems(application, shown), ...ITEMS[kind](application, shown)];
}

function commonItems({ legalForm, ownership }: Application, shown: Reader): ReceiptItem[] {
  const nature = [
    ...(legalForm === null ? [] : [isForProfit(legalForm) ? '营利性' : '非营利性']),
    shown('legalForm'),
    ...(ownership === null ? [] : [shown('ownership')]),
  ];
  return [
    { label: '机构名称', value: shown('name') },
    { label: '统一社会信用代码', value: shown('uscc') },
    { label: '地址', value: shown('address') },
    { label: '法定代表人（主要负责人）', value: shown('legalRepresentative/name') },
    { label: '机构性质', value: nature.join('，') },
  ];
}

const ITEMS: Readonly<Record<Kind, (application: Application, shown: Reader) => ReceiptItem[]>> = {
  ELDERLY_CARE: ({ nursingBeds }, shown) => {
    const nursing = nursingBeds === null ? '' : `（其中护理型床位 ${shown('nursingBeds')}）`;
    return [
      { label: '养老床位数', value: `${shown('capacity')}${nursing}` },
      { label: '服务设施面积', value: shown('floorAreaM2') },
      { label: '服务场所权属', value: shown('premisesTenure') },
    ];
  },
  CHILDCARE: ({ classes }, shown) => [
    { label: '服务形式', value: shown('serviceForms') },
    {
      label: '托位规模',
      value: [shown('capacity'), ...(classes.length === 0 ? [] : [shown('classes')])].join('；'),
    },
  ],
};
