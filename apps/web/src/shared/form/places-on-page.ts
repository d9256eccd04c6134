/** Id of the control at which a pointer points: `/institution/classes/0/places` is `institution-classes-0-places`. */
export function idOfPlace(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '-');
}

const TAKES_FOCUS = 'input:checked, input, select, textarea, button';

/** On the place to which somebody was led, while the focus is in it. */
const LED = 'data-led';

/**
 * Brings the place that a fault or a remark speaks of into sight, with the focus in it and a mark around it. A cell that is
 * not on the page is looked for in its table.
 */
export function goToPlace(pointer: string): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.getElementById(idOfPlace(at));
    if (!place) continue;
    const takesFocus = place.matches(TAKES_FOCUS) || place.hasAttribute('tabindex');
    const control = takesFocus ? place : place.querySelector<HTMLElement>(TAKES_FOCUS);
    place.scrollIntoView({ block: 'center' });
    mark(place.closest<HTMLElement>('.defined-field') ?? place);
    control?.focus({ preventScroll: true });
    return;
  }
}

/** After a click the browser itself shows no focus on buttons and hidden inputs: one would land on a page that looks the same. */
function mark(place: HTMLElement): void {
  for (const marked of document.querySelectorAll(`[${LED}]`)) marked.removeAttribute(LED);
  place.setAttribute(LED, '');
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && place.contains(relatedTarget)) return;
    place.removeAttribute(LED);
    place.removeEventListener('focusout', leave);
  };
  place.addEventListener('focusout', leave);
}
