import { REMOVAL_SERVICES, type RemovalService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { ServiceChoice } from '../../shared/form/service-choice';
import { ServiceNoteField } from '../../shared/form/service-note-field';
import { withOpenWay } from '../../shared/form/ways-open';
import { Decision } from '../../shared/ui/decision';
import { ANNOUNCEMENT_CONSEQUENCE, NoticeFactsField, PAPER_CONSEQUENCES } from './notice-fields';
import { intendedInFacts } from './intended-words';
import { usePendingInWords } from './pending-cases';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

interface Values {
  readonly facts: string;
  readonly service: RemovalService;
  readonly serviceNote?: string;
}

const REACHES: Readonly<Record<RemovalService, string>> = {
  ONLINE: '经办人登录后看到，今天视为送达。',
  DELIVERED: '先制作告知书，打印送达以后再登记由谁签收、怎样送达和送达日期。',
  ANNOUNCED: '其他方式送达不到的，在公众查询网站公告，公告期满视为送达。',
};

/** Tells the institution what is meant to be done and why (事先告知), or draws up the paper that is to be handed over. */
export function NoticeForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const { servesOnline } = removal;
  const [form] = Form.useForm<Values>();
  const pending = usePendingInWords(removal.institutionId);
  const service = Form.useWatch('service', form);
  const act = useRemovalAct<Values, 'notice'>('notice', props);
  const submit = service === 'DELIVERED' ? '制作告知书' : '告知机构';
  return (
    <ActPanel title="事先告知" onLater={onDone}>
      <RecordForm<Values>
        name="removal-notice"
        form={form}
        initialValues={{
          service: servesOnline ? 'ONLINE' : 'DELIVERED',
          ...withOpenWay(act.draft.value ?? {}, REMOVAL_SERVICES, servesOnline),
        }}
        submit={submit}
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <NoticeFactsField />
        <ServiceChoice services={REMOVAL_SERVICES} servesOnline={servesOnline} reaches={REACHES} />
        {service === 'ANNOUNCED' && <ServiceNoteField service={service} isAnnouncedApart />}
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act={submit}
        consequences={
          act.asked?.service === 'DELIVERED'
            ? [...intendedInFacts(act.asked.facts), ...PAPER_CONSEQUENCES]
            : [
                ...intendedInFacts(act.asked?.facts),
                servesOnline
                  ? `${removal.institutionName}从现在起看得到本件的告知内容，可以陈述、申辩；看不到线索和证据。`
                  : `${removal.institutionName}可以陈述、申辩；没有能够登录的账号，书面或者口头提出的，由承办人员记入本件。`,
                ...(act.asked?.service === 'ANNOUNCED' ? [ANNOUNCEMENT_CONSEQUENCE] : []),
                '告知以后不能修改；有遗漏的，终止办理后重新启动。',
                ...pending,
              ]
        }
        busy={act.busy}
        error={act.error}
        onConfirm={() =>
          act.asked &&
          act.confirm(
            noticeOf(act.asked),
            act.asked.service === 'DELIVERED' ? '告知书已制作，请打印送达。' : '已告知机构。',
          )
        }
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

function noticeOf({ facts, service, serviceNote }: Values) {
  return { facts, service, ...(service !== 'ANNOUNCED' || serviceNote === undefined ? {} : { serviceNote }) };
}
