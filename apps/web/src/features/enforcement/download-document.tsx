import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { saveFile } from '../../shared/files/use-file';
import { Failure } from '../../shared/ui/failure';

interface DownloadDocumentProps {
  readonly caseId: string;
  readonly document: 'notice' | 'decision';
  readonly title: string;
  readonly number: string;
}

/** A document of the case (执法文书) to be printed, sealed and handed over. */
export function DownloadDocument({ caseId, document, title, number }: DownloadDocumentProps) {
  const saving = useMutation({
    mutationFn: () => saveFile(`/api/v1/penalty-cases/${caseId}/${document}.pdf`, `${title} ${number}.pdf`),
  });
  return (
    <>
      {saving.error && <Failure error={saving.error} what={`没有取得${title}`} />}
      <Button loading={saving.isPending} onClick={() => carryOut(saving, undefined)}>
        下载{title}（PDF）
      </Button>
    </>
  );
}
