import { REGIME_WORDS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay } from '../../../shared/session/use-session';
import type { Filing } from '../queries';

/** To where a change is begun, for who is to put right what was found: the page of the institution goes on with one that was begun. */
export function ToChange({ filing }: { readonly filing: Filing }) {
  const mayFile = useMay('filing.file');
  const { institutionId, status, institutionPassed, regime } = filing;
  if (!mayFile || status !== 'ACCEPTED' || institutionId === null || institutionPassed) return null;
  return (
    <p>
      <Link to={`/institutions/${institutionId}`}>到机构页面办理{REGIME_WORDS[regime].types.CHANGE}</Link>
    </p>
  );
}
