import { useState } from 'react';
import { DocumentView } from '../../../shared/files/document-view';
import { Mark } from '../../../shared/ui/mark';
import { MATERIAL_CHANGES, type ChangedMaterial } from '../changes';
import { MaterialHint } from '../material-hint';
import { ClosedMaterial } from '../closed-material';
import type { Filing, Material } from '../queries';

interface ShownMaterialProps {
  readonly filing: Filing;
  readonly material: Material;
  /** What became of it since the last submission. */
  readonly change?: ChangedMaterial;
}

/** The document of one material with what must be seen on it; of one that was replaced, the earlier document on demand. */
export function ShownMaterial({ filing, material, change }: ShownMaterialProps) {
  const [earlier, showEarlier] = useState(false);
  const { code, name, file } = material;
  const path = `/api/v1/filings/${filing.id}/materials/${code}`;
  const old = change?.oldVersion ?? null;
  const before =
    earlier && change && old !== null
      ? { path: `${path}/versions/${old}`, name: `上次提交的${name}`, fileName: change.old ?? name }
      : null;
  const document = before ?? (file && { path, name, fileName: file.fileName });
  return (
    <>
      {change && (
        <p>
          <Mark tone="attention">{MATERIAL_CHANGES[change.change]}</Mark>{' '}
          {change.old !== null && `原为：${change.old} `}
          {old !== null && (
            <button type="button" className="link-button" onClick={() => showEarlier(!earlier)}>
              {earlier ? '查看这次提交的文件' : '查看上次提交的文件'}
            </button>
          )}
        </p>
      )}
      {document && (
        <>
          <MaterialHint material={material} lead={filing.editable ? '' : '核对要点：'} />
          {filing.opensMaterials ? <DocumentView key={document.path} {...document} /> : <ClosedMaterial />}
        </>
      )}
    </>
  );
}
