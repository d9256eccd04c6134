import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useOverdueAct, type Overdue, type OverdueAct } from './queries';

interface Words {
  readonly act: string;
  readonly field: string;
  readonly help: string;
  readonly consequences: readonly string[];
  readonly told: string;
}

const WORDS: Readonly<Record<OverdueAct, Words>> = {
  urge: {
    act: '督办',
    field: '督办意见',
    help: '要求什么时候办结，怎样办；需要换人的，在该事项的页面改派',
    consequences: ['通知承办部门和人员，记入办理过程。', '事项办结以后，督办自动结束。'],
    told: '督办意见已通知承办部门和人员。',
  },
  explain: {
    act: '说明超期原因',
    field: '超期的原因',
    help: '为什么没有按期办结，预计什么时候办结',
    consequences: ['通知负责人，记入办理过程。', '说明原因不延长期限，请尽快办结。'],
    told: '超期原因已通知负责人。',
  },
};

interface OverdueActButtonProps {
  readonly overdue: Overdue;
  readonly action: OverdueAct;
}

/** What somebody has to say about what is overdue, in two steps. */
export function OverdueActButton({ overdue, action }: OverdueActButtonProps) {
  const [asking, ask] = useState(false);
  const [note, setNote] = useState('');
  const handle = useOverdueAct(overdue);
  const words = WORDS[action];
  return (
    <>
      <Button type="primary" onClick={() => ask(true)}>
        {words.act}
      </Button>
      <Decision
        open={asking}
        act={words.act}
        consequences={words.consequences}
        ready={note.trim() !== ''}
        busy={handle.isPending}
        error={handle.error}
        onConfirm={() =>
          carryOut(handle, { action, note: note.trim() }, () => {
            ask(false);
            setNote('');
            tell(words.told);
          })
        }
        onCancel={() => {
          ask(false);
          handle.reset();
        }}
      >
        <ReasonField label={words.field} help={words.help} value={note} onChange={setNote} />
      </Decision>
    </>
  );
}
