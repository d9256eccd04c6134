import type { FilingType, Kind } from './kinds';
import type { PaperKindOf } from './paper-kinds';
import { isRegistered, type Regime } from './regimes';

/** A filing that is refused, as far as its paper depends on it; `siteType` is `HOME` of a 家庭托育点. */
export interface RefusedFiling {
  readonly kind: Kind;
  readonly type: FilingType;
  readonly regime: Regime;
  readonly siteType?: string | null | undefined;
}

/** What tells that something is not accepted. */
type RefusalPaper = Extract<
  PaperKindOf<'filings'>,
  'REGISTRATION_REFUSAL' | 'NONCONFORMITY_NOTICE' | 'REFUSAL_NOTICE'
>;

/**
 * Which paper a refused filing, or a registration (登记), gives out; the officials are told so beforehand. What is filed of a 托育机构 does not meet the standards: it
 * is told so with reasons, and so is the public. A 家庭托育点 has a measure of its own, and is somebody's home; a change or a notice leaves
 * the institution filed as it was.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第九条
 */
export function refusalPaperOf({ kind, type, regime, siteType = null }: RefusedFiling): RefusalPaper {
  if (isRegistered({ regime, type })) return 'REGISTRATION_REFUSAL';
  return kind === 'CHILDCARE' && type === 'INITIAL' && siteType === null
    ? 'NONCONFORMITY_NOTICE'
    : 'REFUSAL_NOTICE';
}
