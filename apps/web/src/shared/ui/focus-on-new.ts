const USED = 'input, textarea, select, button, a, [role=combobox]';

/**
 * What has come of a press takes the focus, where the page has left it nowhere: a row that was added, a file that was received
 * (WCAG 2.4.3). Who has gone on elsewhere meanwhile is left there.
 */
export function focusOnNew(box: HTMLElement | null, come: Element | null | undefined): void {
  const here = document.activeElement;
  const isElsewhere = here !== null && !box?.contains(here) && here.matches(USED);
  if (!isElsewhere && come instanceof HTMLElement) come.focus();
}
