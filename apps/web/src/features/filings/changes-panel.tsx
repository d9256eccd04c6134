import { Facts } from '../../shared/ui/facts';
import { instantInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { isCompared, MATERIAL_CHANGES, readsTheSame, type Changes } from './changes';
import { FollowedRemarks } from './followed-remarks';
import { TAKEOVER, TAKEOVER_LABEL } from './form/steps';
import { useFilingChanges, type Filing } from './queries';

interface ChangesPanelProps {
  readonly filing: Filing;
  /** Leads to the field, or opens the material. */
  readonly onGo: (pointer: string) => void;
}

/** What is new since an earlier submission, old and new side by side, and what became of the remarks on it. */
export function ChangesPanel({ filing, onGo }: ChangesPanelProps) {
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
                <FollowedRemarks remarks={changes.remarks} onGo={onGo} />
              </>
            )}
            <Differences changes={changes} still={filing.editable} onGo={onGo} />
          </Panel>
        )
      }
    </Loaded>
  );
}

interface DifferencesProps extends Pick<ChangesPanelProps, 'onGo'> {
  readonly changes: Changes;
  /** While its author is still at it. */
  readonly still: boolean;
}

function Differences({ changes: { fields, materials, takeover }, still, onGo }: DifferencesProps) {
  const count = fields.length + materials.length + (takeover === null ? 0 : 1);
  if (count === 0) {
    return <p>{still ? '修改以后，这里列出修改前后的内容。' : '申请书和材料的内容与上次提交的相同。'}</p>;
  }
  return (
    <>
      <h3>改动的内容（{count} 处）</h3>
      <Facts
        facts={[
          ...fields.map((field) => ({
            name: field.label,
            onGo: () => onGo(field.pointer),
            value: readsTheSame(field) ? (
              <>{field.new}（号码有改动，隐去的部分不同）</>
            ) : (
              <Pair old={field.old} fresh={field.new} />
            ),
          })),
          ...(takeover === null
            ? []
            : [
                {
                  name: TAKEOVER_LABEL,
                  onGo: () => onGo(TAKEOVER),
                  value:
                    takeover.old === takeover.new ? (
                      <>{takeover.new}（所说的机构有改动）</>
                    ) : (
                      <Pair old={takeover.old ?? '没有说明'} fresh={takeover.new ?? '没有说明'} />
                    ),
                },
              ]),
          ...materials.map(({ code, name, change, old, new: fresh }) => ({
            name,
            // What is no longer asked for is not among the materials below.
            ...(change === 'REMOVED' ? {} : { onGo: () => onGo(`/materials/${code}`) }),
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
