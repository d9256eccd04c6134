import type { LegalCitation, Regime, RegimeRow } from '@zhaoguan/contracts';
import type { FieldError } from '@zhaoguan/kernel';
import type { Filing } from './filing';

/** Under which law a case is handled. */
export interface CaseRegime {
  readonly regime: Regime;
  readonly licenceLaw: string | null;
}

const FILED: CaseRegime = { regime: 'FILING', licenceLaw: null };

/** 《…法》第八条 */
const cited = ({ law, article }: LegalCitation): string => `${law}${article ?? ''}`;

/** The regime of the place and the day as a case carries it. */
export function caseRegime(row: RegimeRow | undefined): CaseRegime {
  return row?.regime === 'LICENCE' ? { regime: 'LICENCE', licenceLaw: cited(row.basis) } : FILED;
}

/**
 * The regime of a case that is being handed in. A first one is bound by the law of the day on which it is first handed in: before that
 * there is no application and nothing that a new law could touch; afterwards a new law does not reach back (法不溯及既往). Any other is
 * about what an institution holds, and goes by that.
 * @law 立法法第一百零四条；行政许可法第二十九条、第三十二条
 */
export function regimeHandedIn(
  filing: Pick<Filing, 'type' | 'round'> & CaseRegime,
  today: CaseRegime,
  held: CaseRegime,
): CaseRegime {
  if (filing.type !== 'INITIAL') return held;
  return filing.round > 0 ? { regime: filing.regime, licenceLaw: filing.licenceLaw } : today;
}

/** What the case shows before it is handed in is what would hold today; afterwards what was settled. */
export function regimeShown(
  filing: Pick<Filing, 'type' | 'round'> & CaseRegime,
  today: CaseRegime,
  held: CaseRegime,
): CaseRegime {
  return filing.round > 0 ? filing : regimeHandedIn(filing, today, held);
}

/**
 * What was handed in under one law cannot be turned into another kind of site that another law governs today: that is another
 * application.
 * @param today regime of the kind of site that is filled in now
 * @returns the fault, if any
 */
export function siteTypeFault(
  filing: Pick<Filing, 'status' | 'type' | 'regime' | 'application'>,
  siteType: Filing['application']['siteType'],
  today: Regime,
): FieldError | null {
  const { status, type, regime, application } = filing;
  if (status !== 'RETURNED' || type !== 'INITIAL' || siteType === application.siteType) return null;
  if (today === regime) return null;
  return {
    pointer: '/institution/siteType',
    code: 'SITE_TYPE_FIXED',
    message: '已提交的申请不能改为适用另一种办理制度（备案、许可）的机构类型，请另行提交',
  };
}
