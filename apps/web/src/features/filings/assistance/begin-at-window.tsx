import { Button } from 'antd';
import { Link } from 'react-router';
import type { Institution } from '../../institutions/queries';

/** For the authority: the way to enter something for the operator of an institution who is there in person (窗口代办). */
export function BeginAtWindow({ institution: { id, openAtWindow } }: { readonly institution: Institution }) {
  if (openAtWindow.length === 0) return null;
  return (
    <Link to={`/filings/assist?institution=${id}`}>
      <Button>窗口代办</Button>
    </Link>
  );
}
