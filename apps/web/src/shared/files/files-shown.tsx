import { useState } from 'react';
import { DocumentView } from './document-view';
import type { ChosenFile } from './file-choice';
import { sizeInWords } from './size-in-words';

interface FilesShownProps {
  readonly title: string;
  readonly files: readonly ChosenFile[];
  /** Where a file is fetched, by its id. */
  readonly pathOf: (id: string) => string;
}

/** Files beside a record, each shown where somebody wants to see it. */
export function FilesShown({ title, files, pathOf }: FilesShownProps) {
  const [shown, show] = useState<string | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <p className="muted">
        {title} {files.length} 份：
      </p>
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
            {shown === id && <DocumentView path={pathOf(id)} name={name} fileName={name} />}
          </li>
        ))}
      </ul>
    </>
  );
}
