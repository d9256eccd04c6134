import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import { KnownCode } from '../known-code';
import { knownBeside, prefilledInWords, wasBrought } from '../known-code-words';
import type { Filing } from '../queries';

/** At the code of a filing that is being filled in, whether it is known elsewhere: before the last step, not at it. */
export function SameCodeNote({ filing }: { readonly filing: Filing }) {
  const { id, kind, regime, institution } = filing;
  const { data } = useQuery({
    queryKey: ['filing', id, 'same-code', institution.uscc],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/same-code', { params: { path: { id } } })),
  });
  const known = knownBeside(data, filing);
  const prefilled = prefilledInWords(known?.imported ?? [], institution);
  const draft = { brought: wasBrought(filing), atWindow: filing.assistance?.acting === true };
  return <KnownCode kind={kind} regime={regime} known={known} draft={draft} prefilled={prefilled} />;
}
