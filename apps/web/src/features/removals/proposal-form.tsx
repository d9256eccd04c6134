import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { Decision } from '../../shared/ui/decision';
import { usePendingInWords } from './pending-cases';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

interface Values {
  readonly text: string;
  readonly statementReview?: string;
}

/** Lays the case before who decides it (报请决定). */
export function ProposalForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const [form] = Form.useForm<Values>();
  const pending = usePendingInWords(removal.institutionId);
  const act = useRemovalAct<Values, 'propose'>('propose', props);
  const spoke = removal.statements.some(({ nature }) => nature === 'STATEMENT');
  return (
    <ActPanel title="报请决定" onLater={onDone}>
      <RecordForm<Values>
        name="removal-proposal"
        form={form}
        initialValues={act.draft.value ?? {}}
        submit="报请决定"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        {spoke && (
          <TextField
            name="statementReview"
            label="对陈述申辩的复核意见"
            help="逐项答复机构提出的事实、理由和证据，是否采纳，为什么。"
            maxLength={5000}
          />
        )}
        <TextField
          name="text"
          label="决定的理由"
          help="为什么认定属于这一情形。原文写入决定书，随决定送达机构，不写“拟”“建议”；不写举报人和其他人的个人信息。"
          maxLength={5000}
          rows={5}
        />
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="报请决定"
        consequences={['由没有办理过本件的复核人员决定；您不能再修改，可以在决定以前终止办理。', ...pending]}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(act.asked, '已报请决定。')}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}
