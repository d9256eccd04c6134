import { daysBetween, formatYuan } from '@zhaoguan/kernel';
import type { PublicPenalty, PublicResult } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { dayOf } from '../components/dates';
import { Mark, type Tone } from '../components/marks';

const TONES: Readonly<Record<string, Tone>> = {
  NO_PROBLEM: 'good',
  REFUSED: 'stopped',
  FALSE_INFORMATION: 'stopped',
  LICENCE_REVOKED: 'stopped',
  CLOSED: 'plain',
  DEREGISTERED: 'plain',
  REGISTRATION_CANCELLED: 'plain',
  RELOCATED: 'plain',
  NO_RELATED_BUSINESS: 'plain',
};

/** The published wording with its shape; a wording that is not known to be harmless calls for attention. */
export function ResultMark({ result, label }: { result: string; label: string }): VNode {
  return <Mark tone={TONES[result] ?? 'attention'}>{label}</Mark>;
}

/** How long the authority took from the visit to the publication. */
export function publicationDelay({ inspectedOn, publishedAt }: PublicResult): string {
  const days = daysBetween(inspectedOn, dayOf(publishedAt));
  return days <= 0 ? '检查当天公布' : `检查后 ${days} 天公布`;
}

/** “警告、罚款 5,000.00 元”: the amount stands where the fine is named. */
export function penaltyText({ measures, measureLabels, amountFen }: PublicPenalty): string {
  const label = (text: string, i: number): string =>
    measures[i] === 'FINE' && amountFen > 0 ? `${text} ${formatYuan(amountFen)}` : text;
  return measureLabels.map(label).join('、');
}

/** City and county, for a column: which province it is, the filter says. */
export function placeName(districtName: string): string {
  return districtName.replace(/^[^省]{2,4}省|^.{2,8}?自治区/, '');
}
