let isDown = false;

/** Noted for the whole page, from its beginning: a field hears of a press only when it has lost the focus by it. */
if (typeof document !== 'undefined') {
  const note = (down: boolean) => () => (isDown = down);
  document.addEventListener('pointerdown', note(true), { capture: true });
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, note(false), { capture: true });
}

/**
 * Runs this at once, or while a button is pressed when it is let go. What appears or disappears as a field is left moves
 * the page: under a finger that has come down and not gone up again, the click would be lost.
 */
export function afterPointer(run: () => void): void {
  if (!isDown) {
    run();
    return;
  }
  const ended = new AbortController();
  // After the click that follows the release; a touch that becomes scrolling ends without one.
  const later = () => {
    ended.abort();
    setTimeout(run);
  };
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, later, { signal: ended.signal });
}
