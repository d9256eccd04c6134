import type { Step } from '../../shared/ui/state-line';
import { dayInWords } from '../../shared/ui/dates';
import { serviceStep } from '../../shared/ui/decision-service';
import type { PenaltyCase } from './queries';

type Subject = Pick<PenaltyCase, 'status' | 'openedOn' | 'notice' | 'statements' | 'decision' | 'nextTerm'>;

/** The way of a case, with what is done, where it stands and what comes. A case that was dropped early skipped the rest. */
export function stepsOf(subject: Subject): Step[] {
  const { openedOn, decision } = subject;
  const dropped = subject.status === 'NOT_PENALISED';
  return [
    { label: '立案', state: 'done', note: dayInWords(openedOn) },
    ...(dropped && !isTold(subject) ? [] : [noticeStep(subject), statementStep(subject)]),
    decision
      ? { label: dropped ? '不予处罚' : '处罚决定', state: 'done', note: dayInWords(decision.decidedOn) }
      : { label: '决定', state: decisionIsNext(subject) ? 'here' : 'ahead' },
    decision ? serviceStep(decision) : { label: '送达', state: 'ahead' },
  ];
}

function noticeStep({ notice }: Subject): Step {
  const label = '告知';
  if (!notice) return { label, state: 'here', note: '告知当事人拟作出的处罚' };
  return notice.noticedOn === null
    ? { label, state: 'here', note: '告知书待送达' }
    : { label, state: 'done', note: dayInWords(notice.noticedOn) };
}

/** A paper that waits to be handed over has told nobody anything. */
function isTold({ notice }: Pick<Subject, 'notice'>): boolean {
  return notice !== null && notice.noticedOn !== null;
}

function statementStep({ status, notice, statements, nextTerm }: Subject): Step {
  const label = '陈述申辩';
  const until = notice?.statementUntil ?? null;
  if (until === null) return { label, state: 'ahead' };
  const [first] = statements;
  const isRunning = nextTerm?.term === 'STATEMENT';
  if (first && isRunning) return { label, state: 'here', note: `已记录，至${dayInWords(until)}` };
  if (first) return { label, state: 'done', note: first.nature === 'WAIVER' ? '已放弃' : '已提出' };
  if (status !== 'NOTICED') return { label, state: 'done' };
  if (!isRunning) return { label, state: 'done', note: '期满未提出' };
  return { label, state: 'here', note: `至${dayInWords(until)}` };
}

function decisionIsNext(subject: Subject): boolean {
  return isTold(subject) && subject.nextTerm?.term === 'DECISION';
}
