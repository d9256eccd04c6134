import { useQuery } from '@tanstack/react-query';
import type { Kind } from '@zhaoguan/contracts';
import { checkUscc } from '@zhaoguan/kernel';
import { useEffect } from 'react';
import { api, bodyOf } from '../../shared/api/client';
import { KnownCode } from './known-code';
import type { ImportedOfNobody } from './known-code-words';

interface CodeBeforeDraftProps {
  readonly kind: Kind | undefined;
  /** As it is being typed. */
  readonly code: string | undefined;
  /** The one imported site under it that nobody has filed for: what the register shows is not typed again (一次填报). */
  readonly onImported: (site: ImportedOfNobody) => void;
}

/** At the code with which a filing is to be begun: asked as soon as kind and code are there, before a second draft is made. */
export function CodeBeforeDraft({ kind, code = '', onImported }: CodeBeforeDraftProps) {
  const check = checkUscc(code);
  if (kind === undefined || !check.ok) return null;
  return <Asked kind={kind} uscc={check.value} onImported={onImported} />;
}

interface AskedProps extends Pick<CodeBeforeDraftProps, 'onImported'> {
  readonly kind: Kind;
  readonly uscc: string;
}

function Asked({ kind, uscc, onImported }: AskedProps) {
  const { data } = useQuery({
    queryKey: ['filings', 'same-code', kind, uscc],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/same-code', { params: { query: { kind, uscc } } })),
  });
  const [site, ...others] = data?.imported ?? [];
  const only = others.length === 0 ? site : undefined;
  useEffect(() => {
    if (only) onImported(only);
    // Once for each code, not at every drawing: what is changed afterwards stays.
  }, [only]);
  return <KnownCode kind={kind} known={data} />;
}
