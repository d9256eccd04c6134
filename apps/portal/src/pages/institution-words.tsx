import {
  hasExpectedDayPassed,
  INSTITUTION_STATUS_LABELS,
  LICENCE_EXPIRED_LABEL,
  REGIME_WORDS,
  REMOVAL_WORDS,
  RENEWAL_STATE_LABELS,
  STATUS_ACTION_LABELS,
  type Regime,
} from '@zhaoguan/contracts';
import type {
  FilingEndFacts,
  PublicInstitution,
  PublicRenewal,
  StatusStepFacts,
} from '@zhaoguan/publication';
import { addDays, type PlainDate } from '@zhaoguan/kernel';
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

/** From which day on the service stops, until when that was expected to last, goes on or ends, as it was filed. */
export function stepText(
  { action, effectiveOn, inForce, expectedUntil, suspendedSince, held }: StatusStepFacts,
  regime: Regime,
  today: PlainDate,
): string {
  const day = longDate(effectiveOn);
  if (action === 'reinstate' || action === 'reinstateSuspended')
    return `${day}起${REMOVAL_WORDS[regime].restoration}`;
  if (action === 'prolong') {
    const since = suspendedSince === null ? '' : `${longDate(suspendedSince)}起`;
    return `${since}暂停服务，${day}办理延长暂停${expectedText(expectedUntil, today)}`;
  }
  const step = STATUS_ACTION_LABELS[action];
  // Who looks for a place plans by it: that it may not come is said, and not why.
  if (held) return `原定${day}起${step}，机构已申请撤回，主管机关答复以前不执行`;
  if (!inForce && effectiveOn <= today) return `原定${day}起${step}，尚未生效`;
  return `${inForce ? `${day}起${step}` : `将于${day}${step}`}${expectedText(expectedUntil, today)}`;
}

/** What was last told of the service; nothing once the authority has ended what it was told under (注销、撤销), for that says more. */
export function serviceFacts(
  step: StatusStepFacts | null | undefined,
  { filingEnd, regime }: ServiceUnder,
  today: PlainDate,
): { readonly name: string; readonly value: string }[] {
  if (!step || filingEnd) return [];
  return [{ name: '服务状态', value: stepText(step, regime, today) }];
}

interface ServiceUnder {
  readonly filingEnd: FilingEndFacts | null | undefined;
  readonly regime: Regime;
}

/** When a stopped service is expected to go on; that this day has passed is no more than that nobody has told of a resumption yet. */
function expectedText(on: PlainDate | null, today: PlainDate): string {
  if (on === null) return '';
  return hasExpectedDayPassed(on, today)
    ? `，原预计${longDate(on)}恢复，尚未恢复`
    : `，预计${longDate(on)}恢复`;
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

/** That a licence has expired and was not renewed, in a list. */
export function ExpiredMark({ on }: { on: PublicInstitution['licenceExpiredOn'] }): VNode | null {
  return on === null ? null : <Mark tone="stopped">{LICENCE_EXPIRED_LABEL}</Mark>;
}

/** The same on the page of the institution, with what it means. @law 行政许可法第五十条、第七十条第一项 */
export function ExpiredNote({ on }: { on: PublicInstitution['licenceExpiredOn'] }): VNode | null {
  if (on === null) return null;
  return (
    <p class="notice" role="status">
      <strong>{LICENCE_EXPIRED_LABEL}。</strong>
      {`许可证的有效期已于${longDate(on)}届满，自${longDate(addDays(on, 1))}起不再有效，机构不能凭它提供服务。`}
    </p>
  );
}

/** Until when a filing stands without the licence that the law asks for now (过渡期). */
export function TransitionNote({
  until,
  today,
}: {
  until: PlainDate | null;
  today: PlainDate;
}): VNode | null {
  if (until === null) return null;
  return (
    <p class="notice">
      这类机构现在实行许可。这家机构在此以前已经备案，
      {until < today
        ? `过渡期已于${longDate(until)}届满，还没有取得许可。`
        : `过渡期内备案继续有效，到${longDate(until)}为止；在这以前应当取得许可。`}
    </p>
  );
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
