import type { PenaltyMeasure, PenaltyService } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import { Checkboxes } from '../../shared/form/checkboxes';
import { RecordForm } from '../../shared/form/record-form';
import { useSettled } from '../../shared/form/use-settled';
import { Decision } from '../../shared/ui/decision';
import { dayInWords } from '../../shared/ui/dates';
import { ActPanel } from '../../shared/form/act-panel';
import type { ActFormProps } from './act-form-props';
import { AmountField } from './amount-field';
import { NoticeServiceFields, servedNoticeOf, type ServedNotice } from './notice-service-fields';
import { PenaltyOutlook } from './penalty-outlook';
import { PriorOrderFields } from './prior-order-fields';
import {
  priorOrderInWords,
  priorOrderOf,
  priorOrderRuleOf,
  type PriorOrder,
  type PriorOrderDraft,
} from './prior-order';
import { allowedInWords, limitsOf, penaltyInWords, proposalOf, rangeInWords } from './proposal';
import { usePreview, type PenaltyCase, type Tier } from './queries';
import { TextField } from '../../shared/form/text-field';
import { useActForm } from './use-act-form';
import { useLawfulPenalty } from './use-lawful-penalty';
import '../../shared/form/choices.css';

interface Values {
  readonly severity?: Tier['severity'];
  readonly measures?: PenaltyMeasure[];
  readonly amountFen?: number;
  readonly facts: string;
  readonly reasons: string;
  readonly priorOrder?: PriorOrderDraft;
  readonly service: PenaltyService;
  readonly serviceNote?: string;
  readonly servedOn?: string | null;
}

/** Tells the party what is meant to be imposed (行政处罚告知). */
export function NoticeForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'notice'>('penalty-notice', 'notice', props);
  const lawful = useLawfulPenalty<Values>(subject.id, act.ask);
  return (
    <ActPanel title="行政处罚告知" onLater={onDone}>
      <RecordForm<Values>
        name="notice"
        form={form}
        initialValues={{
          service: 'ONLINE',
          ...(act.draft.value ?? { ...firstChoice(subject.tiers), facts: factsOf(subject) }),
        }}
        submit="行政处罚告知"
        busy={lawful.busy || act.busy}
        error={lawful.error ?? act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={lawful.check}
      >
        <PenaltyFields subject={subject} />
        <TextField
          name="facts"
          label="违法事实"
          help="已按检查情况填写，请核对并补充证据。"
          maxLength={5000}
        />
        <TextField
          name="reasons"
          label="处罚理由"
          help="写明情节的认定：拒不改正、情节严重的，写明证据。"
          maxLength={5000}
        />
        <NoticeServiceFields />
      </RecordForm>
      <NoticeDecision
        subject={subject}
        values={act.asked}
        busy={act.busy}
        error={act.error}
        onConfirm={(body) =>
          act.confirm(
            body,
            ({ notice }) =>
              `已告知${subject.institutionName}，陈述申辩期至${notice ? dayInWords(notice.statementUntil) : ''}。`,
          )
        }
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

/** Tier, measures and amount; those of another tier are let go when the tier is changed. */
function PenaltyFields({ subject }: { readonly subject: PenaltyCase }) {
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch((all: Values) => all, form);
  const tier = subject.tiers.find(({ severity }) => severity === values?.severity);
  const proposal = useSettled(proposalOf(values ?? {}));
  const fines = values?.measures?.includes('FINE') ?? false;
  const rule = priorOrderRuleOf(tier);
  return (
    <>
      <Form.Item name="severity" label="适用的法定档次" rules={[{ required: true, message: '请选择档次' }]}>
        <Radio.Group className="choices" onChange={() => form.setFieldValue('measures', [])}>
          {subject.tiers.map(({ severity, condition, measures, ...range }) => (
            <div key={severity} className="choice">
              <Radio value={severity}>{condition}</Radio>
              <p className="muted">
                {allowedInWords(
                  measures.map(({ code }) => code),
                  range,
                )}
              </p>
            </div>
          ))}
        </Radio.Group>
      </Form.Item>
      {tier && (
        <Form.Item name="measures" label="拟作出的处理" rules={[{ required: true, message: '请选择处理' }]}>
          <Checkboxes
            label="拟作出的处理"
            options={tier.measures.map(({ code, label, penalty }) => ({
              value: code,
              label: penalty ? label : `${label}（不是行政处罚，可以并用）`,
            }))}
          />
        </Form.Item>
      )}
      {rule !== 'none' && <PriorOrderFields rule={rule} />}
      {tier && fines && <AmountField help={rangeInWords(tier)} limits={limitsOf(tier)} />}
      <PenaltyOutlook caseId={subject.id} institutionId={subject.institutionId} proposal={proposal} />
    </>
  );
}

interface NoticeDecisionProps {
  readonly subject: PenaltyCase;
  readonly values: Values | null;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onConfirm: (
    body: {
      measures: PenaltyMeasure[];
      amountFen: number;
      severity?: Tier['severity'];
      facts: string;
      reasons: string;
      priorOrder?: PriorOrder;
    } & ServedNotice,
  ) => void;
  readonly onCancel: () => void;
}

function NoticeDecision({ subject, values, busy, error, onConfirm, onCancel }: NoticeDecisionProps) {
  const proposal = proposalOf(values ?? {});
  const { data } = usePreview(subject.id, proposal);
  if (!values || !proposal) return null;
  const { facts, reasons, severity } = values;
  const tier = subject.tiers.find((candidate) => candidate.severity === severity);
  const priorOrder = priorOrderOf(values.priorOrder, priorOrderRuleOf(tier));
  const all = subject.tiers.flatMap(({ measures }) => measures);
  const penalty = penaltyInWords(proposal, (wanted) => all.find(({ code }) => code === wanted)?.label);
  return (
    <Decision
      open
      act="行政处罚告知"
      consequences={[
        `告知${subject.institutionName}，拟作出的处理：${penalty}。`,
        data?.statementUntil
          ? `当事人可以在${dayInWords(data.statementUntil)}前（含当日）陈述、申辩；期满或者已经听取意见以前，不能作出处罚决定。`
          : '当事人陈述、申辩的期间届满，或者已经听取意见以前，不能作出处罚决定。',
        ...(priorOrder ? [`此前已责令改正：${priorOrderInWords(priorOrder)}。`] : []),
        '处罚决定不得重于告知的内容。告知送达当事人，不向社会公开。',
      ]}
      busy={busy}
      error={error}
      onConfirm={() =>
        onConfirm({
          ...proposal,
          facts,
          reasons,
          ...(priorOrder ? { priorOrder } : {}),
          ...servedNoticeOf(values),
        })
      }
      onCancel={onCancel}
    />
  );
}

/** Where there is but one tier, there is nothing to choose. */
function firstChoice(tiers: readonly Tier[]): Pick<Values, 'severity'> {
  const [first, ...others] = tiers;
  return first && others.length === 0 ? { severity: first.severity } : {};
}

/** What the inspectors found, as a beginning of the facts. */
function factsOf({ findings }: PenaltyCase): string {
  return findings
    .map(
      ({ inspectedOn, itemTitle, note }) =>
        `经${dayInWords(inspectedOn)}现场检查，“${itemTitle}”一项不符合要求${note === null ? '' : `：${note.replace(/[。.；;\s]+$/u, '')}`}。`,
    )
    .join('\n');
}
