import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { atMost, IN_WORDS } from '../../shared/form/filled';
import { RecordForm } from '../../shared/form/record-form';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { Decision } from '../../shared/ui/decision';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';

/** As the server calls it: what it refuses is shown there. */
type Field = 'reason' | 'statement';
type Values = Readonly<Partial<Record<Field, string>>>;

export interface StatedFormProps {
  /** Of this form alone: its draft and the ids of its fields begin with it. */
  readonly name: string;
  /** What it is about: what was typed is kept for this one. */
  readonly subjectId: string;
  /** The act as a verb: 申请撤回, 报告已完成. */
  readonly submit: string;
  readonly words: {
    readonly field: Field;
    readonly label: string;
    readonly extra: string;
    /** What is asked for where nothing is written. */
    readonly missing: string;
    readonly most: number;
  };
  readonly consequences: readonly string[];
  readonly told: string;
  readonly act: {
    readonly mutateAsync: (words: string) => Promise<unknown>;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
  readonly onDone: () => void;
  /** Where a button has opened it: puts it away again, what was typed is kept. */
  readonly onCancel?: () => void;
  /** Further fields, below the words. */
  readonly children?: ReactNode;
}

/** An act that is stated in words and confirmed: what was typed is kept until it is done. */
export function StatedForm(props: StatedFormProps) {
  const { name, subjectId, submit, words, consequences, told, act, onDone, onCancel, children } = props;
  const { field, label, extra, missing, most } = words;
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
        {...(onCancel && { onCancel })}
      >
        <Form.Item
          name={field}
          label={label}
          extra={extra}
          rules={[{ required: true, whitespace: true, message: missing }, IN_WORDS, atMost(most)]}
        >
          <Input.TextArea count={{ max: most, show: true }} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        {children}
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
            asked[field]?.trim() ?? '',
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
