import { Mark } from '../../shared/ui/mark';
import type { FollowedRemark } from './queries';

interface FollowedRemarksProps {
  readonly remarks: readonly FollowedRemark[];
  /** Where the places can be opened: what to do when one is chosen. */
  readonly onGo?: (pointer: string) => void;
}

const WHOLE_FILING = '/';

/** Remarks of a return, each with whether what it speaks of has been changed since. */
export function FollowedRemarks({ remarks, onGo }: FollowedRemarksProps) {
  return (
    <ol>
      {remarks.map(({ pointer, place, message, touched }) => (
        <li key={pointer + message} className="typed-lines">
          {onGo && pointer !== WHOLE_FILING ? (
            <button type="button" className="link-button" onClick={() => onGo(pointer)}>
              {place}
            </button>
          ) : (
            <strong>{place}</strong>
          )}
          ：{message} {touched ? <Mark tone="good">已改动</Mark> : <Mark tone="attention">没有改动</Mark>}
        </li>
      ))}
    </ol>
  );
}
