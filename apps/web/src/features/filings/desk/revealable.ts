import type { Schemas } from '@zhaoguan/api-client';

type Revealable = Schemas['RevealApplicantDto']['fields'][number];

const REVEALABLE: Readonly<Record<string, Revealable>> = {
  '/institution/legalRepresentative/residentId': 'legalRepresentative.residentId',
  '/institution/legalRepresentative/phone': 'legalRepresentative.phone',
  '/institution/contact/phone': 'contact.phone',
};

/** What the interface calls the number at this place of the form; undefined where nothing is hidden from officials. */
export function revealableAt(pointer: string): Revealable | undefined {
  return REVEALABLE[pointer];
}
