import { Facts } from '../../shared/ui/facts';
import { instantInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { isCompared, MATERIAL_CHANGES, readsTheSame, type Changes } from './changes';
import { FollowedRemarks } from './followed-remarks';
import { useFilingChanges, type Filing } from './queries';

/** What is new since an earlier submission, old and new side by side, and what became of the remarks on it. */
export function ChangesPanel({ filing }: { readonly filing: Filing }) {
  const query = useFilingChanges(filing);
  if (!isCompared(filing)) return null;
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
          ...fields.map((field) => ({
            name: field.label,
            value: readsTheSame(field) ? (
              <>{field.new}（号码有改动，隐去的部分不同）</>
            ) : (
              <Pair old={field.old} fresh={field.new} />
            ),
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

function Pair({ old, fresh }: { readonly old: string; readonly fresh: string }) {
  return (
    <>
      <span className="muted">原来：{old}</span>
      <br />
      现在：<strong>{fresh}</strong>
    </>
  );
}
