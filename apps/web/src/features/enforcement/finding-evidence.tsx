import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/client';
import { DocumentView } from '../../shared/files/document-view';
import { Digest } from '../../shared/ui/digest';
import { Loaded } from '../../shared/ui/loaded';
import './finding-evidence.css';

interface FindingEvidenceProps {
  readonly resultId: string;
  readonly findingId: string;
}

/** The task that the result belongs to, with its findings and what was taken as evidence. */
function useInspection(resultId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['inspection-of-result', resultId],
    queryFn: async () => {
      const { taskId } = await bodyOf(
        api.GET('/api/v1/inspection-results/{id}', { params: { path: { id: resultId } } }),
      );
      return bodyOf(api.GET('/api/v1/inspection-tasks/{id}', { params: { path: { id: taskId } } }));
    },
    enabled,
    staleTime: Infinity,
  });
}

/** Photos and documents behind a finding, fetched when somebody wants to see them. */
export function FindingEvidence({ resultId, findingId }: FindingEvidenceProps) {
  const [open, setOpen] = useState(false);
  const query = useInspection(resultId, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>现场证据</summary>
      {open && (
        <Loaded query={query} what="现场证据">
          {(task) => {
            const ids = task.findings.find(({ id }) => id === findingId)?.evidenceIds ?? [];
            const evidence = task.evidence.filter(({ id }) => ids.includes(id));
            if (evidence.length === 0)
              return <p className="muted">检查人员没有为这个问题上传照片或者文件。</p>;
            return evidence.map(({ id, name, sm3 }) => (
              <div key={id} className="evidence">
                <DocumentView
                  path={`/api/v1/inspection-tasks/${task.id}/evidence/${id}`}
                  name={name}
                  fileName={name}
                />
                <p className="muted">
                  内容摘要（SM3） <Digest name="证据摘要" value={sm3} />
                </p>
              </div>
            ));
          }}
        </Loaded>
      )}
    </details>
  );
}
