import { lastFour, maskPhone, maskResidentId } from '@zhaoguan/kernel';
import type { Application } from './application';

/** Resident id: the applicant recognises their own by the last four, officials see region and the last four. */
export function masked(application: Application, own: boolean): Application {
  const { legalRepresentative: head, contact } = application;
  const idMask = own ? lastFour : maskResidentId;
  return {
    ...application,
    legalRepresentative: {
      name: head.name,
      residentId: head.residentId === null ? null : idMask(head.residentId),
      phone: head.phone === null ? null : maskPhone(head.phone),
    },
    contact: { name: contact.name, phone: contact.phone === null ? null : maskPhone(contact.phone) },
  };
}
