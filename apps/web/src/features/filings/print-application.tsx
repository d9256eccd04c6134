import { PrintPaper } from './print-paper';
import type { Filing } from './queries';

/** The form with what was typed, to be signed and sealed: nobody copies it by hand. For who works on the filing. */
export function PrintApplication({ filing: { id, type, kind, regime } }: { readonly filing: Filing }) {
  const name = nameOf({ type, kind, regime });
  return (
    <PrintPaper path={`/api/v1/filings/${id}/application.pdf`} name={name} label={`打印已填写的${name}`} />
  );
}

/** What the law calls the form: only the first filing of a 养老机构 is applied for (备案申请书). */
function nameOf({ type, kind, regime }: Pick<Filing, 'type' | 'kind' | 'regime'>): string {
  if (regime === 'LICENCE') return '申请表';
  return kind === 'ELDERLY_CARE' && (type === 'INITIAL' || type === 'CHANGE') ? '备案申请书' : '备案书';
}
