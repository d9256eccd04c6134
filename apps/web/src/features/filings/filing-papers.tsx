import { PapersPanel } from '../../shared/papers/papers-panel';
import { useFilingPapers, type Filing } from './queries';

/** The papers of a filing, the receipt and the slips of what came in among them. */
export function FilingPapers({ filing }: { readonly filing: Filing }) {
  const { data, error } = useFilingPapers(filing);
  const from = `/api/v1/filings/${filing.id}`;
  return (
    <PapersPanel
      papers={data?.items}
      error={error}
      pathOf={({ id, kind }) => (kind === 'RECEIPT' ? `${from}/receipt.pdf` : `${from}/papers/${id}/file`)}
    />
  );
}
