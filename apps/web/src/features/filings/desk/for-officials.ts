import type { Filing } from '../queries';

/** Whether who reads it has something to do with it as an official: the applicant takes it back, and decides nothing. */
export const isForOfficials = ({
  availableActions,
  editable,
}: Pick<Filing, 'availableActions' | 'editable'>): boolean =>
  !editable && availableActions.some((act) => act !== 'withdraw');
