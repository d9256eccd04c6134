import {
  PLACED,
  PLACED_LABELS,
  placedFault,
  REFUNDED,
  REFUNDED_LABELS,
  refundedFault,
  type Placed,
  type Refunded,
  type ToldOfClosure,
} from '@zhaoguan/contracts';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { atMost, IN_WORDS } from '../../../shared/form/filled';
import { PastDayField } from '../../../shared/form/past-day-field';
import { RecordForm } from '../../../shared/form/record-form';
import { Decision } from '../../../shared/ui/decision';
import { dayInWords } from '../../../shared/ui/dates';
import { tell } from '../../../shared/ui/told';
import { againInWords, NOT_ONLINE, recordedInWords, takenBackInWords } from './closure-words';
import { useRecordClosure, type Closure } from './queries';

interface Values {
  readonly checkedOn: string;
  readonly placed: Placed;
  readonly refunded: Refunded;
  readonly words?: string;
  readonly reason?: string;
}

interface RecordClosureFormProps {
  readonly closure: Closure;
  readonly onDone: () => void;
}

const MOST_CHARACTERS = 1000;
const CHOSEN = [{ required: true, message: '请选择' }];

const asTold = (faultOf: (chosen: unknown, told: ToldOfClosure) => string | null, closure: Closure) => ({
  validator: async (_: unknown, chosen: unknown) => {
    const fault = faultOf(chosen, closure);
    if (fault !== null) throw new Error(fault);
  },
});

/** What an official found of the people and the fees; of what was recorded as done, also why that was not so. */
export function RecordClosureForm({ closure, onDone }: RecordClosureFormProps) {
  const [form] = Form.useForm<Values>();
  const [asked, ask] = useState<Values | null>(null);
  const act = useRecordClosure(closure);
  const placed = Form.useWatch('placed', form);
  const refunded = Form.useWatch('refunded', form);
  const corrects = closure.status === 'SETTLED';
  const submit = corrects ? '更正核实记录' : '记录核实情况';
  const unsettled = placed === 'NOT_ALL' || refunded === 'NOT_ALL';
  return (
    <>
      <RecordForm<Values>
        name="closure-record"
        form={form}
        submit={submit}
        busy={act.isPending}
        error={act.error}
        onSubmit={ask}
      >
        <PastDayField
          name="checkedOn"
          label="核实日期"
          since={{ day: closure.endsOn, label: '终止服务的日期' }}
        />
        <Form.Item name="placed" label="人员安置" rules={[...CHOSEN, asTold(placedFault, closure)]}>
          <Radio.Group vertical options={PLACED.map((value) => ({ value, label: PLACED_LABELS[value] }))} />
        </Form.Item>
        <Form.Item name="refunded" label="费用退还" rules={[...CHOSEN, asTold(refundedFault, closure)]}>
          <Radio.Group
            vertical
            options={REFUNDED.map((value) => ({ value, label: REFUNDED_LABELS[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="words"
          label="核实的情况"
          extra={
            unsettled
              ? '写明尚未完成的情况和采取的措施；申请人可以看到，不要写个人信息'
              : '申请人可以看到，不要写个人信息'
          }
          rules={[
            { required: unsettled, whitespace: true, message: '请写明尚未完成的情况和采取的措施' },
            IN_WORDS,
            atMost(MOST_CHARACTERS),
          ]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 2, maxRows: 10 }}
          />
        </Form.Item>
        {corrects && (
          <Form.Item
            name="reason"
            label="更正的理由"
            rules={[
              { required: true, whitespace: true, message: '请写明更正的理由' },
              IN_WORDS,
              atMost(MOST_CHARACTERS),
            ]}
          >
            <Input.TextArea
              count={{ max: MOST_CHARACTERS, show: true }}
              autoSize={{ minRows: 2, maxRows: 10 }}
            />
          </Form.Item>
        )}
      </RecordForm>
      <Decision
        open={asked !== null}
        act={submit}
        consequences={[
          unsettled ? againInWords(closure, refunded, dayInWords) : '这一项办结，不再列入待办。',
          ...(unsettled ? takenBackInWords(closure) : []),
          ...(unsettled
            ? [closure.reportsOnline ? '通知经办人，列入经办人的待办；完成以后由经办人报告。' : NOT_ONLINE]
            : []),
          ...(unsettled || closure.successor === null || closure.successorWritten
            ? []
            : [
                `承接机构“${closure.successor}”在名录中的，本机构写入它的沿革，作为此前的机构；除家庭托育点外，两家的公开页面互相列出。`,
              ]),
          '写入办理过程，申请人可以看到；记录以后不能修改，有误的以新的记录更正。',
        ]}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(null)}
        onConfirm={() => {
          if (asked === null) return;
          const done = (after: Closure) => {
            tell(recordedInWords(closure, after, dayInWords));
            onDone();
          };
          carryOut(act, { ...asked, words: asked.words ?? '', reason: asked.reason ?? '' }, done, () =>
            ask(null),
          );
        }}
      />
    </>
  );
}
