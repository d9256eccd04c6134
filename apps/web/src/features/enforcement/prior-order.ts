import type { Schemas } from '@zhaoguan/api-client';
import { faultOfOrderDay, faultsOfCorrectionDay, presupposesOrder } from '@zhaoguan/contracts';
import { isPlainDate } from '@zhaoguan/kernel';
import { dayInWords } from '../../shared/ui/dates';
import type { Tier } from './queries';

export type PriorOrder = Schemas['PriorOrderDto'];

/** What a form holds of it, while it is filled in. */
export type PriorOrderDraft = { readonly [K in keyof PriorOrder]?: PriorOrder[K] | null };

export type PriorOrderRule = 'required' | 'optional' | 'none';

/** Whether a tier presupposes an order to correct: it is for not following one, or that is one of its cases. */
export function priorOrderRuleOf(tier: Pick<Tier, 'severity' | 'condition'> | undefined): PriorOrderRule {
  if (tier === undefined) return 'none';
  if (presupposesOrder(tier)) return 'required';
  return tier.condition.includes('不改正') ? 'optional' : 'none';
}

/** The order as it is sent; undefined where none is claimed. */
export function priorOrderOf(
  draft: PriorOrderDraft | undefined,
  rule: PriorOrderRule,
): PriorOrder | undefined {
  const { documentNumber, orderedOn, dueOn } = draft ?? {};
  if (rule === 'none' || !documentNumber?.trim() || !orderedOn || !dueOn) return undefined;
  return { documentNumber: documentNumber.trim(), orderedOn, dueOn };
}

/** What is wrong with the last day for the correction, by the rule of the server. */
export function faultOfDueDay(day: unknown, orderedOn: unknown, today: string | undefined): string | null {
  if (typeof day !== 'string' || !isPlainDate(day)) return null;
  const ordered = typeof orderedOn === 'string' && isPlainDate(orderedOn) ? orderedOn : undefined;
  return faultsOfCorrectionDay(day, ordered, today)[0] ?? null;
}

/** What is wrong with the day of the order, by the rule of the server. */
export function faultOfOrderedDay(day: unknown, today: string | undefined): string | null {
  return typeof day === 'string' && isPlainDate(day) ? faultOfOrderDay(day, today) : null;
}

export function priorOrderInWords({ documentNumber, orderedOn, dueOn }: PriorOrder): string {
  return `${dayInWords(orderedOn)}责令改正（文号：${documentNumber}），期限至${dayInWords(dueOn)}`;
}
