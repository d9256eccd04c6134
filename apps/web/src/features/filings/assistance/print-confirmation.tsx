import { PrintPaper } from '../print-paper';
import type { Filing } from '../queries';

/** The material that it is handed in as. */
export const CONFIRMATION = 'ASSISTANCE_STATEMENT';

/** What the applicant signs at the window, filled in; for who works on the filing while the assistance stands. */
export function PrintConfirmation({ filing: { id, assistance, editable } }: { readonly filing: Filing }) {
  if (!editable || assistance === null || assistance.endedAt !== null) return null;
  const path = `/api/v1/filings/${id}/assistance-confirmation.pdf`;
  return <PrintPaper path={path} name="窗口代办确认书" label="打印窗口代办确认书" />;
}
