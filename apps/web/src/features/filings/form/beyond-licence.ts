import { BEYOND_LICENCE, beyondLicence, LICENCE_ENDS_BASIS } from '@zhaoguan/contracts';
import { valueAt, type FormFault } from '@zhaoguan/forms';
import type { Filing } from '../queries';

const STARTS_ON = '/institution/notice/startsOn';

/** Where the day is typed on which a service is to go on: that its licence has ended by then. The form does not know the licence. */
export function beyondLicenceFaults(
  { licenceEndsOn }: Pick<Filing, 'licenceEndsOn'>,
  answers: unknown,
): FormFault[] {
  const typed = valueAt(answers, STARTS_ON);
  const message = beyondLicence(typeof typed === 'string' ? typed : null, licenceEndsOn);
  if (message === null) return [];
  return [
    { pointer: STARTS_ON, code: BEYOND_LICENCE, message, basis: LICENCE_ENDS_BASIS, severity: 'WARNING' },
  ];
}
