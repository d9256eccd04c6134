import { Link } from 'react-router';
import { dayInWords } from '../../shared/ui/dates';
import { useFiling, useFilings } from './queries';
import { suspendedInWords } from './suspended-words';

interface SuspendedNoteProps {
  readonly institutionId: string;
  /** Whether the day has passed on which the service was expected to go on. */
  readonly hasPassed: boolean;
}

/** Of an institution whose service is stopped: since when, until when and why, as it was told. */
export function SuspendedNote({ institutionId, hasPassed }: SuspendedNoteProps) {
  const { items } = useFilings({ institutionId, sort: '-createdAt' });
  const told = items?.find(({ type, status }) => type === 'SUSPENSION' && status === 'ACCEPTED');
  return told === undefined ? null : <Told id={told.id} hasPassed={hasPassed} />;
}

function Told({ id, hasPassed }: { readonly id: string; readonly hasPassed: boolean }) {
  const { data } = useFiling(id);
  const words = suspendedInWords(data, dayInWords, hasPassed);
  return words === null ? null : (
    <p className="notice">
      {words}
      <Link to={`/filings/${id}`}>
        查看{(data?.prolongs ?? null) === null ? '暂停服务' : '延长暂停'}的那一件
      </Link>
    </p>
  );
}
