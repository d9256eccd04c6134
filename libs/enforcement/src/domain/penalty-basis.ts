import type { PenaltyBasisRow } from '@zhaoguan/contracts';
import { coversDistrict } from '@zhaoguan/kernel';

const NATIONWIDE = '000000';

/** Whether a clause is in force at a place: national law everywhere, a local rule (地方性法规、规章) where it was made. */
export function isInForceAt({ jurisdiction }: PenaltyBasisRow, district: string): boolean {
  return jurisdiction === NATIONWIDE || coversDistrict([jurisdiction], district);
}

/** Whether a clause is in force anywhere in the districts of an official. */
export function concerns(basis: PenaltyBasisRow, districts: readonly string[]): boolean {
  return districts.some(
    (district) =>
      district === '*' || isInForceAt(basis, district) || coversDistrict([district], basis.jurisdiction),
  );
}
