import { useHeldByAnother } from '../assignment/queries';
import type { Filing } from '../queries';

/** Whether the bar of decisions stands at the desk for who reads it. */
export function useDecides(filing: Filing): boolean {
  const colleague = useHeldByAnother(filing);
  return colleague === undefined && filing.availableActions.length > 0 && !filing.editable;
}
