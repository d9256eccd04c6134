import {
  isForProfit,
  LEGAL_FORM_LABELS,
  OWNERSHIP_LABELS,
  type FormDefinition,
  type Kind,
  type LegalForm,
  type Ownership,
} from '@zhaoguan/contracts';
import { displayValue, findField } from '@zhaoguan/forms';

/** What of the filed items stands on a receipt beside name, address, head and size. */
export interface PrintedAnswers {
  readonly legalForm?: LegalForm;
  readonly ownership?: Ownership;
  readonly floorAreaM2?: number;
  readonly premisesTenure?: string;
  readonly serviceForms?: readonly string[];
  readonly classes?: readonly unknown[];
}

/** One line of a receipt, in the words of the receipt. */
export interface PrintedItem {
  readonly name: string;
  readonly value: string;
}

const ITEMS: Readonly<Record<Kind, readonly (readonly [name: string, answer: keyof PrintedAnswers])[]>> = {
  ELDERLY_CARE: [
    ['服务设施面积', 'floorAreaM2'],
    ['服务场所权属', 'premisesTenure'],
  ],
  CHILDCARE: [
    ['服务形式', 'serviceForms'],
    ['班型和托位', 'classes'],
  ],
};

/** By the newest form of the kind, as what else the public reads of the form; nothing where the receipt does not print it. */
export function printedItems(
  forms: readonly FormDefinition[],
  kind: Kind,
  printed: PrintedAnswers | null,
): PrintedItem[] {
  if (printed === null) return [];
  const form = forms.findLast((each) => each.kind === kind && each.filingType === 'INITIAL');
  const { legalForm, ownership } = printed;
  const nature = [
    ...(legalForm === undefined
      ? []
      : [isForProfit(legalForm) ? '营利性' : '非营利性', LEGAL_FORM_LABELS[legalForm]]),
    ...(ownership === undefined ? [] : [OWNERSHIP_LABELS[ownership]]),
  ].join('，');
  const answers = ITEMS[kind].flatMap(([name, answer]) => {
    const field = form && findField(form, `/institution/${answer}`);
    const value = printed[answer];
    // The receipt says 未填报 of what was left open, and nothing of classes where there are none.
    const isLeftOut = answer === 'classes' && (value === undefined || printed.classes?.length === 0);
    return !field || isLeftOut ? [] : [{ name, value: displayValue(field, value) }];
  });
  return [...(nature === '' ? [] : [{ name: '机构性质', value: nature }]), ...answers];
}
