import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { carryOut } from '../api/carry-out';
import { Failure } from '../ui/failure';
import { saveFile } from './use-file';

interface DownloadDocumentProps {
  /** Where it is printed. */
  readonly path: string;
  readonly title: string;
  readonly number: string;
}

/** A document of a case (文书) to be printed, sealed and handed over. */
export function DownloadDocument({ path, title, number }: DownloadDocumentProps) {
  const saving = useMutation({
    mutationFn: () => saveFile(path, `${title} ${number}.pdf`),
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
