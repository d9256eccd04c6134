import { isMadeBy, type Makers } from './filing';

/** Who has had a hand in a filing: beside its makers those who have done anything with it, or hold it. */
export interface HandsIn {
  readonly filing: Makers;
  readonly takingPart: ReadonlySet<string>;
}

/**
 * What part this person has in the case, which keeps them from giving the opinion of another department on it; null for none.
 * @law 公务员法第七十六条（回避）
 */
export function partIn(
  { filing, takingPart }: HandsIn,
  askedBy: string,
  personId: string,
): 'OPINION_OF_YOUR_OWN' | 'OPINION_OF_YOUR_OWN_CASE' | null {
  if (isMadeBy(filing, personId) || takingPart.has(personId)) return 'OPINION_OF_YOUR_OWN_CASE';
  return askedBy === personId ? 'OPINION_OF_YOUR_OWN' : null;
}

/** Why a department cannot be asked in which nobody could answer: the question would wait for nobody, and hold up the decision. */
export const unattendedInWords = (departmentName: string): string =>
  `${departmentName}在本平台没有可以答复本件的人员，请线下征求意见后写在内部备注，或者联系系统管理员开立账号`;
