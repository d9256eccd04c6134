import { useLayoutEffect, useRef, type MouseEvent } from 'react';

interface Asked {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

/**
 * What the button of a decision does: confirm it once. A double click reaches it before it is disabled, and while the
 * dialog fades away it can still be pressed; neither is meant as a second decision.
 */
export function useSingleConfirmation({ open, busy, onConfirm }: Asked): (event: MouseEvent) => void {
  // Not state: what is looked at must be true within the same tick, and in a dialog that is no longer rendered.
  const isShut = useRef(true);
  // With every rendering: whoever is told at once that nothing could be sent confirms again.
  useLayoutEffect(() => {
    isShut.current = busy || !open;
  });
  return ({ detail: clicksInARow }) => {
    if (isShut.current || clicksInARow > 1) return;
    isShut.current = true;
    onConfirm();
  };
}
