import { Checkbox, Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { Decision } from '../../shared/ui/decision';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

interface Values {
  readonly text: string;
  readonly waived?: boolean;
}

/** Takes down what the institution said on paper or by word of mouth, or that it waived it. */
export function RecordStatementForm(props: RemovalActProps) {
  const [form] = Form.useForm<Values>();
  const act = useRemovalAct<Values, 'statement'>('statement', props);
  return (
    <ActPanel title="记录陈述申辩或者放弃" onLater={props.onDone}>
      <RecordForm<Values>
        name="removal-recorded"
        form={form}
        initialValues={act.draft.value ?? {}}
        submit="记录"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <TextField
          name="text"
          label="内容"
          help="何人、何时、以什么方式提出，说了什么；放弃的，写明怎样表示放弃。书面材料作为证据上传。"
          maxLength={5000}
        />
        <Form.Item name="waived" valuePropName="checked">
          <Checkbox>机构明确放弃陈述申辩</Checkbox>
        </Form.Item>
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="记录"
        consequences={[
          props.removal.servesOnline
            ? '记入本件，不能修改；机构随即收到通知，可以核对和补充。'
            : '记入本件，不能修改。',
          ...(act.asked?.waived === true ? ['陈述申辩的期限照样计算，期满以后才可以报请决定。'] : []),
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() =>
          act.asked &&
          act.confirm({ text: act.asked.text, waived: act.asked.waived === true }, '已记入本件。')
        }
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}
