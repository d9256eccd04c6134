import { saysSomething } from '@zhaoguan/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { Decision } from '../../shared/ui/decision';
import { ReasonField } from '../../shared/ui/reason-field';
import { tell } from '../../shared/ui/told';
import { useHandleFollowUp, type FollowUp, type Handling } from './queries';

interface Words {
  readonly act: string;
  readonly field: string;
  readonly help: string;
  readonly consequences: readonly string[];
  readonly told: string;
}

const MASKED = '其中的电话、身份证号会自动隐去一部分。';

const WORDS: Readonly<Record<Handling, Words>> = {
  contact: {
    act: '记录回访',
    field: '回访的情况',
    help: '什么时候、怎样联系的，评价人怎么说，核实了什么',
    consequences: ['记入办理过程；可以再次回访。回访以后才能办结。'],
    told: '已记录回访。',
  },
  resolve: {
    act: '整改办结',
    field: '整改的措施和答复',
    help: `写给评价人看：改了什么，以后怎样避免。${MASKED}`,
    consequences: [
      '内容反馈给评价人，在本件的页面和通知中可以看到。',
      '评价人认为没有解决的，可以追加一次评价，重新办理。',
    ],
    told: '已办结，答复已反馈给评价人。',
  },
  dismiss: {
    act: '认定不成立',
    field: '认定不成立的理由',
    help: `写给评价人看：核实了什么，为什么不成立。${MASKED}`,
    consequences: [
      '内容反馈给评价人；这条评价不计入满意率，公开的统计中单独列出件数。',
      '评价人认为没有解决的，可以追加一次评价，重新办理。',
    ],
    told: '已办结，理由已反馈给评价人。',
  },
};

interface HandleActProps {
  readonly followUp: FollowUp;
  readonly action: Handling;
}

/** One act on a bad rating, in two steps, with what is written down about it. */
export function HandleAct({ followUp, action }: HandleActProps) {
  const [asking, ask] = useState(false);
  const [note, setNote] = useState('');
  const handle = useHandleFollowUp(followUp);
  const words = WORDS[action];
  return (
    <>
      <Button type={action === 'dismiss' ? 'default' : 'primary'} onClick={() => ask(true)}>
        {words.act}
      </Button>
      <Decision
        open={asking}
        act={words.act}
        consequences={words.consequences}
        ready={saysSomething(note)}
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
