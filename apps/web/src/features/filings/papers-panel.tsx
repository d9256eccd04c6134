import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { saveFile } from '../../shared/files/use-file';
import { sizeInWords } from '../../shared/files/size-in-words';
import { dayInWords } from '../../shared/ui/dates';
import { Failure } from '../../shared/ui/failure';
import { Mark } from '../../shared/ui/mark';
import { Panel } from '../../shared/ui/panel';
import { useFilingPapers, type Filing, type Paper } from './queries';
import './papers-panel.css';

/** The papers of a case (文书): what, when, whether it is signed, and the file. Nothing until there is one. */
export function PapersPanel({ filing }: { readonly filing: Filing }) {
  const { data, error } = useFilingPapers(filing);
  if (error) return <Failure error={error} what="没有读出本件的文书" />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title="文书">
      <ul className="papers">
        {data.items.map((paper) => (
          <PaperLine key={`${paper.kind} ${paper.id}`} filingId={filing.id} paper={paper} />
        ))}
      </ul>
    </Panel>
  );
}

function PaperLine({ filingId, paper }: { readonly filingId: string; readonly paper: Paper }) {
  const { title, number, authority, issuedOn, file, supersededBy } = paper;
  return (
    <li>
      <div>
        <strong>{title}</strong>　{number}
        <br />
        <span className="muted">
          {authority}，{dayInWords(issuedOn)}
          {file !== null && `，${sizeInWords(file.size)}`}
        </span>
        <br />
        <SignatureState paper={paper} />
        {supersededBy !== null && <Mark tone="plain">已由 {supersededBy} 代替</Mark>}
      </div>
      {file !== null && <Download filingId={filingId} paper={paper} fileName={file.fileName} />}
    </li>
  );
}

function SignatureState({ paper: { file, signature } }: { readonly paper: Paper }) {
  if (file === null) {
    return (
      <span role="status">
        <Mark tone="running">正在制作</Mark> <span className="muted">完成后自动显示，不必停在这里等</span>
      </span>
    );
  }
  if (signature === null) return <Mark tone="running">等待补签</Mark>;
  return <Mark tone="good">已电子签名，密钥 {signature.keyId}</Mark>;
}

interface DownloadProps {
  readonly filingId: string;
  readonly paper: Paper;
  readonly fileName: string;
}

function Download({ filingId, paper: { id, kind, number }, fileName }: DownloadProps) {
  const path =
    kind === 'RECEIPT'
      ? `/api/v1/filings/${filingId}/receipt.pdf`
      : `/api/v1/filings/${filingId}/papers/${id}/file`;
  const saving = useMutation({ mutationFn: () => saveFile(path, fileName) });
  return (
    <div>
      <Button
        loading={saving.isPending}
        aria-label={`下载 ${number}`}
        onClick={() => carryOut(saving, undefined)}
      >
        下载
      </Button>
      {saving.error && <Failure error={saving.error} what="没有下载成功" />}
    </div>
  );
}
