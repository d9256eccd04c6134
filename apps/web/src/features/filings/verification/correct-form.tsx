import { Form, Input } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { FileChoice, type ChosenFile } from '../../../shared/files/file-choice';
import { RecordForm } from '../../../shared/form/record-form';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import type { Filing } from '../queries';
import { whereFormWrong } from './verification-words';
import { filesPath, reportCorrected, useVerificationAct } from './queries';
import { atMost } from '../../../shared/form/filled';

interface Values {
  readonly statement: string;
  /** Uploaded as they are chosen, and seen by the authority from then on. */
  readonly files?: readonly ChosenFile[];
}

const MOST_FILES = 10;
const MOST_CHARACTERS = 2000;

interface CorrectFormProps {
  readonly filing: Pick<Filing, 'id' | 'status'>;
  /** Of its verification, as it was read. */
  readonly version: number;
  readonly onDone: () => void;
}

/** The applicant has put right what did not match, and says how. */
export function CorrectForm({ filing, version, onDone }: CorrectFormProps) {
  const { id } = filing;
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`filing-corrected:${id}`);
  const [asked, ask] = useState<Values | null>(null);
  const act = useVerificationAct(reportCorrected, { id, version });
  useLeaveWarning(draft.unsaved);
  return (
    <>
      <RecordForm<Values>
        name="filing-corrected"
        form={form}
        initialValues={draft.value ?? {}}
        submit="报告已改正"
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <Form.Item
          name="statement"
          label="改正的情况"
          extra={`逐项写明怎样改正的、现在的情况；${whereFormWrong(filing)}。`}
          rules={[{ required: true, whitespace: true, message: '请写明改正的情况' }, atMost(MOST_CHARACTERS)]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 3, maxRows: 10 }}
          />
        </Form.Item>
        <Form.Item name="files" label="照片、材料" extra="PDF、JPG、PNG">
          <FileChoice to={filesPath(id)} most={MOST_FILES} camera="拍摄改正情况的照片" />
        </Form.Item>
      </RecordForm>
      <Decision
        open={asked !== null}
        act="报告已改正"
        consequences={['主管机关将再次核实；复核的结果会通知您。', '报告以后不能修改。']}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(null)}
        onConfirm={() =>
          asked &&
          carryOut(act, asked.statement, () => {
            draft.discard();
            tell('已报告，等待主管机关复核。');
            onDone();
          })
        }
      />
    </>
  );
}
