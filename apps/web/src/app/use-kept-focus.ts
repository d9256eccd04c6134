import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router';
import { focusHeading, headingOfPage } from '../shared/ui/focus-heading';

/**
 * Nobody who goes by keyboard, or listens, loses their place (WCAG 2.4.3; 无障碍环境建设法): on a page that is opened the focus goes to
 * its heading, and so it does where what had it is taken away, as the button of a decision is once it has been made.
 */
export function useKeptFocus(): void {
  useHeadingOnArrival();
  useEffect(() => {
    let last: Element | null = null;
    const note = () => {
      last = isNowhere() ? null : document.activeElement;
    };
    const look = () => {
      if (last === null || last.isConnected || !isNowhere()) return;
      const heading = headingOfPage();
      if (heading) focusHeading(heading);
    };
    // After a dialog that goes in the same breath has given it back to what opened it.
    const observer = new MutationObserver(() => queueMicrotask(look));
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    // Who has pressed beside everything wants the focus nowhere.
    document.addEventListener('pointerup', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerup', note);
    };
  }, []);
}

/** Not on the first page, where the browser begins, nor where the new page itself has chosen a place. */
function useHeadingOnArrival(): void {
  const { pathname } = useLocation();
  const first = useRef<string | null>(pathname);
  // Asked while the new page is being rendered, before any part of it can take the focus.
  const before = useMemo(() => ({ pathname, at: document.activeElement }), [pathname]);
  useEffect(() => {
    if (first.current === before.pathname) return;
    first.current = null;
    const arrive = (): boolean => {
      const at = document.activeElement;
      const content = document.getElementById('content');
      if (at !== before.at && at !== content && !isNowhere()) return true;
      const heading = headingOfPage();
      if (heading) focusHeading(heading);
      return heading !== null && heading !== content;
    };
    if (arrive()) return;
    // Its heading comes with what the page is fetched from.
    const observer = new MutationObserver(() => arrive() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [before]);
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
