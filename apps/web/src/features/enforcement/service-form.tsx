import { PENALTY_SERVICES, type PenaltyService } from '@zhaoguan/contracts';
import {
  DecisionServiceForm,
  decisionServiceOf,
  type DecisionServiceValues,
} from '../../shared/form/decision-service-form';
import { ServiceForm, servedDayInWords, serviceOf, type ServiceValues } from '../../shared/form/service-form';
import { dayInWords } from '../../shared/ui/dates';
import type { ActFormProps } from './act-form-props';
import { useActForm } from './use-act-form';

const REACHES: Readonly<Record<PenaltyService, string>> = {
  ONLINE: '纸质告知书没有送达的，改由经办人登录后查看，今天视为送达。',
  DELIVERED: '告知书已经送达当事人，填写由谁签收、怎样送达和送达日期。',
};

/** Enters how the paper of a notice has reached the party (登记送达). */
export function NoticeServiceForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const act = useActForm<ServiceValues<PenaltyService>, 'serve'>('penalty-service', 'serve', props);
  const { notice } = subject;
  if (!notice) return null;
  return (
    <ServiceForm
      name="service"
      paper={{ name: '告知书', on: notice.paperOn }}
      services={PENALTY_SERVICES}
      servesOnline={subject.servesOnline}
      reaches={REACHES}
      act={act}
      consequences={(values) => [
        `登记告知书已经送达${subject.institutionName}${servedDayInWords(values)}，登记后不能修改，告知的内容不能再改。`,
        '陈述申辩期从今天起算；期满或者已经听取意见以前，不能作出处罚决定。',
        subject.servesOnline
          ? '当事人从现在起可以在系统中看到告知，陈述、申辩。不向社会公开。'
          : '不向社会公开。',
      ]}
      onConfirm={(values) =>
        act.confirm(
          serviceOf(values),
          (after) =>
            `已登记送达，陈述申辩期至${after.notice?.statementUntil ? dayInWords(after.notice.statementUntil) : ''}。`,
        )
      }
      onLater={onDone}
    />
  );
}

/** Enters how the decision has reached the party, or puts right what was entered. */
export function PenaltyDecisionServiceForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const { decision } = subject;
  const key = decision?.services.length ? 'penalty-service-correction' : 'penalty-decision-service';
  const act = useActForm<DecisionServiceValues<PenaltyService>, 'serveDecision'>(key, 'serveDecision', props);
  if (!decision) return null;
  return (
    <DecisionServiceForm
      name="decision-service"
      institutionName={subject.institutionName}
      decision={decision}
      services={PENALTY_SERVICES}
      servesOnline={subject.servesOnline}
      periods={
        decision.penalty !== null && decision.penalty.amountFen > 0
          ? '缴纳罚款、申请行政复议、提起行政诉讼'
          : '申请行政复议、提起行政诉讼'
      }
      act={act}
      onConfirm={(values) =>
        act.confirm(decisionServiceOf(values, decision), (after) =>
          after.decision?.servedOn
            ? `已登记决定书于${dayInWords(after.decision.servedOn)}送达。`
            : '已登记送达。',
        )
      }
      onLater={onDone}
    />
  );
}
