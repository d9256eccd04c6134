import { Link } from 'react-router';
import { dayInWords } from '../../shared/ui/dates';
import { useFiling, useFilings } from './queries';
import { suspendedInWords } from './suspended-words';

/** Of an institution whose service is stopped: since when, until when and why, as it was told. */
export function SuspendedNote({ institutionId }: { readonly institutionId: string }) {
  const { items } = useFilings({ institutionId, sort: '-createdAt' });
  const told = items?.find(({ type, status }) => type === 'SUSPENSION' && status === 'ACCEPTED');
  return told === undefined ? null : <Told id={told.id} />;
}

function Told({ id }: { readonly id: string }) {
  const { data } = useFiling(id);
  const words = suspendedInWords(data?.institution.notice, dayInWords);
  return words === null ? null : (
    <p className="notice">
      {words}
      <Link to={`/filings/${id}`}>查看暂停服务的那一件</Link>
    </p>
  );
}
