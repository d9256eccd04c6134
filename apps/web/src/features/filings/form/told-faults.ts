import { citedMessage, type FormFault } from '@zhaoguan/forms';
import type { Filing } from '../queries';

/**
 * What was filed long ago and is not changed hinders a change filing no more than on the server, which says so among its warnings: by the
 * message of the fault, with a note behind it where it is of old. Not by the code alone: that of a 托育机构 whose name is only to be
 * looked at is an error of a 家庭托育点.
 */
export function asTold(faults: readonly FormFault[], warnings: Filing['warnings']): FormFault[] {
  const isTold = (fault: FormFault) =>
    warnings.some(
      ({ pointer, message }) => pointer === fault.pointer && message.startsWith(citedMessage(fault)),
    );
  return faults.map((fault) => (isTold(fault) ? { ...fault, severity: 'WARNING' } : fault));
}
