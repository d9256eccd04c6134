import {
  FILING_OF_STATUS_ACTION,
  FILING_TYPE_LABELS,
  INSTITUTION_STATUS_LABELS,
  REGIME_WORDS,
  REMOVAL_WORDS,
  RENEWAL_STATE_LABELS,
  type Regime,
} from '@zhaoguan/contracts';
import type {
  FilingEndFacts,
  PublicInstitution,
  PublicRenewal,
  StatusStepFacts,
} from '@zhaoguan/publication';
import { addDays } from '@zhaoguan/kernel';
import type { VNode } from 'preact';
import { longDate } from '../components/dates';
import { Mark } from '../components/marks';

/** A state that a visitor must notice before anything else. */
export function StatusMark({ status }: { status: PublicInstitution['status'] }): VNode {
  const tone = status === 'OPERATING' ? 'good' : status === 'SUSPENDED' ? 'attention' : 'stopped';
  return <Mark tone={tone}>{INSTITUTION_STATUS_LABELS[status]}</Mark>;
}

/** “120 张床（护理型 72 张）” or “60 个托位”. */
export function capacityText({ kind, capacity, nursingBeds }: PublicInstitution): string {
  if (kind === 'CHILDCARE') return `${capacity} 个托位`;
  return nursingBeds === null ? `${capacity} 张床` : `${capacity} 张床（护理型 ${nursingBeds} 张）`;
}

/** From which day on the service stops, goes on or ends, as it was filed. */
export function stepText({ action, effectiveOn, inForce }: StatusStepFacts, regime: Regime): string {
  const day = longDate(effectiveOn);
  if (action === 'reinstate' || action === 'reinstateSuspended')
    return `${day}起${REMOVAL_WORDS[regime].restoration}`;
  const step = FILING_TYPE_LABELS[FILING_OF_STATUS_ACTION[action]];
  return inForce ? `${day}起${step}` : `将于${day}${step}`;
}

/** That the authority has ended a filing or a licence, before anything else that is said of it. */
export function FilingEndMark({ filingEnd }: { filingEnd: FilingEndFacts }): VNode {
  return <Mark tone="stopped">{REMOVAL_WORDS[filingEnd.regime].ends[filingEnd.endedAs]}</Mark>;
}

/** Since when, and what it means for a visitor. */
export function filingEndText({ endedAs, regime, endedOn }: FilingEndFacts): string {
  const { authority, held, proof } = REGIME_WORDS[regime];
  return endedAs === 'CANCELLED'
    ? `${authority}已于${longDate(endedOn)}注销这项${held}，机构已经不在名录内提供服务。`
    : `${authority}已于${longDate(endedOn)}撤销这项${held}，原${proof}不再有效。`;
}

/** Why a licence holds while, and after, its renewal waits. @law 行政许可法第五十条 */
export function RenewalNote({ renewal: { state, until } }: { renewal: PublicRenewal }): VNode {
  return (
    <p class="notice" role="status">
      <strong>{RENEWAL_STATE_LABELS[state]}。</strong>
      {state === 'WAITING'
        ? `这家机构已经按期申请延续许可，许可机关正在审查；到${longDate(until)}有效期届满还没有作出决定的，视为准予延续。`
        : `这家机构按期申请延续许可，许可机关在原有效期届满（${longDate(until)}）以前没有作出决定，依照《中华人民共和国行政许可法》第五十条第二款，自${longDate(addDays(until, 1))}起视为准予延续，原证继续有效，正在换发许可证。`}
    </p>
  );
}
