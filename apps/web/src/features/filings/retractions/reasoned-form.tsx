import { Form, Input } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { atMost, IN_WORDS } from '../../../shared/form/filled';
import { RecordForm } from '../../../shared/form/record-form';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';

interface Values {
  readonly reason: string;
}

interface ReasonedFormProps {
  /** Of this form alone: its draft and the ids of its fields begin with it. */
  readonly name: string;
  /** What it is about: what was typed is kept for this one. */
  readonly subjectId: string;
  /** The act as a verb: 申请撤回, 不予撤回. */
  readonly submit: string;
  readonly reason: { readonly label: string; readonly extra: string; readonly missing: string };
  readonly consequences: readonly string[];
  readonly told: string;
  readonly act: {
    readonly mutateAsync: (reason: string) => Promise<unknown>;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
  readonly onDone: () => void;
}

const MOST_CHARACTERS = 1000;

/** A step of a retraction that needs its reason in words, and is confirmed. */
export function ReasonedForm(props: ReasonedFormProps) {
  const { name, subjectId, submit, reason, consequences, told, act, onDone } = props;
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`${name}:${subjectId}`);
  const [asked, ask] = useState<Values | null>(null);
  useLeaveWarning(draft.unsaved);
  return (
    <>
      <RecordForm<Values>
        name={name}
        form={form}
        initialValues={draft.value ?? {}}
        submit={submit}
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <Form.Item
          name="reason"
          label={reason.label}
          extra={reason.extra}
          rules={[
            { required: true, whitespace: true, message: reason.missing },
            IN_WORDS,
            atMost(MOST_CHARACTERS),
          ]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 3, maxRows: 10 }}
          />
        </Form.Item>
      </RecordForm>
      <Decision
        open={asked !== null}
        act={submit}
        consequences={consequences}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(null)}
        onConfirm={() =>
          asked &&
          carryOut(
            act,
            asked.reason.trim(),
            () => {
              draft.discard();
              tell(told);
              onDone();
            },
            () => ask(null),
          )
        }
      />
    </>
  );
}
