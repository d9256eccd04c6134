import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Schemas } from '@zhaoguan/api-client';
import { paperEndWords } from '@zhaoguan/contracts';
import { carryOut } from '../api/carry-out';
import { saveFile } from '../files/use-file';
import { sizeInWords } from '../files/size-in-words';
import { dayInWords } from '../ui/dates';
import { Failure } from '../ui/failure';
import { Mark } from '../ui/mark';
import { Panel } from '../ui/panel';
import './papers-panel.css';

export type Paper = Schemas['PaperLineDto'];

interface PapersProps {
  readonly papers: readonly Paper[] | undefined;
  readonly error: Error | null;
  /** Where the file of a paper is. */
  readonly pathOf: (paper: Paper) => string;
  /** That a paper holds no more, where nothing was decided about it: as one that has expired. */
  readonly standOf?: (paper: Paper) => string | null;
}

/** The papers of a case (文书): what, when, whether it is signed, and the file. Nothing until there is one. */
export function PapersPanel({ papers = [], error, pathOf, standOf }: PapersProps) {
  if (error) return <Failure error={error} what="没有读出本件的文书" />;
  if (papers.length === 0) return null;
  return (
    <Panel title="文书">
      <ul className="papers">
        {papers.map((paper) => (
          <PaperLine
            key={`${paper.kind} ${paper.id}`}
            paper={paper}
            path={pathOf(paper)}
            stand={standOf?.(paper) ?? null}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface LineProps {
  readonly paper: Paper;
  readonly path: string;
  readonly stand: string | null;
}

function PaperLine({ paper, path, stand }: LineProps) {
  const { title, number, authority, issuedOn, file, endedAs } = paper;
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
        {stand !== null && endedAs === null && <Mark tone="stopped">{stand}</Mark>}
        {endedAs !== null && <Mark tone="plain">{paperEndWords({ ...paper, endedAs })}</Mark>}
      </div>
      {file !== null && <Download path={path} number={number} fileName={file.fileName} />}
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
  readonly path: string;
  readonly number: string;
  readonly fileName: string;
}

function Download({ path, number, fileName }: DownloadProps) {
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
