import { refuse, type Kind } from '@zhaoguan/contracts';
import { coversDistrict, type FieldError } from '@zhaoguan/kernel';
import type { Algorithm } from './signature';

/** How long the key before a rotation still opens: the partner must be able to change over without a gap. */
export const OLD_KEY_HOURS = 24;

/** A platform that hands in cases for its users (对接平台). */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly districts: readonly string[];
  readonly kinds: readonly Kind[];
  readonly algorithm: Algorithm;
  /** Where it is told of what happens to its cases; null: it asks by itself. */
  readonly webhookUrl: string | null;
  /** Name of the folder in which it exchanges files (文件交换); null: it does not. */
  readonly folder: string | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

export type PartnerToRegister = Pick<
  Partner,
  'name' | 'districts' | 'kinds' | 'algorithm' | 'webhookUrl' | 'folder'
>;

/** Whether an administrator of these districts looks after the partner: every district of it lies within theirs. */
export const looksAfterPartner = (
  administrator: readonly string[],
  { districts }: Pick<Partner, 'districts'>,
): boolean => districts.every((district) => coversDistrict(administrator, district));

/**
 * @param known whether a district code is in the reference data
 * @throws UNKNOWN_DISTRICT, BEYOND_OWN_DISTRICTS
 */
export function checkDistricts(
  administrator: readonly string[],
  partner: Pick<Partner, 'districts'>,
  known: (district: string) => boolean,
): void {
  const faults = partner.districts.flatMap((district, index): FieldError[] =>
    known(district) ? [] : [{ pointer: `/districts/${index}`, code: 'UNKNOWN_DISTRICT' }],
  );
  if (faults.length > 0) throw refuse('UNKNOWN_DISTRICT', {}, faults);
  if (!looksAfterPartner(administrator, partner)) throw refuse('BEYOND_OWN_DISTRICTS');
}

/** What a partner says of a case before the form is looked at. */
export interface CaseScope {
  readonly kind: Kind;
  readonly district?: string | null | undefined;
  readonly uscc?: string | null | undefined;
}

/**
 * Partners act in their districts, for their kinds, and for nobody but the legal person that signed in with them.
 * @throws KIND_NOT_CONNECTED, WRONG_DISTRICT, NOT_OF_APPLICANT
 */
export function requireScope(partner: Partner, applicantUscc: string, scope: CaseScope): void {
  if (!partner.kinds.includes(scope.kind)) throw refuse('KIND_NOT_CONNECTED');
  const { district, uscc } = scope;
  if (district && !coversDistrict(partner.districts, district)) {
    throw refuse('WRONG_DISTRICT', {}, [{ pointer: '/institution/district', code: 'WRONG_DISTRICT' }]);
  }
  if (uscc && uscc !== applicantUscc) {
    throw refuse('NOT_OF_APPLICANT', {}, [{ pointer: '/institution/uscc', code: 'NOT_OF_APPLICANT' }]);
  }
}
