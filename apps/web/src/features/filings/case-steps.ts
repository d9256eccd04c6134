import { AWAITS_ADMISSION, caseWords, RENEWAL_STATE_LABELS } from '@zhaoguan/contracts';
import { addDays, plainDate } from '@zhaoguan/kernel';
import { dayInWords, instantInWords } from '../../shared/ui/dates';
import type { Step } from '../../shared/ui/state-line';
import { admissionInWords, awaitsAdmission, returnInWords } from './filing-words';
import type { Filing } from './queries';

type Case = Pick<
  Filing,
  | 'regime'
  | 'type'
  | 'status'
  | 'submittedAt'
  | 'filedOn'
  | 'returned'
  | 'correctBy'
  | 'admission'
  | 'admitBy'
> &
  Partial<Pick<Filing, 'renewal' | 'renews'>>;

/** The line of steps (办理进度) of a case. What was turned away, or taken back, said or because nobody answered, was never examined to the end. */
export function caseSteps(filing: Case): Step[] {
  const { status, submittedAt, filedOn } = filing;
  // Of a renewal whose licence is gone the case is still what it was.
  const renewal = (filing.renewal ?? filing.renews ?? null) !== null;
  const { refuse, examining, issuing, states } = caseWords({ ...filing, renewal });
  if (status === 'ABANDONED') return [{ label: '草稿已删除', state: 'stopped' }];
  const filledIn: Step = { label: '填写', state: status === 'DRAFT' ? 'here' : 'done' };
  const handedIn = submittedAt === null ? null : `提交于 ${instantInWords(submittedAt)}`;
  if (status === 'DISMISSED' || status === 'LAPSED' || status === 'WITHDRAWN')
    return [filledIn, { label: states[status], state: 'stopped', ...noteOf(handedIn) }];
  const { state, until } = filing.renewal ?? {};
  if (status === 'SUBMITTED' && state === 'PRESUMED' && until !== undefined) {
    const since = `自${dayInWords(addDays(plainDate(until), 1))}起`;
    return [
      filledIn,
      { label: RENEWAL_STATE_LABELS.PRESUMED, state: 'here', note: since },
      { label: issuing, state: 'ahead' },
    ];
  }
  const examined = awaitsAdmission(filing) ? AWAITS_ADMISSION : examining;
  const ended = status === 'ACCEPTED' || status === 'REFUSED';
  return [
    filledIn,
    {
      label: status === 'RETURNED' ? '退回补正' : examined,
      state: ended ? 'done' : status === 'DRAFT' ? 'ahead' : 'here',
      ...noteOf(returnInWords(filing) ?? admissionInWords(filing) ?? handedIn),
    },
    status === 'REFUSED'
      ? { label: refuse, state: 'stopped' }
      : {
          label: issuing,
          state: ended ? 'done' : 'ahead',
          ...noteOf(filedOn === null ? null : dayInWords(filedOn)),
        },
  ];
}

function noteOf(note: string | null): Pick<Step, 'note'> {
  return note === null ? {} : { note };
}
