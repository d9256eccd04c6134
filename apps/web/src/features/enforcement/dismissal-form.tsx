import { Form } from 'antd';
import { RecordForm } from '../../shared/form/record-form';
import { Decision } from '../../shared/ui/decision';
import { paperAfterDecision, servedOrNot } from '../../shared/ui/decision-service';
import { ActPanel } from '../../shared/form/act-panel';
import type { ActFormProps } from './act-form-props';
import { ReviewField } from './review-field';
import { TextField } from '../../shared/form/text-field';
import { useActForm } from './use-act-form';

interface Values {
  readonly text: string;
  readonly statementReview?: string;
}

/** Ends the case without a penalty (不予行政处罚). */
export function DismissalForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'decide'>('penalty-dismissal', 'decide', props);
  return (
    <ActPanel title="决定不予处罚" onLater={onDone}>
      <RecordForm<Values>
        name="dismissal"
        form={form}
        initialValues={act.draft.value ?? {}}
        submit="决定不予处罚"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <ReviewField subject={subject} />
        <TextField
          name="text"
          label="决定的内容和理由"
          help="例如违法行为轻微并及时改正、没有造成危害后果，或者违法事实不能成立。"
          maxLength={10_000}
        />
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="决定不予处罚"
        grave
        consequences={[
          `对${subject.institutionName}不予行政处罚；案件办结，不能恢复。`,
          paperAfterDecision(subject.notice?.service === 'ONLINE' && subject.servesOnline),
          '不扣信用分，不向社会公示；当事人已经收到告知的，可以看到这一决定。',
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() =>
          act.asked &&
          act.confirm(
            dismissalOf(act.asked),
            ({ decision }) => `已决定不予处罚，文号 ${decision?.number ?? ''}，${servedOrNot(decision)}`,
          )
        }
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

function dismissalOf({ text, statementReview }: Values) {
  return {
    outcome: 'NO_PENALTY' as const,
    text,
    ...(statementReview === undefined ? {} : { statementReview }),
  };
}
