import { refuse } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Filing } from './filing';

/** What an accepted filing tells the registry (机构名录) of the new institution. */
export interface Registration {
  readonly filingNumber: string;
  readonly filedOn: PlainDate;
  /** Last day of a licence; null for a filing, and where the law sets none. */
  readonly validUntil: PlainDate | null;
}

/**
 * The facts of the institution that an accepted filing brings into being.
 * @throws FIELDS_INCOMPLETE for a filing that should never have been handed in
 */
export function registrationOf(filing: Filing, { filingNumber, filedOn, validUntil }: Registration) {
  const { application, kind, applicantId, authority } = filing;
  const { legalForm, legalRepresentative: head, address, capacity } = application;
  const { name, residentId, phone } = head;
  if (
    legalForm === null ||
    name === null ||
    residentId === null ||
    phone === null ||
    address === null ||
    capacity === null
  ) {
    throw refuse('FIELDS_INCOMPLETE');
  }
  const { premisesTenure, leaseStartsOn, leaseEndsOn, siteType, mealsProvided } = application;
  const { serviceForms, classes, particulars } = application;
  return {
    kind,
    name: application.name,
    uscc: application.uscc,
    legalForm,
    legalRepresentative: { name, residentId, phone },
    servicePhone: application.servicePhone,
    address,
    district: application.district,
    township: application.township,
    authority,
    capacity,
    nursingBeds: application.nursingBeds,
    ownership: application.ownership,
    floorAreaM2: application.floorAreaM2,
    details: {
      premisesTenure,
      leaseStartsOn,
      leaseEndsOn,
      siteType,
      mealsProvided,
      serviceForms,
      classes,
      particulars,
    },
    filingNumber,
    filedOn,
    regime: filing.regime,
    validUntil,
    operatorId: applicantId,
    source: 'FILING' as const,
  };
}
