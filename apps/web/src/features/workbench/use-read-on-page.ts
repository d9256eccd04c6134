import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { useAskAnewOfPage, useMarkReadOnPage } from './queries';
import { listenForNotifications } from './notification-stream';
import { toldOfPage } from './subject-path';

/** News that come together, as when many results are published at once, are asked for together. */
const TOGETHER_MS = 300;

/**
 * Whoever opens the page of a matter has learned what was told of it, by whatever way they came. What is told while the
 * page stands open is read with it too, once the page shows what it tells; not while nobody looks at it.
 */
export function useReadOnPage(): void {
  const { pathname } = useLocation();
  const user = useUser();
  const { mutate } = useMarkReadOnPage();
  const askAnew = useAskAnewOfPage();
  const read = useCallback(
    () => mutate((notifications) => toldOfPage(pathname, notifications, user).map(({ id }) => id)),
    [pathname, user, mutate],
  );
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
    read();
  }, [read]);
  useEffect(() => {
    let soon: number | undefined;
    const follow = async () => {
      soon = undefined;
      await askAnew();
      if (document.visibilityState === 'visible') latest.current();
    };
    const end = listenForNotifications(() => {
      soon ??= window.setTimeout(() => void follow(), TOGETHER_MS);
    });
    return () => {
      window.clearTimeout(soon);
      end();
    };
  }, [user.id, askAnew]);
}
