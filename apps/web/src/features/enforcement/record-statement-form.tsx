import type { Schemas } from '@zhaoguan/api-client';
import { Form } from 'antd';
import { RecordForm } from '../../shared/form/record-form';
import { Decision } from '../../shared/ui/decision';
import { ActPanel } from '../../shared/form/act-panel';
import type { ActFormProps } from './act-form-props';
import { TextField } from '../../shared/form/text-field';
import { useActForm } from './use-act-form';

interface Values {
  readonly text: string;
}

interface Recording {
  readonly key: string;
  readonly act: string;
  readonly label: string;
  readonly help: string;
  readonly maxLength: number;
  readonly consequences: (party: string) => readonly string[];
  readonly bodyOf: (text: string) => Schemas['StatementDto'];
  readonly told: string;
}

const STATEMENT: Recording = {
  key: 'penalty-statement',
  act: '记录陈述申辩',
  label: '陈述申辩的内容',
  help: '当事人书面提交或者口头陈述的内容，照实记录。',
  maxLength: 5000,
  consequences: (party) => [
    `记入本案：${party}已陈述、申辩。记录后不能修改，可以再补充。`,
    '作出决定时，须写明对陈述申辩的复核意见。当事人可以看到这份记录。',
    '陈述申辩期照常计算：期满以后才能作出处罚决定，当事人自己在网上陈述、申辩或者放弃的除外。',
  ],
  bodyOf: (text) => ({ recordedForParty: true, waived: false, text }),
  told: '已记录当事人的陈述申辩。',
};

const WAIVER: Recording = {
  key: 'penalty-waiver',
  act: '记录放弃陈述申辩',
  label: '放弃的情况',
  help: '写明何人、何时、以何种方式表示放弃，例如“某年某月某日书面表示放弃，见笔录”。',
  maxLength: 1000,
  consequences: (party) => [
    `记入本案：${party}放弃陈述、申辩。记录后不能修改，当事人可以看到。`,
    '陈述申辩期照常计算：期满以后才能作出处罚决定，当事人自己在网上陈述、申辩或者放弃的除外。',
  ],
  bodyOf: (note) => ({ recordedForParty: true, waived: true, note }),
  told: '已记录当事人放弃陈述申辩。',
};

/** What the party said on paper or by word of mouth. */
export function RecordStatementForm(props: ActFormProps) {
  return <RecordingForm {...props} recording={STATEMENT} />;
}

/** That the party has nothing to say. */
export function RecordWaiverForm(props: ActFormProps) {
  return <RecordingForm {...props} recording={WAIVER} />;
}

function RecordingForm({ recording, ...props }: ActFormProps & { readonly recording: Recording }) {
  const { subject, onDone } = props;
  const { key, act: name, label, help, maxLength, consequences, bodyOf, told } = recording;
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'state'>(key, 'state', props);
  return (
    <ActPanel title={name} onLater={onDone}>
      <RecordForm<Values>
        name={key}
        form={form}
        initialValues={act.draft.value ?? {}}
        submit={name}
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <TextField name="text" label={label} help={help} maxLength={maxLength} />
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act={name}
        grave={recording === WAIVER}
        consequences={consequences(subject.institutionName)}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(bodyOf(act.asked.text), () => told)}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}
