import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import { readsTheSame, type ChangedField } from './changes';
import type { Filing } from './queries';

interface AmendmentsPanelProps {
  readonly filing: Filing;
  /** How much of what was typed is not on the server yet, and so is not counted. */
  readonly unsaved?: number;
  /** Leads to the field. */
  readonly onGo: (pointer: string) => void;
}

/** What only the server sees, for it holds the change against what was filed: no field of the form says it. */
const OF_CHANGE: ReadonlySet<string> = new Set(['HEAD_NUMBER_KEPT', 'HEAD_NAME_KEPT', 'LEASE_SHORTENED']);

const UNCHANGED = '各项内容都与名录中的相同。修改需要变更的项目以后，这里列出变更前后的内容。';

const SUPPLIED_ONLY = '以前填报的内容都与名录中的相同。';
const UNCHANGED_RENEWAL = '各项内容都与名录中登记的相同。';

/** What a change filing or a renewal changes (变更事项), old beside new, and what it tells for the first time; nothing for any other filing. */
export function AmendmentsPanel({
  filing: { amendments, type, warnings },
  unsaved = 0,
  onGo,
}: AmendmentsPanelProps) {
  if (amendments === null) return null;
  const isChange = type === 'CHANGE';
  const changed = amendments.filter(({ supplied }) => supplied === undefined);
  const supplied = amendments.filter((each) => each.supplied === true);
  return (
    <>
      <Panel
        title={isChange ? `变更事项（${changed.length} 项）` : `与现有许可登记的不同（${changed.length} 项）`}
      >
        {unsaved > 0 && <p>另有 {unsaved} 处改动没有保存，不计在内；改正并保存以后，这里一并列出。</p>}
        {changed.length === 0 ? (
          unsaved === 0 && (
            <p>{supplied.length > 0 ? SUPPLIED_ONLY : isChange ? UNCHANGED : UNCHANGED_RENEWAL}</p>
          )
        ) : (
          <Facts
            facts={changed.map((change) => ({
              name: change.label,
              onGo: () => onGo(change.pointer),
              value: <Change change={change} />,
            }))}
          />
        )}
        {warnings
          .filter(({ code }) => OF_CHANGE.has(code))
          .map(({ pointer, code, message }) => (
            <p key={code} className="notice" role="note">
              {message}{' '}
              <button type="button" className="link-button" onClick={() => onGo(pointer)}>
                查看这一项
              </button>
            </p>
          ))}
      </Panel>
      {supplied.length > 0 && (
        <Panel title={`补充填报（${supplied.length} 项）`}>
          <p className="muted">以前没有填报，这次补充的内容，不是变更。</p>
          <Facts
            facts={supplied.map(({ pointer, label, new: now }) => ({
              name: label,
              onGo: () => onGo(pointer),
              value: <strong>{now}</strong>,
            }))}
          />
        </Panel>
      )}
    </>
  );
}

function Change({ change }: { readonly change: ChangedField }) {
  if (readsTheSame(change)) return <>{change.new}（号码有变更，隐去的部分不同）</>;
  return (
    <>
      <span className="muted">变更前：{change.old}</span>
      <br />
      变更后：<strong>{change.new}</strong>
    </>
  );
}
