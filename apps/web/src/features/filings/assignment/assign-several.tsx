import { Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { eachInTurn, type AnswerFor } from '../../../shared/api/each-in-turn';
import { explain } from '../../../shared/ui/failure';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import type { FilingLine } from '../queries';
import { AssignSeveralDecision, type Order } from './assign-several-decision';
import { useAssignOne } from './queries';
import { isHeld, MOST_AT_ONCE, verbFor, type Run } from './several';

interface AssignSeveralProps {
  /** Those listed that can be assigned. */
  readonly shown: readonly FilingLine[];
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

/** Gives the chosen cases to one colleague after one confirmation, case by case, and says what came of each. */
export function AssignSeveral({ shown, ids, onChange }: AssignSeveralProps) {
  const [asking, ask] = useState(false);
  const [run, setRun] = useState<Run | null>(null);
  const { assign, refresh } = useAssignOne();
  const chosen = shown.filter(({ id }) => ids.has(id));
  const verb = verbFor(chosen);
  useLeaveWarning(run?.isRunning === true);
  const begin = async ({ personId, name, note }: Order) => {
    const answers: AnswerFor<FilingLine>[] = [];
    const begun = { of: chosen, verb };
    setRun({ ...begun, answers, isRunning: true });
    await eachInTurn(
      chosen,
      // How far it is, is said of what somebody conducts; where somebody took it meanwhile, it is refused for want of that.
      (line) => assign(line.id, { personId, ...(isHeld(line) && { note }) }),
      (answer) => {
        answers.push(answer);
        setRun({ ...begun, answers: [...answers], isRunning: true });
      },
    );
    await refresh();
    setRun({ ...begun, answers, isRunning: false });
    const refused = chosen.length - answers.filter(({ refusal }) => refusal === null).length;
    tell(
      `已${verb}给${name} ${chosen.length - refused} 件${refused > 0 ? `，${refused} 件没有${verb}` : ''}。`,
    );
    ask(false);
    onChange(new Set());
  };
  return (
    <>
      <Flex wrap gap={16} align="center" style={{ marginBottom: 16 }}>
        {shown.length > 1 && <AllShown shown={shown} ids={ids} onChange={onChange} />}
        <Button disabled={chosen.length === 0 || chosen.length > MOST_AT_ONCE} onClick={() => ask(true)}>
          {chosen.length === 0 ? '分派、移交所选的' : `${verb}所选的 ${chosen.length} 件`}
        </Button>
        {chosen.length > MOST_AT_ONCE && <span>一次最多 {MOST_AT_ONCE} 件，请少选几件。</span>}
      </Flex>
      {run && !run.isRunning && <Answers run={run} />}
      {asking && (
        <AssignSeveralDecision
          chosen={chosen}
          verb={verb}
          run={run?.isRunning === true ? run : null}
          onCancel={() => ask(false)}
          onConfirm={(order) => void begin(order)}
        />
      )}
    </>
  );
}

function AllShown({ shown, ids, onChange }: AssignSeveralProps) {
  const most = shown.slice(0, MOST_AT_ONCE);
  const chosen = most.filter(({ id }) => ids.has(id)).length;
  return (
    <Checkbox
      checked={chosen === most.length}
      indeterminate={chosen > 0 && chosen < most.length}
      onChange={({ target }) => onChange(new Set(target.checked ? most.map(({ id }) => id) : []))}
    >
      全选列出的 {most.length} 件
    </Checkbox>
  );
}

/** What came of the last run, case by case. */
function Answers({ run: { of, verb, answers } }: { readonly run: Run }) {
  const title = `本次${verb}的情况`;
  return (
    <Panel title={title}>
      <ul aria-label={title}>
        {answers.map(({ to, refusal }) => (
          <li key={to.id}>
            {refusal === null ? <Mark tone="good">已{verb}</Mark> : <Mark tone="attention">没有{verb}</Mark>}{' '}
            {to.name}
            {refusal !== null && `：${explain(refusal).cause}。${explain(refusal).advice}`}
          </li>
        ))}
        {of.slice(answers.length).map(({ id, name }) => (
          <li key={id}>
            <Mark tone="attention">没有办理</Mark> {name}：前一件没有收到答复，其余没有继续{verb}。
          </li>
        ))}
      </ul>
    </Panel>
  );
}
