import { COUNTED_IN_DAYS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import { Mark } from '../../shared/ui/mark';
import { PlaceName } from '../../shared/ui/places';
import { daysInWords, termInWords } from '../../shared/ui/term-words';
import { useDaysLeft } from '../../shared/ui/use-calendar';
import type { WorkItem } from './queries';
import { URGENCY_TONES } from './urgency-tones';
import { workPath } from './subject-path';

/** One matter that waits, with its last day in words; the whole line leads to where it is dealt with. */
export function WorkLine({ item }: { readonly item: WorkItem }) {
  const { typeLabel, title, detail, district, dueOn, urgency } = item;
  const user = useUser();
  const left = useLeft(item);
  return (
    <li>
      <Link to={workPath(item, user)}>
        <span className="work-what">
          <strong>{title}</strong>
          <span className="muted">
            {typeLabel} · {detail}
            {district !== null && (
              <>
                {' '}
                · <PlaceName code={district} />
              </>
            )}
          </span>
        </span>
        <span className="work-term">
          {left !== null && <Mark tone={URGENCY_TONES[urgency]}>{left}</Mark>}
          <small className="muted">{dueOn === null ? '没有期限' : `最迟 ${dayInWords(dueOn)}`}</small>
        </span>
      </Link>
    </li>
  );
}

/** In the unit in which the law counts the term, as the page of the matter says it. */
function useLeft({ type, dueOn, workingDaysLeft, urgency }: WorkItem): string | null {
  const days = useDaysLeft(dueOn);
  if (!COUNTED_IN_DAYS.has(type)) {
    return workingDaysLeft === null ? null : termInWords(workingDaysLeft, urgency === 'OVERDUE');
  }
  return days === undefined ? null : daysInWords(days);
}
