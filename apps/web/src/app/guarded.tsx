import { useEffect, type ReactNode } from 'react';
import { useUser } from '../shared/session/use-session';
import { mayAny } from '../shared/session/session';
import { Forbidden } from '../shared/ui/forbidden';
import type { PageDefinition } from './page-definition';

/** A page as far as the person may open it, with its title on the window. */
export function Guarded({ page, children }: { page: PageDefinition; children: ReactNode }) {
  const user = useUser();
  useEffect(() => {
    document.title = `${page.title} - 照管`;
  }, [page.title]);
  return mayAny(user, page.anyOf) ? children : <Forbidden />;
}
