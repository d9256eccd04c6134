import { PENALTY_SERVICES, type PenaltyMeasure, type PenaltyService } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import { Checkboxes } from '../../shared/form/checkboxes';
import { RecordForm } from '../../shared/form/record-form';
import { ServiceChoice } from '../../shared/form/service-choice';
import { useSettled } from '../../shared/form/use-settled';
import { withOpenWay } from '../../shared/form/ways-open';
import { Decision } from '../../shared/ui/decision';
import { dayInWords } from '../../shared/ui/dates';
import { ActPanel } from '../../shared/form/act-panel';
import type { ActFormProps } from './act-form-props';
import { AmountField } from './amount-field';
import { PenaltyOutlook } from './penalty-outlook';
import { PriorOrderFields } from './prior-order-fields';
import { priorOrderInWords, priorOrderOf, priorOrderRuleOf, type PriorOrderDraft } from './prior-order';
import { allowedInWords, limitsOf, penaltyInWords, proposalOf, rangeInWords } from './proposal';
import { usePreview, type NoticeToSend, type PenaltyCase, type Tier } from './queries';
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
}

const REACHES: Readonly<Record<PenaltyService, string>> = {
  ONLINE: '经办人登录后看到，今天视为送达。',
  DELIVERED:
    '现在制作告知书，下载打印后送达当事人，再登记送达。登记以前当事人在系统中看不到，陈述申辩期从登记送达的当天起算。',
};
const MAKING = '制作告知书';

/** Tells the party what is meant to be imposed (行政处罚告知), or makes the paper of it; once more where the paper was wrong. */
export function NoticeForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const { servesOnline } = subject;
  const isMadeAnew = subject.notice !== null;
  const key = isMadeAnew ? 'penalty-notice-anew' : 'penalty-notice';
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'notify'>(key, 'notify', props);
  const lawful = useLawfulPenalty<Values>(subject.id, act.ask);
  const isOnPaper = Form.useWatch('service', form) === 'DELIVERED' || isMadeAnew;
  return (
    <ActPanel title={isMadeAnew ? '重新制作告知书' : '行政处罚告知'} onLater={onDone}>
      <RecordForm<Values>
        name="notice"
        form={form}
        initialValues={{
          service: servesOnline ? 'ONLINE' : 'DELIVERED',
          ...withOpenWay(
            act.draft.value ?? madeBefore(subject) ?? firstOf(subject),
            PENALTY_SERVICES,
            servesOnline,
          ),
        }}
        submit={isOnPaper ? MAKING : '行政处罚告知'}
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
        {!isMadeAnew && (
          <ServiceChoice services={PENALTY_SERVICES} servesOnline={servesOnline} reaches={REACHES} />
        )}
      </RecordForm>
      <NoticeDecision
        subject={subject}
        values={act.asked}
        isOnPaper={isOnPaper}
        busy={act.busy}
        error={act.error}
        onConfirm={(body) =>
          act.confirm({ onPaper: isOnPaper, body }, ({ notice }) =>
            notice?.statementUntil
              ? `已告知${subject.institutionName}，陈述申辩期至${dayInWords(notice.statementUntil)}。`
              : '告知书已经制作，请下载打印，送达当事人后登记送达。',
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
  readonly isOnPaper: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onConfirm: (body: NoticeToSend['body']) => void;
  readonly onCancel: () => void;
}

function NoticeDecision(props: NoticeDecisionProps) {
  const { subject, values, isOnPaper, busy, error, onConfirm, onCancel } = props;
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
      act={isOnPaper ? MAKING : '行政处罚告知'}
      consequences={[
        ...(isOnPaper
          ? paperInWords(subject, penalty)
          : [
              `告知${subject.institutionName}，拟作出的处理：${penalty}。`,
              periodInWords(data?.statementUntil),
            ]),
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
        })
      }
      onCancel={onCancel}
    />
  );
}

function periodInWords(until: string | null | undefined): string {
  return until
    ? `当事人可以在${dayInWords(until)}前（含当日）陈述、申辩；期满或者已经听取意见以前，不能作出处罚决定。`
    : '当事人陈述、申辩的期间届满，或者已经听取意见以前，不能作出处罚决定。';
}

/** The paper comes before its service: nobody is told anything by making it. */
function paperInWords({ institutionName }: PenaltyCase, penalty: string): string[] {
  return [
    `制作给${institutionName}的行政处罚事先告知书，日期为今天，拟作出的处理：${penalty}。`,
    '制作以后在本页下载打印，送达当事人，再登记送达。登记以前当事人在系统中看不到，内容有误的可以重新制作。',
    '陈述申辩期从登记送达的当天起算；期满或者已经听取意见以前，不能作出处罚决定。',
  ];
}

/** What the paper that waits to be handed over says; undefined where none was made. */
function madeBefore({ notice }: PenaltyCase): Partial<Values> | undefined {
  if (!notice) return undefined;
  const { severity, measures, amountFen, facts, reasons, priorOrder } = notice;
  return {
    severity,
    measures,
    facts,
    reasons,
    ...(amountFen > 0 ? { amountFen } : {}),
    ...(priorOrder ? { priorOrder } : {}),
  };
}

/** Where there is but one tier, there is nothing to choose. */
function firstOf(subject: PenaltyCase): Partial<Values> {
  const [first, ...others] = subject.tiers;
  const severity = first && others.length === 0 ? { severity: first.severity } : {};
  return { ...severity, facts: factsOf(subject) };
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
