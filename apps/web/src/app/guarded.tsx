import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useUser } from '../shared/session/use-session';
import { mayAny } from '../shared/session/session';
import type { PageDefinition } from './page-definition';

const Forbidden = lazy(() => import('../shared/ui/forbidden'));

/** A page as far as the person may open it, with its title on the window. */
export function Guarded({ page, children }: { page: PageDefinition; children: ReactNode }) {
  const user = useUser();
  useEffect(() => {
    document.title = `${page.title} - 照管`;
  }, [page.title]);
  if (mayAny(user, page.anyOf)) return children;
  return (
    <Suspense>
      <Forbidden />
    </Suspense>
  );
}
