import type { Schemas } from '@zhaoguan/api-client';
import type { RemovalService } from '@zhaoguan/contracts';
import {
  ServiceForm,
  servedDayInWords,
  serviceOf,
  type ServiceAct,
  type ServiceValues,
} from './service-form';
import { TextField } from './text-field';

/** What is entered of the service of a decision; with a reason, where it puts an earlier record right. */
export interface DecisionServiceValues<S extends RemovalService> extends ServiceValues<S> {
  readonly reason?: string;
}

const REACHES: Readonly<Record<RemovalService, string>> = {
  DELIVERED: '已经当面、邮寄或者留置送达的，填写由谁签收、怎样送达和送达日期。',
  ONLINE: '由经办人登录后查看，今天视为送达。',
  ANNOUNCED: '其他方式送达不到、已经发出公告的，公告期满视为送达。填写为什么公告、在哪里公告和公告日期。',
};

interface Served {
  readonly decidedOn: string;
  readonly services: readonly Schemas['DecisionServiceDto'][];
}

interface DecisionServiceFormProps<S extends RemovalService> {
  /** Of the form in the page. */
  readonly name: string;
  readonly institutionName: string;
  readonly decision: Served;
  readonly services: readonly S[];
  readonly servesOnline: boolean;
  /** The days that run from the service: 缴纳罚款、申请行政复议…. */
  readonly periods: string;
  readonly act: ServiceAct<DecisionServiceValues<S>>;
  readonly onConfirm: (values: DecisionServiceValues<S>) => void;
  readonly onLater: () => void;
}

/** Enters how and when a decision reached its party, or puts right what was entered (送达回证). */
export function DecisionServiceForm<S extends RemovalService>({
  name,
  institutionName,
  decision,
  services,
  servesOnline,
  periods,
  act,
  onConfirm,
  onLater,
}: DecisionServiceFormProps<S>) {
  const wrong = decision.services.at(-1);
  const isCorrection = wrong !== undefined;
  return (
    <ServiceForm<S, DecisionServiceValues<S>>
      name={name}
      title={isCorrection ? '更正送达登记' : '登记决定书送达'}
      paper={{ name: '决定书', on: decision.decidedOn }}
      services={services}
      servesOnline={servesOnline}
      reaches={REACHES}
      act={act}
      // Mostly one figure is wrong: the rest is not typed again.
      initial={wrong && standingOf<S>(wrong, services)}
      consequences={(values) => [
        isCorrection
          ? `决定书的送达更正登记${servedDayInWords(values)}，原来的登记保留，写明理由。`
          : `登记决定书已经送达${institutionName}${servedDayInWords(values)}；登记有误的，以后可以更正，原来的登记保留。`,
        `${periods}的期限从送达之日起算，系统随即列出最后一日${servesOnline ? '，并通知当事人' : ''}。`,
      ]}
      onConfirm={onConfirm}
      onLater={onLater}
    >
      {isCorrection && (
        <TextField
          name="reason"
          label="更正的理由"
          help="例如送达回证的日期录入有误。当事人看得到。"
          maxLength={500}
        />
      )}
    </ServiceForm>
  );
}

/** What was entered, as far as it can be entered again. */
function standingOf<S extends RemovalService>(
  { service, serviceNote, servedOn }: Schemas['DecisionServiceDto'],
  services: readonly S[],
): Partial<DecisionServiceValues<S>> {
  const again = services.find((each) => each === service);
  return {
    ...(again === undefined ? {} : { service: again }),
    ...(serviceNote === null ? {} : { serviceNote }),
    servedOn,
  } as Partial<DecisionServiceValues<S>>;
}

/** What is sent: a correction names the record that it puts right. */
export function decisionServiceOf<S extends RemovalService>(
  { reason, ...values }: DecisionServiceValues<S>,
  { services }: Served,
) {
  const corrected = services.at(-1);
  return {
    ...serviceOf<S>(values),
    ...(corrected === undefined
      ? {}
      : { corrects: corrected.number, ...(reason === undefined ? {} : { reason }) }),
  };
}
