import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import { readsTheSame } from './changes';
import type { Filing } from './queries';

interface AmendmentsPanelProps {
  readonly filing: Filing;
  /** Leads to the field. */
  readonly onGo: (pointer: string) => void;
}

/** What a change filing changes (变更事项), old beside new; nothing for any other filing. */
export function AmendmentsPanel({ filing: { amendments }, onGo }: AmendmentsPanelProps) {
  if (amendments === null) return null;
  return (
    <Panel title={`变更事项（${amendments.length} 项）`}>
      {amendments.length === 0 ? (
        <p>各项内容都与名录中的相同。修改需要变更的项目以后，这里列出变更前后的内容。</p>
      ) : (
        <Facts
          facts={amendments.map((change) => ({
            name: change.label,
            onGo: () => onGo(change.pointer),
            value: readsTheSame(change) ? (
              <>{change.new}（号码有变更，隐去的部分不同）</>
            ) : (
              <>
                <span className="muted">变更前：{change.old}</span>
                <br />
                变更后：<strong>{change.new}</strong>
              </>
            ),
          }))}
        />
      )}
    </Panel>
  );
}
