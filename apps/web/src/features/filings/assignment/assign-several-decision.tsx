import { Select } from 'antd';
import { useId, useState } from 'react';
import { Decision } from '../../../shared/ui/decision';
import { Failure } from '../../../shared/ui/failure';
import { ReasonField } from '../../../shared/ui/reason-field';
import { Waiting } from '../../../shared/ui/waiting';
import { filingInWords } from '../filing-words';
import type { FilingLine } from '../queries';
import { useAssigneesOf } from './queries';
import { isHeld, oneOfEachOffice, type Run } from './several';

/** To whom, and how far what is being conducted has come. */
export interface Order {
  readonly personId: string;
  readonly name: string;
  readonly note: string;
}

interface AssignSeveralDecisionProps {
  readonly chosen: readonly FilingLine[];
  readonly verb: '分派' | '移交';
  /** While it goes on. */
  readonly run: Run | null;
  readonly onCancel: () => void;
  readonly onConfirm: (order: Order) => void;
}

const MOST_CHARACTERS = 500;

/** Asks to whom the chosen cases go, and names each of them. */
export function AssignSeveralDecision(props: AssignSeveralDecisionProps) {
  const { chosen, verb, run, onCancel, onConfirm } = props;
  const id = useId();
  const [personId, choose] = useState<string>();
  const [note, setNote] = useState('');
  const { people, error, isPending } = useAssigneesOf(oneOfEachOffice(chosen));
  const person = people.find((one) => one.id === personId);
  const needsNote = chosen.some(isHeld);
  return (
    <Decision
      open
      act={verb}
      consequences={[
        `下列 ${chosen.length} 件逐件${verb}，列入承办人的待办，系统通知承办人；办理期限不变。`,
        '不能由所选人员承办的，该件不变，办完以后逐件说明原因。',
        '其他同事仍可查看，由别人办理的须先接办。',
      ]}
      ready={person !== undefined && (!needsNote || note.trim() !== '')}
      busy={run !== null}
      error={null}
      onCancel={() => run === null && onCancel()}
      onConfirm={() => person && onConfirm({ personId: person.id, name: person.name, note: note.trim() })}
    >
      {run !== null ? (
        <p role="status">
          正在{verb}，已办 {run.answers.length} 件，共 {run.of.length} 件。
        </p>
      ) : (
        <>
          {error && <Failure error={error} what="没有取得可以承办的人员" />}
          {isPending && <Waiting />}
          <div style={{ marginBottom: 24 }}>
            <label htmlFor={id}>由谁承办（必填）</label>
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              placeholder="选择人员"
              value={personId}
              onChange={choose}
              options={people.map(({ id: value, name }) => ({ value, label: name }))}
            />
          </div>
          {needsNote && (
            <ReasonField
              label="办到哪一步、还有什么要做"
              help="记入已有承办人的各件"
              value={note}
              maxLength={MOST_CHARACTERS}
              onChange={setNote}
            />
          )}
          <ul aria-label={`要${verb}的`}>
            {chosen.map((line) => (
              <li key={line.id}>
                {line.name}：{filingInWords(line, line.siteType)}
                {line.assigneeName !== null && `，现由${line.assigneeName}承办`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Decision>
  );
}
