import type { Institution } from '../../institutions/queries';
import { LinkButton } from '../../../shared/ui/link-button';

/** For the authority: the way to enter something for the operator of an institution who is there in person (窗口代办). */
export function BeginAtWindow({ institution: { id, openAtWindow } }: { readonly institution: Institution }) {
  if (openAtWindow.length === 0) return null;
  return <LinkButton to={`/filings/assist?institution=${id}`}>窗口代办</LinkButton>;
}
