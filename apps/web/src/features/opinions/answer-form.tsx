import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { FileChoice, type ChosenFile } from '../../shared/files/file-choice';
import { atMost } from '../../shared/form/filled';
import { RecordForm } from '../../shared/form/record-form';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { Decision } from '../../shared/ui/decision';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { useAnswer, type Asked } from './queries';

interface Values {
  readonly answer: NonNullable<Asked['answer']>;
  readonly reasons?: string;
  /** Uploaded as they are chosen, and read with the answer. */
  readonly files?: readonly ChosenFile[];
}

const ANSWERS = [
  { value: 'AGREE', label: '同意' },
  { value: 'DISAGREE', label: '不同意' },
  { value: 'NO_OPINION', label: '无意见' },
];
const MOST_FILES = 10;
const MOST_CHARACTERS = 2000;

/** The answer of the department. */
export function AnswerForm({ asked: opinion }: { readonly asked: Asked }) {
  const { id, departmentName, authorityName } = opinion;
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`opinion-answer:${id}`);
  const [asked, ask] = useState<Values | null>(null);
  const act = useAnswer(id);
  useLeaveWarning(draft.unsaved);
  return (
    <Panel title="答复">
      <RecordForm<Values>
        name="opinion-answer"
        form={form}
        initialValues={draft.value ?? {}}
        submit="答复意见"
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <Form.Item name="answer" label="意见" rules={[{ required: true, message: '请选择意见' }]}>
          <Radio.Group aria-label="意见" options={ANSWERS} />
        </Form.Item>
        <Form.Item
          name="reasons"
          label="理由和依据"
          extra="不同意的必须写明"
          dependencies={['answer']}
          rules={[
            ({ getFieldValue }) => {
              const disagrees = getFieldValue('answer') === 'DISAGREE';
              return {
                required: disagrees,
                whitespace: disagrees,
                message: '不同意的，请写明理由和依据',
              };
            },
            atMost(MOST_CHARACTERS),
          ]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 3, maxRows: 10 }}
          />
        </Form.Item>
        <Form.Item name="files" label="文件" extra="PDF、JPG、PNG">
          <FileChoice to={`/api/v1/opinions/${id}/files`} most={MOST_FILES} />
        </Form.Item>
      </RecordForm>
      <Decision
        open={asked !== null}
        act="答复意见"
        consequences={[
          `意见以${departmentName}的名义发给${authorityName}；申请人在本件办结以后可以看到。`,
          '答复以后不能修改。',
        ]}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(null)}
        onConfirm={() => {
          if (asked === null) return;
          const { answer, reasons } = asked;
          const body = { answer, ...(reasons === undefined || reasons.trim() === '' ? {} : { reasons }) };
          const done = () => {
            draft.discard();
            tell('已答复，对方已收到通知。');
          };
          carryOut(act, body, done, () => ask(null));
        }}
      />
    </Panel>
  );
}
