import { useQuery } from '@tanstack/react-query';
import type { Kind } from '@zhaoguan/contracts';
import { checkUscc } from '@zhaoguan/kernel';
import { api, bodyOf } from '../../shared/api/client';
import { KnownCode } from './known-code';

interface CodeBeforeDraftProps {
  readonly kind: Kind | undefined;
  /** As it is being typed. */
  readonly code: string | undefined;
}

/** At the code with which a filing is to be begun: asked as soon as kind and code are there, before a second draft is made. */
export function CodeBeforeDraft({ kind, code = '' }: CodeBeforeDraftProps) {
  const check = checkUscc(code);
  if (kind === undefined || !check.ok) return null;
  return <Asked kind={kind} uscc={check.value} />;
}

function Asked({ kind, uscc }: { readonly kind: Kind; readonly uscc: string }) {
  const { data } = useQuery({
    queryKey: ['filings', 'same-code', kind, uscc],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/same-code', { params: { query: { kind, uscc } } })),
  });
  return <KnownCode kind={kind} known={data} />;
}
