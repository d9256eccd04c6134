import { Link } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import { Mark } from '../../shared/ui/mark';
import { PlaceName } from '../../shared/ui/places';
import { termInWords } from '../../shared/ui/term';
import type { WorkItem } from './queries';
import { URGENCY_TONES } from './urgency-tones';
import { workPath } from './subject-path';

/** One matter that waits, with its last day in words; the whole line leads to where it is dealt with. */
export function WorkLine({ item }: { readonly item: WorkItem }) {
  const { typeLabel, title, detail, district, dueOn, urgency, workingDaysLeft } = item;
  const user = useUser();
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
          {workingDaysLeft !== null && (
            <Mark tone={URGENCY_TONES[urgency]}>{termInWords(workingDaysLeft)}</Mark>
          )}
          <small className="muted">{dueOn === null ? '没有期限' : `最迟 ${dayInWords(dueOn)}`}</small>
        </span>
      </Link>
    </li>
  );
}
