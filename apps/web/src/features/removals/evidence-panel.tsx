import { useQueryClient } from '@tanstack/react-query';
import { FileChoice } from '../../shared/files/file-choice';
import { FileList } from '../../shared/files/file-list';
import { Panel } from '../../shared/ui/panel';
import type { Removal } from './queries';

/** What proves the facts; the institution reads it at the authority, not here. */
export function EvidencePanel({ removal }: { readonly removal: Removal }) {
  const client = useQueryClient();
  const path = `/api/v1/removals/${removal.id}/files`;
  const evidence = removal.files.filter(({ purpose }) => purpose === 'EVIDENCE');
  // As the server has it: who may drop the case conducts it, and who decides what was laid before them adds nothing to it.
  const mayAdd = removal.availableActions.includes('drop');
  return (
    <Panel title="证据">
      {evidence.length === 0 && <p className="muted">还没有证据。事先告知以前至少上传一份。</p>}
      <FileList from={path} files={evidence} />
      {mayAdd && (
        <>
          <p className="muted">
            照片（JPEG、PNG）或者 PDF，每份不超过 20 MB。上传后不能删除；机构在这里看不到。
          </p>
          <FileChoice
            to={path}
            label="上传证据"
            onChange={() => void client.invalidateQueries({ queryKey: ['removal', removal.id] })}
          />
        </>
      )}
    </Panel>
  );
}
