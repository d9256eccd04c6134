import { useHeldByAnother } from '../assignment/queries';
import { isForOfficials } from './for-officials';
import type { Filing } from '../queries';

/** Whether the bar of decisions stands at the desk for who reads it. */
export function useDecides(filing: Filing): boolean {
  const colleague = useHeldByAnother(filing);
  return colleague === undefined && isForOfficials(filing);
}
