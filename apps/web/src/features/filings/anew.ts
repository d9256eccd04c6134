import type { Kind } from '@zhaoguan/contracts';
import type { Institution } from '../institutions/queries';

/** What a first filing begins with, before there is a draft. */
export interface Beginning {
  readonly kind: Kind;
  readonly name: string;
  readonly uscc: string;
  readonly district: string;
}

type Before = Pick<Institution, 'kind' | 'siteType' | 'uscc' | 'district' | 'address' | 'township'>;

/** Whether it goes on as a 家庭托育点: whoever was one has the form and the materials of one, and may choose otherwise in the form. */
export const staysHome = (
  before: Pick<Before, 'kind' | 'siteType' | 'uscc'>,
  now: Partial<Beginning>,
): boolean => before.siteType === 'HOME' && now.kind === before.kind && now.uscc === before.uscc;

/** What is known of who files for the first time once more is not typed again (一次填报); of another place the address is another one. */
export const withWhatIsKnown = (before: Before | undefined, now: Beginning) => {
  const { kind: _, ...typed } = now;
  if (before?.uscc !== now.uscc) return typed;
  return {
    ...typed,
    ...(staysHome(before, now) && { siteType: 'HOME' as const }),
    ...(before.district === now.district && { address: before.address, township: before.township }),
  };
};
