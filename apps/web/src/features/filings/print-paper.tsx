import { Button } from 'antd';
import { useState } from 'react';
import { saveFile } from '../../shared/files/use-file';
import { Failure } from '../../shared/ui/failure';

interface PrintPaperProps {
  readonly path: string;
  /** What it is called, also as a file. */
  readonly name: string;
  readonly label: string;
  /** Not made yet. */
  readonly disabled?: boolean;
}

/** A paper of the case, or one that the applicant signs and seals, filled in by the system. */
export function PrintPaper({ path, name, label, disabled = false }: PrintPaperProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const print = async () => {
    setBusy(true);
    setError(null);
    try {
      await saveFile(path, `${name}.pdf`);
    } catch (failure) {
      setError(failure as Error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button loading={busy} disabled={disabled} onClick={() => void print()}>
        {label}
      </Button>
      {error && <Failure error={error} what={`没有打印${name}`} />}
    </>
  );
}
