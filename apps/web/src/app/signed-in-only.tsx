import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../shared/session/use-session';

const SignInAgain = lazy(() => import('../features/access/sign-in-again'));
const FirstPassword = lazy(() => import('../features/access/first-password-page'));

/**
 * What lies below is for signed-in people. Who is not is sent to sign in and comes back to the same address; where a
 * sign-in has expired the page stays, with everything typed on it, and asks for the password in place.
 */
export function SignedInOnly() {
  const state = useSession();
  const { pathname, search, hash } = useLocation();
  if (state.kind === 'starting') return null;
  if (state.kind === 'out') {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`} replace />;
  }
  return (
    <Suspense>
      {state.user.mustChangePassword ? <FirstPassword /> : <Outlet key={state.user.id} />}
      {state.kind === 'expired' && <SignInAgain user={state.user} />}
    </Suspense>
  );
}
