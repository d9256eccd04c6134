import { isIntakeSlip } from '@zhaoguan/contracts';
import { expiredInShort } from './next-since';
import { PapersPanel } from '../../shared/papers/papers-panel';
import { useFilingPapers, type Filing } from './queries';

interface FilingPapersProps {
  readonly filing: Filing;
  /** Who decides has what was filed on the first screen: the slip of it is printed from above. */
  readonly decides?: boolean;
}

/** The papers of a filing, the receipt and the slips of what came in among them. */
export function FilingPapers({ filing, decides = false }: FilingPapersProps) {
  const { data, error } = useFilingPapers(filing);
  const expired = filing.since?.licenceExpiredOn ?? null;
  const from = `/api/v1/filings/${filing.id}`;
  return (
    <PapersPanel
      papers={data?.items.filter(({ kind }) => !decides || !isIntakeSlip(kind))}
      error={error}
      standOf={({ kind }) => (kind === 'RECEIPT' && expired !== null ? expiredInShort(expired) : null)}
      pathOf={({ id, kind }) => (kind === 'RECEIPT' ? `${from}/receipt.pdf` : `${from}/papers/${id}/file`)}
    />
  );
}
