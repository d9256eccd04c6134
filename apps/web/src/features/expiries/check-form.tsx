import { EXPIRY_FINDING_LABELS, EXPIRY_FINDINGS, type ExpiryFinding } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { ActPanel } from '../../shared/form/act-panel';
import { Checkboxes } from '../../shared/form/checkboxes';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { dayInWords } from '../../shared/ui/dates';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { useCheckExpiries, type ExpiryLine } from './queries';

interface Values {
  readonly ids?: readonly string[];
  readonly finding?: ExpiryFinding;
  readonly note?: string;
}

interface CheckFormProps {
  readonly institutionId: string;
  /** What has ended in it. */
  readonly ended: readonly ExpiryLine[];
  readonly onDone: () => void;
}

/** What a check of what has ended found; one visit answers for several things. */
export function CheckForm({ institutionId, ended, onDone }: CheckFormProps) {
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`expiry-check:${institutionId}`);
  const check = useCheckExpiries(useIdempotencyKey());
  useLeaveWarning(draft.unsaved && !check.isSuccess);
  const submit = ({ ids = [], finding, note = '' }: Values) => {
    if (finding === undefined) return;
    carryOut(check, { institutionId, ids: [...ids], finding, note }, () => {
      draft.discard();
      tell('核查情况已记录。');
      onDone();
    });
  };
  return (
    <ActPanel title="记录核查情况" onLater={onDone}>
      <RecordForm<Values>
        name="expiry-check"
        form={form}
        initialValues={{ ids: ended.map(({ id }) => id), ...draft.value }}
        submit="记录核查情况"
        busy={check.isPending}
        error={check.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={submit}
      >
        <Form.Item name="ids" label="核查的事项" rules={[{ required: true, message: '请选择核查的事项' }]}>
          <Checkboxes
            label="核查的事项"
            options={ended.map(({ id, whatLabel, endsOn }) => ({
              value: id,
              label: `${whatLabel}，${dayInWords(endsOn)}到期`,
            }))}
          />
        </Form.Item>
        <Form.Item name="finding" label="核查情况" rules={[{ required: true, message: '请选择核查情况' }]}>
          <Radio.Group
            options={EXPIRY_FINDINGS.map((each) => ({ value: each, label: EXPIRY_FINDING_LABELS[each] }))}
          />
        </Form.Item>
        <TextField
          name="note"
          label="具体情况"
          help="怎样核查的、要求机构做什么。机构看得到，不写其他人的个人信息。"
          maxLength={1000}
        />
      </RecordForm>
    </ActPanel>
  );
}
