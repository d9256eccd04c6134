import type { Kind } from '@zhaoguan/contracts';
import { fillIn, type Application, type ApplicationInput } from './application';
import { usualRegistryLevel, withRegistryLevel } from './filing-authority';

/** What the registry keeps in `details`: the particulars of a filing that are no columns. */
type Details = Pick<
  ApplicationInput,
  | 'premisesTenure'
  | 'leaseStartsOn'
  | 'leaseEndsOn'
  | 'siteType'
  | 'mealsProvided'
  | 'serviceForms'
  | 'classes'
  | 'particulars'
>;

/** An institution as the registry (机构名录) keeps it, as far as a filing asks for it. */
type RegisteredFacts = Pick<
  Application,
  | 'name'
  | 'uscc'
  | 'district'
  | 'legalForm'
  | 'address'
  | 'capacity'
  | 'township'
  | 'nursingBeds'
  | 'ownership'
  | 'floorAreaM2'
  | 'servicePhone'
> & {
  readonly kind: Kind;
  readonly legalRepresentative: Application['legalRepresentative'] | null;
  readonly details: Readonly<Record<string, unknown>>;
};

/**
 * What the registry holds of an institution as answers to the form, so that nothing is typed twice (一次填报). The contact
 * is not in the registry: it is that of the last filing.
 */
export function registeredApplication(
  institution: RegisteredFacts,
  contact: Application['contact'] | undefined,
): Application {
  const { name, uscc, district, legalForm, address, capacity, township } = institution;
  const { nursingBeds, ownership, floorAreaM2, servicePhone, legalRepresentative } = institution;
  const registered = fillIn({
    ...detailsOf(institution.details),
    name,
    uscc,
    district,
    legalForm,
    legalRepresentative,
    address,
    capacity,
    township,
    nursingBeds,
    ownership,
    floorAreaM2,
    servicePhone,
    ...(contact === undefined ? {} : { contact }),
  });
  return withUsualLevel(institution.kind, registered);
}

/** What a form of 养老机构 did not ask for yet and the code says all the same is neither typed nor a change (一次填报). */
export const withUsualLevel = (kind: Kind, application: Application): Application =>
  kind === 'ELDERLY_CARE' ? withRegistryLevel(application, usualRegistryLevel(application)) : application;

/** A directory may have brought in particulars of its own, which no form asks for. */
function detailsOf(details: RegisteredFacts['details']): Details {
  const { premisesTenure, leaseStartsOn, leaseEndsOn, siteType, mealsProvided } = details as Details;
  const { serviceForms, classes, particulars } = details as Details;
  return {
    ...(premisesTenure === undefined ? {} : { premisesTenure }),
    ...(leaseStartsOn === undefined ? {} : { leaseStartsOn }),
    ...(leaseEndsOn === undefined ? {} : { leaseEndsOn }),
    ...(siteType === undefined ? {} : { siteType }),
    ...(mealsProvided === undefined ? {} : { mealsProvided }),
    ...(serviceForms === undefined ? {} : { serviceForms }),
    ...(classes === undefined ? {} : { classes }),
    ...(particulars === undefined ? {} : { particulars }),
  };
}

/**
 * What of an earlier filing is about the legal person and not about the site: it holds for the next site of the same code too,
 * and is not typed again (一次填报).
 */
export function legalPersonOf(application: Application): ApplicationInput {
  const { legalForm, legalRepresentative, contact, ownership, servicePhone } = application;
  return { legalForm, legalRepresentative, contact, ownership, servicePhone };
}
