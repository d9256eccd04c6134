import { FILING_TYPE_LABELS, serviceItemSlug, type FilingType, type Kind } from '@zhaoguan/contracts';

interface GuideLinkProps {
  readonly kind: Kind;
  readonly type: FilingType;
  readonly district?: string | undefined;
}

/** To the guide (办事指南) of what is about to be filed, on the public site. */
export function GuideLink({ kind, type, district }: GuideLinkProps) {
  const slug = serviceItemSlug({ code: `${kind}_${type}` });
  const place = district === undefined ? '' : `?district=${district}`;
  return (
    <a href={`/guide/${slug}${place}`} target="_blank" rel="noreferrer">
      {FILING_TYPE_LABELS[type]}办事指南（另开新页）
    </a>
  );
}
