import { REGIME_WORDS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { LinkButton } from '../../shared/ui/link-button';
import type { Institution } from '../institutions/queries';
import { useRemovals } from './queries';
import { barIn } from './revoked-words';

/** That nothing may be applied for anew for a time, as the decision of a revocation says; undefined where it does not. */
function useBar(institutionId: string): string | undefined {
  const mayState = useMay('removal.state');
  const mayRead = useMay('removal.read');
  const { items = [] } = useRemovals({ institutionId }, mayState || mayRead);
  return barIn(items);
}

/** The same on a page of a case or at the beginning of one. */
export function BarNote({ institutionId }: { readonly institutionId: string }) {
  const bar = useBar(institutionId);
  return bar === undefined ? null : <p className="notice">{bar}</p>;
}

/** For who operated what has ended or was revoked: whoever serves again files for the first time (首次备案), as long as nothing keeps them from it. */
export function BeginAnew({ institution: { id, regime } }: { readonly institution: Institution }) {
  const bar = useBar(id);
  if (bar !== undefined) return null;
  return (
    <LinkButton to={`/filings/new?institution=${id}`} primary>
      重新办理{REGIME_WORDS[regime].types.INITIAL}
    </LinkButton>
  );
}

/** For the operator of who was revoked: what can be done now. */
export function RevokedNote({ institution: { id, regime } }: { readonly institution: Institution }) {
  const bar = useBar(id);
  const { held, types } = REGIME_WORDS[regime];
  return (
    <p className="notice">
      {held}已被撤销，不能再办理变更、暂停、恢复或者终止。
      {bar ?? (
        <>
          继续提供服务的，请
          <Link to={`/filings/new?institution=${id}`}>重新办理{types.INITIAL}</Link>。
        </>
      )}
    </p>
  );
}
