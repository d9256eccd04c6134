import { Facts } from '../../shared/ui/facts';
import { instantInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import type { Schemas } from '@zhaoguan/api-client';
import { FollowedRemarks } from './followed-remarks';
import { useFilingChanges, type Filing } from './queries';

type Changes = Schemas['FilingChangesDto'];

/** What is new since an earlier submission, old and new side by side, and what became of the remarks on it. */
export function ChangesPanel({ filing }: { readonly filing: Filing }) {
  const query = useFilingChanges(filing);
  // Once it is decided nobody compares any more; the history tells what was returned.
  const undecided = filing.status === 'RETURNED' || filing.status === 'SUBMITTED';
  if (!undecided || (filing.status === 'SUBMITTED' && filing.round < 2)) return null;
  return (
    <Loaded query={query} what="与上次提交相比的改动">
      {(changes) =>
        changes.since !== null && (
          <Panel title={filing.editable ? '退回以后的改动' : '与上次提交相比的改动'}>
            <p className="muted">
              上次提交：{instantInWords(changes.since.submittedAt)}（第 {changes.since.round} 次）
            </p>
            {!filing.editable && changes.remarks.length > 0 && (
              <>
                <h3>上次的补正意见</h3>
                <FollowedRemarks remarks={changes.remarks} />
              </>
            )}
            <Differences changes={changes} />
          </Panel>
        )
      }
    </Loaded>
  );
}

function Differences({ changes: { fields, materials } }: { readonly changes: Changes }) {
  if (fields.length + materials.length === 0) return <p>申请书和材料都没有改动。</p>;
  return (
    <>
      <h3>改动的内容（{fields.length + materials.length} 处）</h3>
      <Facts
        facts={[
          ...fields.map(({ label, old, new: fresh }) => ({
            name: label,
            value:
              old === fresh ? <>{fresh}（号码有改动，隐去的部分不同）</> : <Pair old={old} fresh={fresh} />,
          })),
          ...materials.map(({ name, change, old, new: fresh }) => ({
            name,
            value: (
              <>
                {MATERIAL_CHANGES[change]}
                <br />
                <Pair old={old ?? '没有'} fresh={fresh ?? '没有'} />
              </>
            ),
          })),
        ]}
      />
    </>
  );
}

const MATERIAL_CHANGES: Readonly<Record<Changes['materials'][number]['change'], string>> = {
  ADDED: '新上传',
  REPLACED: '换了一份文件',
  REMOVED: '不再需要这项材料',
};

function Pair({ old, fresh }: { readonly old: string; readonly fresh: string }) {
  return (
    <>
      <span className="muted">原来：{old}</span>
      <br />
      现在：<strong>{fresh}</strong>
    </>
  );
}
