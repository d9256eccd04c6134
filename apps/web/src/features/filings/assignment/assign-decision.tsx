import { Select } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { useRoleLabels } from '../../../shared/session/use-list-words';
import { Decision } from '../../../shared/ui/decision';
import { Loaded } from '../../../shared/ui/loaded';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import type { Filing } from '../queries';
import { noOthersInWords } from './held-back-words';
import { assignCase, useAssignees, useAssignmentAct, type Assignment } from './queries';

interface AssignDecisionProps {
  readonly filing: Filing;
  readonly holder: Assignment['holder'];
  readonly onClose: () => void;
}

const MOST_CHARACTERS = 500;

/** To whom the case is given; whoever hands one over that is being conducted says how far it is. */
export function AssignDecision({ filing, holder, onClose }: AssignDecisionProps) {
  const id = useId();
  const [personId, choose] = useState<string>();
  const [note, setNote] = useState('');
  const { REGISTRAR: post } = useRoleLabels();
  const assignees = useAssignees(filing.id, true);
  const act = useAssignmentAct(assignCase, filing);
  const verb = holder === null ? '分派' : '移交';
  const colleague = assignees.data?.items.find((one) => one.id === personId)?.name ?? '';
  return (
    <Decision
      open
      act={verb}
      consequences={[
        '本件列入承办人的待办，系统通知承办人；办理期限不变。',
        '其他同事仍可查看，由别人办理的须先接办。',
      ]}
      ready={personId !== undefined && (holder === null || note.trim() !== '')}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() => {
        if (personId === undefined) return;
        const body = { personId, ...(note.trim() === '' ? {} : { note: note.trim() }) };
        carryOut(act, body, () => {
          tell(`已${verb}给${colleague}。`);
          onClose();
        });
      }}
    >
      <Loaded query={assignees} what="可以承办的人员">
        {({ items }) => {
          const others = items.filter((one) => one.id !== holder?.id);
          if (others.length === 0) return <p className="muted">{noOthersInWords(post)}</p>;
          return (
            <div style={{ marginBottom: 24 }}>
              <label htmlFor={id}>由谁承办（必填）</label>
              <Select
                id={id}
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: '100%' }}
                placeholder="选择人员"
                value={personId}
                onChange={choose}
                options={others.map(({ id: value, name }) => ({ value, label: name }))}
              />
            </div>
          );
        }}
      </Loaded>
      {holder !== null && (
        <ReasonField
          label="办到哪一步、还有什么要做"
          value={note}
          maxLength={MOST_CHARACTERS}
          onChange={setNote}
        />
      )}
    </Decision>
  );
}
