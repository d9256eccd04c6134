import type { PenaltyMeasure } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { Checkboxes } from '../../shared/form/checkboxes';
import { RecordForm } from '../../shared/form/record-form';
import { useSettled } from '../../shared/form/use-settled';
import { Decision } from '../../shared/ui/decision';
import { dayInWords } from '../../shared/ui/dates';
import { paperAfterDecision, servedOrNot } from '../../shared/ui/decision-service';
import { yuan } from '../../shared/ui/money';
import { ActPanel } from '../../shared/form/act-panel';
import type { ActFormProps } from './act-form-props';
import { AmountField } from './amount-field';
import { gradeEffectInWords } from '../../shared/ui/grade-effect-words';
import { PenaltyOutlook } from './penalty-outlook';
import { penaltyInWords, proposalOf } from './proposal';
import { publicityInWords } from './publicity-in-words';
import { useGradePreview, usePreview, type PenaltyCase, type Proposal } from './queries';
import { ReviewField } from './review-field';
import { TextField } from '../../shared/form/text-field';
import { useActForm } from './use-act-form';
import { useEarlyDecision } from './use-early-decision';
import { useLawfulPenalty } from './use-lawful-penalty';

interface Values {
  readonly measures?: PenaltyMeasure[];
  readonly amountFen?: number;
  readonly text: string;
  readonly statementReview?: string;
}

/** Imposes the penalty (行政处罚决定), at most as it was noticed. */
export function DecisionForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'decide'>('penalty-decision', 'decide', props);
  const lawful = useLawfulPenalty<Values>(subject.id, act.ask);
  const { notice } = subject;
  if (!notice) return null;
  const asNoticed = {
    measures: notice.measures,
    ...(notice.amountFen > 0 ? { amountFen: notice.amountFen } : {}),
  };
  return (
    <ActPanel title="作出处罚决定" onLater={onDone}>
      <RecordForm<Values>
        name="decision"
        form={form}
        initialValues={act.draft.value ?? asNoticed}
        submit="作出处罚决定"
        busy={lawful.busy || act.busy}
        error={lawful.error ?? act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={lawful.check}
      >
        <PenaltyFields subject={subject} notice={notice} />
        <ReviewField subject={subject} />
        <TextField
          name="text"
          label="决定的内容和理由"
          help="处罚的种类、金额、缴款期限和救济途径由系统另行列明，不必重写。"
          maxLength={10_000}
        />
      </RecordForm>
      <PenaltyDecision
        subject={subject}
        values={act.asked}
        busy={act.busy}
        error={act.error}
        onConfirm={({ measures, amountFen }, { text, statementReview }) =>
          act.confirm(
            {
              outcome: 'PENALTY',
              measures,
              amountFen,
              text,
              ...(statementReview === undefined ? {} : { statementReview }),
            },
            ({ decision }) => `已作出处罚决定，文号 ${decision?.number ?? ''}，${servedOrNot(decision)}`,
          )
        }
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

/** Measures and amount, within the notice. */
function PenaltyFields({
  subject,
  notice,
}: {
  readonly subject: PenaltyCase;
  readonly notice: NonNullable<PenaltyCase['notice']>;
}) {
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch((all: Values) => all, form);
  const proposal = useSettled(proposalOf(values ?? {}));
  const fines = values?.measures?.includes('FINE') ?? false;
  const tier = subject.tiers.find(({ severity }) => severity === notice.severity);
  return (
    <>
      <Form.Item
        name="measures"
        label="处理"
        extra="不得超出告知的处理。"
        rules={[{ required: true, message: '请选择处理' }]}
      >
        <Checkboxes
          label="处理"
          options={notice.measures.map((code, i) => ({
            value: code,
            label: notice.measureLabels[i] ?? code,
          }))}
        />
      </Form.Item>
      {fines && (
        <AmountField
          help={`告知的罚款为 ${yuan(notice.amountFen)}，不得多于告知。`}
          limits={{ least: tier?.minFineFen ?? 0, most: notice.amountFen }}
        />
      )}
      <PenaltyOutlook caseId={subject.id} institutionId={subject.institutionId} proposal={proposal} />
    </>
  );
}

interface PenaltyDecisionProps {
  readonly subject: PenaltyCase;
  readonly values: Values | null;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onConfirm: (proposal: Proposal, values: Values) => void;
  readonly onCancel: () => void;
}

/** The last look: what will happen to whom, when the public learns of it, what it does to the grade. */
function PenaltyDecision({ subject, values, busy, error, onConfirm, onCancel }: PenaltyDecisionProps) {
  const proposal = proposalOf(values ?? {});
  const { data: preview } = usePreview(subject.id, proposal);
  const early = useEarlyDecision(subject);
  const { data: grade } = useGradePreview(subject.institutionId, preview?.publicity.class);
  if (!values || !proposal) return null;
  const penalty = penaltyInWords(proposal, labelIn(subject.notice));
  return (
    <Decision
      open
      act="作出处罚决定"
      grave
      ready={preview !== undefined && grade !== undefined}
      consequences={[
        `对${subject.institutionName}的处理：${penalty}。作出后不能修改。`,
        paperAfterDecision(subject.notice?.service === 'ONLINE' && subject.servesOnline),
        ...(early ? [early] : []),
        ...(preview?.paymentDueOn
          ? [`缴纳罚款的期限自收到决定书之日起计算，今天送达的，至${dayInWords(preview.paymentDueOn)}。`]
          : []),
        ...(preview ? [publicityInWords(preview.publicity)] : []),
        ...(grade ? [gradeEffectInWords(grade)] : []),
      ]}
      busy={busy}
      error={error}
      onConfirm={() => onConfirm(proposal, values)}
      onCancel={onCancel}
    />
  );
}

/** What a measure was called in the notice. */
function labelIn(notice: PenaltyCase['notice']): (code: PenaltyMeasure) => string | undefined {
  return (code) => notice?.measureLabels[notice.measures.indexOf(code)];
}
