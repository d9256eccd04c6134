import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { LinkButton } from '../../shared/ui/link-button';
import type { Institution } from '../institutions/queries';
import { useRemovals } from './queries';

const ENDED: ReadonlySet<string> = new Set(['DECIDED', 'DROPPED', 'ANNULLED']);

/** For the authority: the way to end a filing or a licence, or to the case that is under way. */
export function BeginRemoval({ institution }: { readonly institution: Institution }) {
  const mayManage = useMay('removal.manage');
  const { status, filingNumber, filingEndedAs, ofOwnOffice } = institution;
  const possible =
    mayManage && ofOwnOffice && status !== 'CLOSED' && filingNumber !== null && filingEndedAs === null;
  return possible ? <Way institutionId={institution.id} /> : null;
}

function Way({ institutionId }: { readonly institutionId: string }) {
  const { items } = useRemovals({ institutionId });
  if (items === undefined) return null;
  const open = items.find(({ status }) => !ENDED.has(status));
  return open ? (
    <Link to={`/removals/${open.id}`}>查看在办的{open.typeLabel}</Link>
  ) : (
    <LinkButton to={`/removals/new?institution=${institutionId}`}>注销、撤销</LinkButton>
  );
}
