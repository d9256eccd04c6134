import {
  serviceItemCode,
  serviceItemSlug,
  type FilingType,
  type Kind,
  type Regime,
} from '@zhaoguan/contracts';

export interface GuideWanted {
  readonly kind: Kind;
  readonly type: FilingType;
  /** A 家庭托育点 has guides of its own; where nobody knows yet what it will be, that of its kind. */
  readonly siteType?: 'HOME' | null;
  /** Under which it would be handled; where nobody knows yet it is called a filing. */
  readonly regime?: Regime | undefined;
  readonly district?: string | undefined;
}

/** Where the guide (办事指南) of what is about to be filed stands on the public site. */
export function guideAddress({
  kind,
  type,
  siteType = null,
  regime = 'FILING',
  district,
}: GuideWanted): string {
  const slug = serviceItemSlug({ code: serviceItemCode({ kind, siteType, filingType: type }) });
  const query = new URLSearchParams({
    ...(district === undefined ? {} : { district }),
    // A first one goes by the law of the day, any other by what the institution holds.
    ...(type === 'INITIAL' ? {} : { held: regime }),
  });
  return query.size === 0 ? `/guide/${slug}` : `/guide/${slug}?${query.toString()}`;
}
