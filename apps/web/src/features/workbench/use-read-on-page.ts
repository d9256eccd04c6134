import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { useMarkReadOnPage } from './queries';
import { toldOfPage } from './subject-path';

/**
 * Whoever opens the page of a matter has learned what was told of it, by whatever way they came. What is told while the
 * page stands open stays unread: the page may show what was before.
 */
export function useReadOnPage(): void {
  const { pathname } = useLocation();
  const user = useUser();
  const { mutate } = useMarkReadOnPage();
  useEffect(
    () => mutate((notifications) => toldOfPage(pathname, notifications, user).map(({ id }) => id)),
    [pathname, user, mutate],
  );
}
