import type { RemovalService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { ServedDayField } from '../../shared/form/served-day-field';
import { ServiceChoice } from '../../shared/form/service-choice';
import { Decision } from '../../shared/ui/decision';
import {
  ANNOUNCEMENT_CONSEQUENCE,
  NoticeFactsField,
  PAPER_CONSEQUENCES,
  ServiceNoteField,
} from './notice-fields';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

interface Service {
  readonly service: RemovalService;
  readonly serviceNote?: string;
  readonly servedOn?: string | null;
}

const REACHES: Readonly<Record<RemovalService, string>> = {
  DELIVERED: '已经当面、邮寄或者留置送达的，填写由谁签收、怎样送达和送达日期。',
  ONLINE: '改由系统送达：经办人登录后看到，今天视为送达。',
  ANNOUNCED: '其他方式送达不到的，改为在公众查询网站公告，公告期满视为送达。',
};

/** Delivery first: the paper was drawn up for it. */
const SERVICES = Object.keys(REACHES) as RemovalService[];

/** Enters how and when the paper reached the institution (登记送达). */
export function ServeForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const [form] = Form.useForm<Service>();
  const service = Form.useWatch('service', form);
  const act = useRemovalAct<Service, 'serve'>('serve', props);
  if (removal.prepared === null) return null;
  return (
    <ActPanel title="登记送达" onLater={onDone}>
      <RecordForm<Service>
        name="removal-serve"
        form={form}
        initialValues={{ service: 'DELIVERED', ...act.draft.value }}
        submit="登记送达"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <ServiceChoice services={SERVICES} reaches={REACHES} />
        {service !== undefined && service !== 'ONLINE' && <ServiceNoteField service={service} />}
        {service === 'DELIVERED' && <ServedDayField paperOn={removal.prepared.preparedOn} />}
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="登记送达"
        consequences={[
          `${removal.institutionName}从现在起看得到本件的告知内容，可以陈述、申辩，期限从今天起算；看不到线索和证据。`,
          ...(act.asked?.service === 'ANNOUNCED' ? [ANNOUNCEMENT_CONSEQUENCE] : []),
          '登记以后不能修改。',
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(serviceOf(act.asked), '已登记送达。')}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
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
        consequences={['原来的告知书不再有效，请不要送达。', ...PAPER_CONSEQUENCES]}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(act.asked, '告知书已重新制作，请打印送达。')}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

function serviceOf({ service, serviceNote, servedOn }: Service) {
  return {
    service,
    ...(service === 'ONLINE' || serviceNote === undefined ? {} : { serviceNote }),
    ...(service === 'DELIVERED' && typeof servedOn === 'string' ? { servedOn } : {}),
  };
}
