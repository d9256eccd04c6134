import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import type { Filing } from './queries';

interface OvertakenPanelProps {
  readonly filing: Filing;
  /** Leads to the field. */
  readonly onGo: (pointer: string) => void;
}

/** What was changed in the register since an application for a licence was filled in, which says otherwise: it takes no change back. */
export function OvertakenPanel({ filing: { overtaken, editable, status }, onGo }: OvertakenPanelProps) {
  if (overtaken.length === 0) return null;
  return (
    <Panel title={`填写以后名录中已经变更的内容（${overtaken.length} 项）`}>
      <p className="muted">
        {editable
          ? '没有改动过的，提交时自动改为名录现在的内容；自己填写过的，请改为名录现在的内容再提交。确需再改的，另行办理变更。'
          : status === 'ACCEPTED'
            ? '本件提交以后，机构经准予变更。许可证以准予时名录的内容为准。'
            : '本件填写以后，机构经准予变更。准予的，以名录现在的内容为准。'}
      </p>
      <Facts
        facts={overtaken.map(({ pointer, label, old, new: now }) => ({
          name: label,
          onGo: () => onGo(pointer),
          value: (
            <>
              <span className="muted">本件填写：{old}</span>
              <br />
              {status === 'ACCEPTED' ? '准予时名录' : '名录现在'}：<strong>{now}</strong>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
