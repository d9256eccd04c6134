import { isIntakeSlip } from '@zhaoguan/contracts';
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
  const from = `/api/v1/filings/${filing.id}`;
  return (
    <PapersPanel
      papers={data?.items.filter(({ kind }) => !decides || !isIntakeSlip(kind))}
      error={error}
      pathOf={({ id, kind }) => (kind === 'RECEIPT' ? `${from}/receipt.pdf` : `${from}/papers/${id}/file`)}
    />
  );
}
