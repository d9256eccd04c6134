/**
 * Puts the focus on a heading, which is read out, and from which Tab goes on. The page moves only for who goes by keyboard: under a
 * mouse it stays where it is.
 */
export function focusHeading(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (heading.matches(':focus-visible')) heading.scrollIntoView({ block: 'nearest' });
}

/** What the page is about; while it is still being fetched, the place where it will stand. */
export function headingOfPage(): HTMLElement | null {
  return document.querySelector<HTMLElement>('#content h1') ?? document.getElementById('content');
}
