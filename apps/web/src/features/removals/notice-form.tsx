import { REMOVAL_SERVICES, type RemovalService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { ServedDayField } from '../../shared/form/served-day-field';
import { ServiceChoice } from '../../shared/form/service-choice';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { Decision } from '../../shared/ui/decision';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

interface Values {
  readonly facts: string;
  readonly service: RemovalService;
  readonly serviceNote?: string;
  readonly servedOn?: string | null;
}

const REACHES: Readonly<Record<RemovalService, string>> = {
  ONLINE: '经办人登录后看到，今天视为送达。',
  DELIVERED: '填写由谁签收、怎样送达和送达日期。',
  ANNOUNCED: '其他方式送达不到的，在公众查询网站公告，公告期满视为送达。',
};

/** Tells the institution what is meant to be done and why (事先告知). */
export function NoticeForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const [form] = Form.useForm<Values>();
  const service = Form.useWatch('service', form);
  const act = useRemovalAct<Values, 'notice'>('notice', props);
  return (
    <ActPanel title="事先告知" onLater={onDone}>
      <RecordForm<Values>
        name="removal-notice"
        form={form}
        initialValues={{ service: 'ONLINE', ...act.draft.value }}
        submit="告知机构"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <TextField
          name="facts"
          label="事实、证据和理由"
          help="只写查明的事实、据以认定的证据和认定的理由；拟作出的决定和依据由告知书另行载明，这里不写“拟撤销”“拟注销”。机构看得到全文，不写举报人和其他人的个人信息。"
          maxLength={5000}
          rows={5}
        />
        <ServiceChoice services={REMOVAL_SERVICES} reaches={REACHES} />
        {service !== undefined && service !== 'ONLINE' && (
          <TextField
            name="serviceNote"
            label={service === 'ANNOUNCED' ? '公告送达的原因' : '送达情况'}
            help={
              service === 'ANNOUNCED'
                ? '例如多次上门没有人、电话无法接通。不公开。'
                : '例如由机构负责人当面签收。'
            }
            maxLength={500}
          />
        )}
        {service === 'DELIVERED' && <ServedDayField />}
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="告知机构"
        consequences={[
          `${removal.institutionName}从现在起看得到本件的告知内容，可以陈述、申辩；看不到线索和证据。`,
          ...(act.asked?.service === 'ANNOUNCED'
            ? ['机构名称、情形和陈述申辩的期限同时在公众查询网站公告；事实和理由不公开。']
            : []),
          '告知以后不能修改；有遗漏的，终止办理后重新启动。',
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(noticeOf(act.asked), '已告知机构。')}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

function noticeOf({ facts, service, serviceNote, servedOn }: Values) {
  return {
    facts,
    service,
    ...(service === 'ONLINE' || serviceNote === undefined ? {} : { serviceNote }),
    ...(service === 'DELIVERED' && typeof servedOn === 'string' ? { servedOn } : {}),
  };
}
