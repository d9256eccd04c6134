import { useState } from 'react';
import type { ChosenFile } from './file-choice';
import { DocumentView } from './document-view';
import { sizeInWords } from './size-in-words';

interface FileListProps {
  /** Below which each file is found by its id. */
  readonly from: string;
  readonly files: readonly ChosenFile[];
}

/** Files that were handed in, each shown where somebody wants to see it. */
export function FileList({ from, files }: FileListProps) {
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
            {shown === id && <DocumentView path={`${from}/${id}`} name={name} fileName={name} />}
          </li>
        ))}
      </ul>
    </>
  );
}
