import type { RemovalService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import {
  DecisionServiceForm,
  decisionServiceOf,
  type DecisionServiceValues,
} from '../../shared/form/decision-service-form';
import { RecordForm } from '../../shared/form/record-form';
import { ServiceForm, serviceOf, type ServiceValues } from '../../shared/form/service-form';
import { Decision } from '../../shared/ui/decision';
import { intendedInFacts } from './intended-words';
import { ANNOUNCEMENT_CONSEQUENCE, NoticeFactsField, PAPER_CONSEQUENCES } from './notice-fields';
import type { Removal } from './queries';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

const REACHES: Readonly<Record<RemovalService, string>> = {
  DELIVERED: '已经当面、邮寄或者留置送达的，填写由谁签收、怎样送达和送达日期。',
  ONLINE: '改由系统送达：经办人登录后看到，今天视为送达。',
  ANNOUNCED: '其他方式送达不到的，改为在公众查询网站公告，公告期满视为送达。',
};

/** Delivery first: the paper was drawn up for it. */
const SERVICES = Object.keys(REACHES) as RemovalService[];

/** Enters how and when the paper of the notice reached the institution (登记送达). */
export function ServeForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const act = useRemovalAct<ServiceValues, 'serve'>('serve', props);
  if (removal.prepared === null) return null;
  return (
    <ServiceForm
      name="removal-serve"
      paper={{ name: '告知书', on: removal.prepared.preparedOn }}
      services={SERVICES}
      servesOnline={removal.servesOnline}
      reaches={REACHES}
      act={act}
      consequences={({ service }) => [
        noticeReaches(removal),
        ...(service === 'ANNOUNCED' ? [ANNOUNCEMENT_CONSEQUENCE] : []),
        '登记以后不能修改。',
      ]}
      onConfirm={(values) => act.confirm(serviceOf(values), '已登记送达。')}
      onLater={onDone}
    />
  );
}

/** Enters how the decision has reached the institution, or puts right what was entered. */
export function RemovalDecisionServiceForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const act = useRemovalAct<DecisionServiceValues<RemovalService>, 'serveDecision'>('serveDecision', props);
  const { decision } = removal;
  if (decision === null) return null;
  return (
    <DecisionServiceForm
      name="removal-decision-service"
      institutionName={removal.institutionName}
      decision={decision}
      services={SERVICES}
      servesOnline={removal.servesOnline}
      periods="申请行政复议、提起行政诉讼"
      act={act}
      onConfirm={(values) => act.confirm(decisionServiceOf(values, decision), '已登记决定书的送达。')}
      onLater={onDone}
    />
  );
}

/** What the institution can do from the service on. */
function noticeReaches({ institutionName, servesOnline }: Removal): string {
  return servesOnline
    ? `${institutionName}从现在起看得到本件的告知内容，可以陈述、申辩，期限从今天起算；看不到线索和证据。`
    : `${institutionName}可以陈述、申辩，期限从今天起算；没有能够登录的账号，书面或者口头提出的，由承办人员记入本件。`;
}

interface Words {
  readonly facts: string;
}

/** Draws the paper up anew, before it is served. */
export function PrepareAgainForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const [form] = Form.useForm<Words>();
  const act = useRemovalAct<Words, 'prepare'>('prepare', props);
  return (
    <ActPanel title="重新制作告知书" onLater={onDone}>
      <RecordForm<Words>
        name="removal-prepare"
        form={form}
        initialValues={{ facts: removal.prepared?.facts ?? '', ...act.draft.value }}
        submit="重新制作"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <NoticeFactsField />
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="重新制作"
        consequences={[
          ...intendedInFacts(act.asked?.facts),
          '原来的告知书不再有效，请不要送达。',
          ...PAPER_CONSEQUENCES,
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(act.asked, '告知书已重新制作，请打印送达。')}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}
