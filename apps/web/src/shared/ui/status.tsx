import { GRADE_LABELS, stateLabel, type Grade } from '@zhaoguan/contracts';
import { Mark, type Tone } from './mark';

/** A case looks the same whether it is filed or licensed. */
const CASE_TONES: Readonly<Record<string, Tone>> = {
  DRAFT: 'plain',
  ABANDONED: 'stopped',
  WITHDRAWN: 'stopped',
  RETURNED: 'attention',
  DISMISSED: 'stopped',
  REFUSED: 'stopped',
  ACCEPTED: 'good',
};
/** How each state of a process looks; a state that is not named is running. */
const TONES: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  filing: CASE_TONES,
  licence: CASE_TONES,
  'licence-notice': CASE_TONES,
  removal: { NOTICED: 'attention', DECIDED: 'good', DROPPED: 'plain', ANNULLED: 'stopped' },
  'nonconformity-disclosure': { UNPUBLISHED: 'attention', PUBLISHED: 'good', WITHDRAWN: 'stopped' },
  'filing-verification': { MISMATCH_FOUND: 'attention', VERIFIED: 'good', CANCELLED: 'plain' },
  'closure-follow-up': {
    OPEN: 'running',
    UNSETTLED: 'attention',
    REPORTED: 'running',
    SETTLED: 'good',
    CALLED_OFF: 'plain',
  },
  'filing-retraction': {
    ASKED: 'attention',
    GRANTED: 'good',
    DECLINED: 'stopped',
    TAKEN_BACK: 'plain',
    LAPSED: 'plain',
  },
  'filing-extension': { ASKED: 'attention', APPROVED: 'good', DECLINED: 'plain', LAPSED: 'plain' },
  'filing-opinion': { ASKED: 'running', ANSWERED: 'good', WITHDRAWN: 'plain', WAIVED: 'plain' },
  expiry: { WATCHED: 'good', EXPIRED: 'attention', CHECKED: 'running', RENEWED: 'plain', DROPPED: 'plain' },
  draw: { INFEASIBLE: 'stopped', VOIDED: 'stopped', OPENED: 'good' },
  'inspection-task': { ASSIGNED: 'plain', SUBMITTED: 'good', REPLACED: 'stopped', CANCELLED: 'stopped' },
  'inspection-result': { PENDING: 'attention', PUBLISHED: 'good', WITHDRAWN: 'stopped' },
  'rating-follow-up': { OPEN: 'attention', RESOLVED: 'good', UNFOUNDED: 'plain' },
  'unfiled-site': { FOUND: 'attention', FILED: 'good', NOT_OBLIGED: 'plain' },
  overdue: { RAISED: 'attention', EXPLAINED: 'attention', ENDED: 'good' },
  'penalty-case': { PREPARED: 'attention', DECIDED: 'good', NOT_PENALISED: 'plain' },
};

interface StatusProps {
  /** Name of the process, as in contracts' STATE_LABELS. */
  readonly process: string;
  readonly status: string;
  /** As the server words it, where more than the state tells how it stands. */
  readonly label?: string;
}

export function Status({ process, status, label }: StatusProps) {
  return (
    <Mark tone={TONES[process]?.[status] ?? 'running'}>{label ?? stateLabel(process, status) ?? status}</Mark>
  );
}

const GRADE_TONES: Readonly<Record<Grade, Tone>> = { A: 'good', B: 'running', C: 'attention', D: 'stopped' };

/** Credit grade (信用等级): the letter always stands beside the colour. */
export function GradeMark({ grade }: { readonly grade: Grade }) {
  return (
    <Mark tone={GRADE_TONES[grade]}>
      {grade} {GRADE_LABELS[grade]}
    </Mark>
  );
}
