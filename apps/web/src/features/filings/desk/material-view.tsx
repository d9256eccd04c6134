import { useRef, useState } from 'react';
import { DocumentView } from '../../../shared/files/document-view';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { MaterialHint } from '../material-hint';
import type { Filing } from '../queries';
import { SameFileNote } from '../same-file-note';
import type { Noting } from './noting';
import { NoteField } from './note-field';

interface MaterialViewProps {
  readonly filing: Filing;
  readonly noting?: Noting;
}

/** The materials one after the other, the chosen one shown in place beside the form. */
export function MaterialView({ filing, noting }: MaterialViewProps) {
  const listed = filing.materials.filter(({ required, uploaded }) => required || uploaded);
  const [code, choose] = useState(() => listed.find(({ uploaded }) => uploaded)?.code);
  const view = useRef<HTMLDivElement>(null);
  const chosen = listed.find((material) => material.code === code);
  return (
    <div className="desk-materials">
      <Panel title="材料">
        <ul className="material-tabs">
          {listed.map((material) => (
            <li key={material.code}>
              <button
                type="button"
                aria-pressed={material.code === code}
                disabled={!material.uploaded}
                onClick={() => {
                  choose(material.code);
                  view.current?.scrollIntoView({ block: 'nearest' });
                }}
              >
                {material.name}
              </button>{' '}
              {!material.uploaded && <Mark tone="attention">没有上传</Mark>}
              <SameFileNote material={material} materials={filing.materials} />
              {noting && (
                <NoteField place={material.name} pointer={`/materials/${material.code}`} noting={noting} />
              )}
            </li>
          ))}
        </ul>
        {chosen?.file && (
          <div ref={view}>
            <MaterialHint material={chosen} lead={filing.editable ? '' : '核对要点：'} />
            <DocumentView
              key={chosen.code}
              path={`/api/v1/filings/${filing.id}/materials/${chosen.code}`}
              name={chosen.name}
              fileName={chosen.file.fileName}
            />
          </div>
        )}
      </Panel>
    </div>
  );
}
