import { Form, Input } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { FileChoice, type ChosenFile } from '../../shared/files/file-choice';
import { atMost, IN_WORDS } from '../../shared/form/filled';
import { RecordForm } from '../../shared/form/record-form';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { Decision } from '../../shared/ui/decision';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';

interface Values {
  readonly statement: string;
  /** Uploaded as they are chosen, and seen by the authority from then on. */
  readonly files?: readonly ChosenFile[];
}

interface ReportDoneFormProps {
  /** Of this form alone: its draft and the ids of its fields begin with it. */
  readonly name: string;
  readonly filingId: string;
  /** 报告已完成, 报告已改正. */
  readonly report: string;
  readonly statement: {
    readonly label: string;
    readonly extra: string;
    /** What is asked for where nothing is written. */
    readonly missing: string;
    readonly most: number;
  };
  readonly papers: {
    readonly label: string;
    readonly extra: string;
    readonly camera: string;
    /** Where they are uploaded. */
    readonly to: string;
  };
  readonly consequence: string;
  readonly told: string;
  readonly act: {
    readonly mutateAsync: (statement: string) => Promise<unknown>;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
  readonly onDone: () => void;
}

const MOST_FILES = 10;

/** The applicant reports that what the office found undone is done, how, and with papers; it is looked at again. */
export function ReportDoneForm(props: ReportDoneFormProps) {
  const { name, filingId, report, statement, papers, consequence, told, act, onDone } = props;
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`${name}:${filingId}`);
  const [asked, ask] = useState<Values | null>(null);
  useLeaveWarning(draft.unsaved);
  const { missing, most } = statement;
  return (
    <>
      <RecordForm<Values>
        name={name}
        form={form}
        initialValues={draft.value ?? {}}
        submit={report}
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <Form.Item
          name="statement"
          label={statement.label}
          extra={statement.extra}
          rules={[{ required: true, whitespace: true, message: missing }, IN_WORDS, atMost(most)]}
        >
          <Input.TextArea count={{ max: most, show: true }} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <Form.Item name="files" label={papers.label} extra={papers.extra}>
          <FileChoice to={papers.to} most={MOST_FILES} camera={papers.camera} />
        </Form.Item>
      </RecordForm>
      <Decision
        open={asked !== null}
        act={report}
        consequences={[consequence, '报告以后不能修改。']}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(null)}
        onConfirm={() =>
          asked &&
          carryOut(
            act,
            asked.statement,
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
