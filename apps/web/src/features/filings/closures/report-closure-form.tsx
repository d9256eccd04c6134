import { Form, Input } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { FileChoice, type ChosenFile } from '../../../shared/files/file-choice';
import { atMost, IN_WORDS } from '../../../shared/form/filled';
import { RecordForm } from '../../../shared/form/record-form';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import { filesPath, useReportClosure, type Closure } from './queries';

interface Values {
  readonly statement: string;
  /** Uploaded as they are chosen, and seen by the office from then on. */
  readonly files?: readonly ChosenFile[];
}

interface ReportClosureFormProps {
  readonly closure: Closure;
  readonly onDone: () => void;
}

const MOST_FILES = 10;
const MOST_CHARACTERS = 1000;

/** Who has ended reports that everybody is placed and the fees are given back, and how. */
export function ReportClosureForm({ closure, onDone }: ReportClosureFormProps) {
  const { filingId } = closure;
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`closure-reported:${filingId}`);
  const [asked, ask] = useState<Values | null>(null);
  const act = useReportClosure(closure);
  useLeaveWarning(draft.unsaved);
  return (
    <>
      <RecordForm<Values>
        name="closure-report"
        form={form}
        initialValues={draft.value ?? {}}
        submit="报告已完成"
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <Form.Item
          name="statement"
          label="完成的情况"
          extra="写明人员安置、费用退还分别怎样完成的；不要写姓名、证件号码等个人信息"
          rules={[
            { required: true, whitespace: true, message: '请写明怎样完成的' },
            IN_WORDS,
            atMost(MOST_CHARACTERS),
          ]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 3, maxRows: 10 }}
          />
        </Form.Item>
        <Form.Item name="files" label="安置、退费的凭证" extra="没有的可以不传；PDF、JPG、PNG">
          <FileChoice to={filesPath(filingId)} most={MOST_FILES} camera="拍摄凭证" />
        </Form.Item>
      </RecordForm>
      <Decision
        open={asked !== null}
        act="报告已完成"
        consequences={[
          `${closure.office.name}将再次核实；核实的结果会通知您，仍没有完成的，可以再次报告。`,
          '报告以后不能修改。',
        ]}
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
              tell('已报告，等待主管机关再次核实。');
              onDone();
            },
            () => ask(null),
          )
        }
      />
    </>
  );
}
