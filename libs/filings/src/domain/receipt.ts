import { LEGAL_FORM_LABELS, type Kind, type LegalForm } from '@zhaoguan/contracts';
import { chineseDate } from '@zhaoguan/kernel';
import {
  CLASS_LABELS,
  OWNERSHIP_NAMES,
  PREMISES_TENURE_LABELS,
  SERVICE_FORM_LABELS,
  type Application,
} from './application';
import { CONDITIONS_NOTICE } from './conditions-notice';
import type { Filing } from './filing';

/** One line of the table of filed items (备案项目). */
export interface ReceiptItem {
  readonly label: string;
  readonly value: string;
}

/** A receipt (备案回执) as text; how it looks is the printer's. */
export interface ReceiptText {
  readonly title: string;
  readonly filingNumber: string;
  readonly addressee: string;
  readonly body: string;
  readonly items: readonly ReceiptItem[];
  readonly authority: string;
  readonly date: string;
  readonly verification: string;
  readonly verificationUrl: string;
  readonly annex: {
    readonly title: string;
    readonly opening: string;
    readonly conditions: readonly string[];
  };
}

const NOT_GIVEN = '未填报';
const PROFIT: ReadonlySet<LegalForm> = new Set(['ENTERPRISE', 'SOLE_PROPRIETOR']);

/**
 * What the receipt says. Its number and date are those of the acceptance.
 * @throws Error for a filing that has not been accepted: there is no receipt to write
 */
export function receiptText(filing: Filing, authority: string, publicUrl: string): ReceiptText {
  const { filingNumber, filedOn, kind, application } = filing;
  if (filingNumber === null || filedOn === null) throw new Error(`filing ${filing.id} has not been accepted`);
  const elderly = kind === 'ELDERLY_CARE';
  return {
    title: elderly ? '养老机构备案回执' : '托育机构备案回执',
    filingNumber,
    addressee: `${application.name}：`,
    body: elderly
      ? '你单位报送的养老机构备案材料收悉，材料齐全。根据《中华人民共和国老年人权益保障法》《养老机构管理办法》，现予备案。备案项目如下：'
      : '你机构报送的备案材料收悉，材料齐全。根据《中华人民共和国人口与计划生育法》《托育机构登记和备案办法（试行）》，现予备案。备案项目如下：',
    items: [...commonItems(application), ...ITEMS[kind](application)],
    authority,
    date: chineseDate(filedOn),
    verification: '备案不是行政许可。扫描二维码可以核验本回执的真伪和备案状态。',
    verificationUrl: `${publicUrl}/receipts/${filingNumber}`,
    annex: CONDITIONS_NOTICE[kind],
  };
}

function commonItems(application: Application): ReceiptItem[] {
  const { legalForm, ownership } = application;
  const nature =
    legalForm === null ? [] : [PROFIT.has(legalForm) ? '营利性' : '非营利性', LEGAL_FORM_LABELS[legalForm]];
  if (ownership !== null) nature.push(OWNERSHIP_NAMES[ownership]);
  return [
    { label: '机构名称', value: application.name },
    { label: '统一社会信用代码', value: application.uscc },
    { label: '地址', value: application.address ?? NOT_GIVEN },
    { label: '法定代表人（主要负责人）', value: application.legalRepresentative.name ?? NOT_GIVEN },
    { label: '机构性质', value: nature.join('，') || NOT_GIVEN },
  ];
}

const ITEMS: Readonly<Record<Kind, (application: Application) => ReceiptItem[]>> = {
  ELDERLY_CARE: ({ capacity, nursingBeds, floorAreaM2, premisesTenure }) => {
    const nursing = nursingBeds === null ? '' : `（其中护理型床位 ${nursingBeds} 张）`;
    return [
      { label: '养老床位数', value: capacity === null ? NOT_GIVEN : `${capacity} 张${nursing}` },
      { label: '服务设施面积', value: floorAreaM2 === null ? NOT_GIVEN : `${floorAreaM2} 平方米` },
      {
        label: '服务场所权属',
        value: premisesTenure === null ? NOT_GIVEN : PREMISES_TENURE_LABELS[premisesTenure],
      },
    ];
  },
  CHILDCARE: ({ capacity, serviceForms, classes }) => {
    const plans = classes.map(
      (plan) => `${CLASS_LABELS[plan.type]} ${plan.classes} 个班、${plan.places} 个托位`,
    );
    return [
      {
        label: '服务形式',
        value: serviceForms.map((form) => SERVICE_FORM_LABELS[form]).join('、') || NOT_GIVEN,
      },
      { label: '托位规模', value: capacity === null ? NOT_GIVEN : [`${capacity} 个`, ...plans].join('；') },
    ];
  },
};
