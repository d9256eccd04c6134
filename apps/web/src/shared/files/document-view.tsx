import { lazy, Suspense, useState } from 'react';
import { Loaded } from '../ui/loaded';
import { Waiting } from '../ui/waiting';
import { saveFile, useFile } from './use-file';
import './document-view.css';

const PdfPages = lazy(() => import('./pdf-pages'));

interface DocumentViewProps {
  /** Address of the file below the interface; only this person may read it. */
  readonly path: string;
  /** What it is: `消防安全检查合格证明`. */
  readonly name: string;
  /** Its name when it is saved. */
  readonly fileName: string;
}

const ZOOMS = [1, 1.5, 2, 3] as const;

/** A PDF or a picture, shown where it is needed; it can be made larger, turned and saved. */
export function DocumentView({ path, name, fileName }: DocumentViewProps) {
  const file = useFile(path);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  return (
    <section className="document" aria-label={name}>
      <div className="document-tools no-print">
        <strong>{name}</strong>
        <button type="button" onClick={() => setZoom((zoom + 1) % ZOOMS.length)}>
          放大（{ZOOMS[zoom]}×）
        </button>
        <button type="button" onClick={() => setTurns((turns + 1) % 4)}>
          旋转
        </button>
        <button type="button" onClick={() => void saveFile(path, fileName)}>
          下载
        </button>
      </div>
      <Loaded query={file} what={name}>
        {({ url, blob }) => (
          // Wider than the page when enlarged: it is scrolled, by the keyboard too.
          <div className="document-sheet" tabIndex={0} style={{ rotate: `${turns * 90}deg` }}>
            {blob.type === 'application/pdf' ? (
              <Suspense fallback={<Waiting />}>
                <PdfPages file={blob} zoom={ZOOMS[zoom] ?? 1} />
              </Suspense>
            ) : (
              <img src={url} alt={name} style={{ width: `${(ZOOMS[zoom] ?? 1) * 100}%` }} />
            )}
          </div>
        )}
      </Loaded>
    </section>
  );
}
