import { Button } from 'antd';
import { useState } from 'react';
import { saveFile } from '../../shared/files/use-file';
import { Failure } from '../../shared/ui/failure';
import type { Filing } from './queries';

/** The form with what was typed, to be signed and sealed: nobody copies it by hand. For who works on the filing. */
export function PrintApplication({ filing: { id, type, kind, regime } }: { readonly filing: Filing }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const name = nameOf({ type, kind, regime });
  const print = async () => {
    setBusy(true);
    setError(null);
    try {
      await saveFile(`/api/v1/filings/${id}/application.pdf`, `${name}.pdf`);
    } catch (failure) {
      setError(failure as Error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button loading={busy} onClick={() => void print()}>
        打印已填写的{name}
      </Button>
      {error && <Failure error={error} what={`没有打印${name}`} />}
    </>
  );
}

/** What the law calls the form: only the first filing of a 养老机构 is applied for (备案申请书). */
function nameOf({ type, kind, regime }: Pick<Filing, 'type' | 'kind' | 'regime'>): string {
  if (regime === 'LICENCE') return '申请表';
  return kind === 'ELDERLY_CARE' && (type === 'INITIAL' || type === 'CHANGE') ? '备案申请书' : '备案书';
}
