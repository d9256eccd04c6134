import { useEffect, useRef, type RefObject } from 'react';

/**
 * How a panel that hangs from a button goes away again: by Esc, which gives the focus back to the button, and by a click
 * elsewhere.
 * @returns where the panel and its button stand, and the button
 */
export function useDismissal<E extends HTMLElement>(
  open: boolean,
  close: () => void,
): { readonly box: RefObject<E | null>; readonly button: RefObject<HTMLElement | null> } {
  const box = useRef<E>(null);
  const button = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      button.current?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [open, close]);
  return { box, button };
}
