import type { Schemas } from '@zhaoguan/api-client';
import { useState } from 'react';
import { DocumentView } from '../../shared/files/document-view';
import { sizeInWords } from '../../shared/files/size-in-words';

type StatementFile = Schemas['StatementFileDto'];

interface StatementFileListProps {
  readonly caseId: string;
  readonly files: readonly StatementFile[];
}

/** The files that were handed in with a statement, each shown where somebody wants to see it. */
export function StatementFileList({ caseId, files }: StatementFileListProps) {
  const [shown, show] = useState<string | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <p className="muted">随附材料 {files.length} 份：</p>
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            {name}（{sizeInWords(size)}）{' '}
            <button
              type="button"
              className="link-button"
              aria-label={`${shown === id ? '收起' : '查看'}${name}`}
              onClick={() => show(shown === id ? null : id)}
            >
              {shown === id ? '收起' : '查看'}
            </button>
            {shown === id && (
              <DocumentView
                path={`/api/v1/penalty-cases/${caseId}/statement-files/${id}`}
                name={name}
                fileName={name}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
