import { REGIME_WORDS, serviceItemSlug, type FilingType, type Kind, type Regime } from '@zhaoguan/contracts';

interface GuideLinkProps {
  readonly kind: Kind;
  readonly type: FilingType;
  /** Under which it would be handled; where nobody knows yet it is called a filing. */
  readonly regime?: Regime;
  readonly district?: string | undefined;
}

/** To the guide (办事指南) of what is about to be filed, on the public site. */
export function GuideLink({ kind, type, regime = 'FILING', district }: GuideLinkProps) {
  const slug = serviceItemSlug({ code: `${kind}_${type}` });
  const query = new URLSearchParams({
    ...(district === undefined ? {} : { district }),
    // A first one goes by the law of the day, any other by what the institution holds.
    ...(type === 'INITIAL' ? {} : { held: regime }),
  });
  return (
    <a
      href={query.size === 0 ? `/guide/${slug}` : `/guide/${slug}?${query.toString()}`}
      target="_blank"
      rel="noreferrer"
    >
      {REGIME_WORDS[regime].types[type]}办事指南（另开新页）
    </a>
  );
}
