import { useLayoutEffect, useMemo } from 'react';

/**
 * A dialog that goes gives the focus back to what opened it, however it goes: closed, carried out, or taken from the page as a whole,
 * at which the browser and antd leave it nowhere (WCAG 2.4.3). Where that is gone too, the frame looks after it (`useKeptFocus`).
 */
export function useFocusBack(open: boolean): void {
  // While the dialog is being rendered, the focus is still where it was asked for.
  const opener = useMemo(() => (open ? document.activeElement : null), [open]);
  useLayoutEffect(() => {
    if (!(opener instanceof HTMLElement)) return;
    return () =>
      // The dialog and its hold on the focus leave the page in the same breath as this.
      queueMicrotask(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (isNowhere && opener.isConnected) opener.focus({ preventScroll: true });
      });
  }, [opener]);
}
