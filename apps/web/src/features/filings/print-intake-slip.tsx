import { isIntakeSlip } from '@zhaoguan/contracts';
import { PrintPaper } from './print-paper';
import { useFilingPapers, type Filing } from './queries';

/** What was handed in and until when it is answered, to be taken along from the window at once; while nothing is decided or asked for. */
export function PrintIntakeSlip({ filing }: { readonly filing: Filing }) {
  const { data } = useFilingPapers(filing);
  if (filing.status !== 'SUBMITTED') return null;
  const slip = data?.items.find(({ kind, endedAs }) => isIntakeSlip(kind) && endedAs === null);
  if (slip === undefined) return null;
  const { id, title, number, file } = slip;
  return (
    <PrintPaper
      path={`/api/v1/filings/${filing.id}/papers/${id}/file`}
      name={`${title} ${number}`}
      label={file === null ? '收件凭证正在制作' : '打印收件凭证'}
      disabled={file === null}
    />
  );
}
