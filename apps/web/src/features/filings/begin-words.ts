import { REGIME_WORDS, type FilingType, type Regime } from '@zhaoguan/contracts';
import type { Institution } from '../institutions/queries';

type Held = Pick<Institution, 'regime' | 'filingEndedAs' | 'validUntil'>;

/** A first one of an institution that is registered asks for the licence that the law wants now. */
export const lawOf = ({ regime }: Pick<Held, 'regime'>, type: FilingType): Regime =>
  type === 'INITIAL' ? 'LICENCE' : regime;

/** Who holds a licence asks with a first application that it goes on (延续). @law 行政许可法第五十条 */
const holdsLicence = ({ regime, filingEndedAs }: Held): boolean =>
  regime === 'LICENCE' && filingEndedAs === null;

/** What can be begun from the page of an institution; a licence without an end needs not go on. */
export const typesToBegin = (
  institution: Held & { readonly openFilings: readonly FilingType[] },
): FilingType[] =>
  institution.openFilings.filter(
    (type) => type !== 'INITIAL' || !holdsLicence(institution) || institution.validUntil !== null,
  );

/** 申请延续, 办理许可申请, 办理变更备案: what the button says. */
export function beginInWords(institution: Held, type: FilingType): string {
  if (type === 'INITIAL' && holdsLicence(institution)) return '申请延续';
  return `办理${REGIME_WORDS[lawOf(institution, type)].types[type]}`;
}
