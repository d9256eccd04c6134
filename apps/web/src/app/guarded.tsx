import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useIsLicensed } from '../shared/session/use-list-words';
import { useUser } from '../shared/session/use-session';
import { mayAny } from '../shared/session/session';
import { titleOf, type PageDefinition } from './page-definition';

const Forbidden = lazy(() => import('../shared/ui/forbidden'));

/** A page as far as the person may open it, with its title on the window. */
export function Guarded({ page, children }: { page: PageDefinition; children: ReactNode }) {
  const user = useUser();
  const title = titleOf(page, useIsLicensed());
  useEffect(() => {
    document.title = `${title} - 照管`;
  }, [title]);
  if (mayAny(user, page.anyOf)) return children;
  return (
    <Suspense>
      <Forbidden />
    </Suspense>
  );
}
