import type { Kind, Regime } from '@zhaoguan/contracts';
import { chineseDate, type FieldError } from '@zhaoguan/kernel';
import type { Application } from './application';

/** By what a change of the premises is filed; of a licence, whose law is not known here, nothing is cited. */
const BASES: Readonly<Record<Kind, string>> = {
  ELDERLY_CARE: '《养老机构管理办法》（民政部令第66号）变更备案的规定',
  CHILDCARE: '《托育机构登记和备案办法（试行）》（国卫办人口发〔2019〕25号）第十条',
};

/**
 * Of a change, a lease that ends sooner than it was filed: typed wrongly, or the institution will have to stop sooner. Either is for people to
 * look at, so it hinders nothing. Where the premises are leased no longer there is no lease to be shorter.
 */
export function leaseWarnings(
  { kind, regime }: { readonly kind: Kind; readonly regime: Regime },
  { leaseEndsOn: was }: Pick<Application, 'leaseEndsOn'>,
  { leaseEndsOn: now, premisesTenure }: Pick<Application, 'leaseEndsOn' | 'premisesTenure'>,
): (FieldError & { readonly message: string })[] {
  if (premisesTenure !== 'LEASED' || was === null || now === null || now >= was) return [];
  const basis = regime === 'LICENCE' ? '' : `（依据：${BASES[kind]}）`;
  return [
    {
      pointer: '/institution/leaseEndsOn',
      code: 'LEASE_SHORTENED',
      message: `租期届满日比名录登记的（${chineseDate(was)}）提前，请核对租赁合同；合同提前终止的，应当及早续租、换址，或者安置服务对象并办理终止服务${basis}`,
    },
  ];
}
