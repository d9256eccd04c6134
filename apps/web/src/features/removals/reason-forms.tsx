import { REGIME_WORDS, REMOVAL_WORDS } from '@zhaoguan/contracts';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { Decision } from '../../shared/ui/decision';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';
import { atMost, numberOfPaper } from '../../shared/form/filled';

interface Values {
  readonly reason: string;
  readonly document?: string;
}

interface ReasonFormProps extends RemovalActProps {
  readonly act: 'sendBack' | 'drop' | 'annul';
  readonly label: string;
  readonly help: string;
  readonly consequences: readonly string[];
  readonly told: string;
  readonly children?: ReactNode;
}

/** An act that takes no more than its reason. */
function ReasonForm({ act: name, label, help, consequences, told, children, ...props }: ReasonFormProps) {
  const [form] = Form.useForm<Values>();
  const act = useRemovalAct<Values, typeof name>(name, props);
  return (
    <ActPanel title={label} onLater={props.onDone}>
      <RecordForm<Values>
        name={`removal-${name}`}
        form={form}
        initialValues={act.draft.value ?? {}}
        submit={label}
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        {children}
        <TextField name="reason" label="理由" help={help} maxLength={2000} />
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act={label}
        grave
        consequences={consequences}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm({ document: '', ...act.asked } as Required<Values>, told)}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

export function SendBackForm(props: RemovalActProps) {
  return (
    <ReasonForm
      {...props}
      act="sendBack"
      label="退回重新办理"
      help="需要补充的证据、说明的事实。承办人员看得到，机构看不到。"
      consequences={['退回承办人员；补充以后须重新告知机构，机构可以重新陈述、申辩。']}
      told="已退回重新办理。"
    />
  );
}

export function DropForm(props: RemovalActProps) {
  const { removal } = props;
  return (
    <ReasonForm
      {...props}
      act="drop"
      label="终止办理"
      help="例如情形已经消除、证据不足。已经告知的，机构看得到。"
      consequences={[
        `对${removal.institutionName}的${removal.typeLabel}终止办理，${REGIME_WORDS[removal.regime].held}继续有效；本件不能恢复。`,
      ]}
      told="已终止办理。"
    />
  );
}

export function AnnulForm(props: RemovalActProps) {
  const { removal } = props;
  const { held } = REGIME_WORDS[removal.regime];
  const { restoration } = REMOVAL_WORDS[removal.regime];
  return (
    <ReasonForm
      {...props}
      act="annul"
      label={restoration}
      help="原决定为什么撤销。机构看得到。"
      consequences={[
        `撤销${removal.decision?.number ?? ''}决定，${removal.institutionName}的${held}恢复有效，机构恢复到决定以前的状态。`,
        '原决定不删除，公众查询网站注明已经撤销。',
      ]}
      told={`${held}已恢复。`}
    >
      <Form.Item
        name="document"
        label="撤销原决定的文书编号"
        extra="行政复议决定书、判决书的编号，或者自行纠正的批件编号。"
        rules={[
          { required: true, whitespace: true, message: '请填写文书编号' },
          numberOfPaper('请填写文书编号'),
          atMost(200),
        ]}
      >
        <Input />
      </Form.Item>
    </ReasonForm>
  );
}
