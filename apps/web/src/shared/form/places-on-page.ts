/** Id of the control at which a pointer points: `/institution/classes/0/places` is `institution-classes-0-places`. */
export function idOfPlace(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '-');
}

const TAKES_FOCUS = 'input:checked, input, select, textarea, button';

/**
 * Brings the place that a fault or a remark speaks of into sight, with the focus in it. A cell that is not on the page is
 * looked for in its table.
 */
export function goToPlace(pointer: string): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.getElementById(idOfPlace(at));
    if (!place) continue;
    const control = place.matches(TAKES_FOCUS) ? place : place.querySelector<HTMLElement>(TAKES_FOCUS);
    place.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
    return;
  }
}
