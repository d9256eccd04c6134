import { PENALTY_SERVICES, type PenaltyService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { ServedDayField } from '../../shared/form/served-day-field';
import { ServiceChoice } from '../../shared/form/service-choice';
import { TextField } from '../../shared/form/text-field';
import { dayInWords } from '../../shared/ui/dates';
import { Decision } from '../../shared/ui/decision';
import type { ActFormProps } from './act-form-props';
import { useActForm } from './use-act-form';

interface Values {
  readonly service: PenaltyService;
  readonly serviceNote?: string;
  readonly servedOn?: string | null;
}

const REACHES: Readonly<Record<PenaltyService, string>> = {
  ONLINE:
    '纸质告知书没有送达的，改由经办人登录后查看，今天视为送达。没有能够登录的经办人账号的，不能选这一项。',
  DELIVERED: '告知书已经送达当事人，填写由谁签收、怎样送达和送达日期。',
};

/** Enters how the paper of a notice has reached the party (登记送达). */
export function ServiceForm(props: ActFormProps) {
  const { subject, onDone } = props;
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'serve'>('penalty-service', 'serve', props);
  const service = Form.useWatch('service', form);
  const { notice } = subject;
  if (!notice) return null;
  return (
    <ActPanel title="登记送达" onLater={onDone}>
      <RecordForm<Values>
        name="service"
        form={form}
        initialValues={{ service: 'DELIVERED', ...act.draft.value }}
        submit="登记送达"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <ServiceChoice services={PENALTY_SERVICES} reaches={REACHES} />
        {service === 'DELIVERED' && (
          <>
            <TextField
              name="serviceNote"
              label="送达情况"
              help="例如由机构负责人当面签收；公告送达的，写明公告的方式和期间。"
              maxLength={500}
            />
            <ServedDayField paperOn={notice.paperOn} />
          </>
        )}
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="登记送达"
        consequences={[
          `登记告知书已经送达${subject.institutionName}${dayOf(act.asked)}，登记后不能修改，告知的内容不能再改。`,
          '陈述申辩期从今天起算；期满或者已经听取意见以前，不能作出处罚决定。',
          '当事人有经办人账号的，从现在起可以在系统中看到告知，陈述、申辩。不向社会公开。',
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() =>
          act.asked &&
          act.confirm(
            serviceOf(act.asked),
            (after) =>
              `已登记送达，陈述申辩期至${after.notice?.statementUntil ? dayInWords(after.notice.statementUntil) : ''}。`,
          )
        }
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

function dayOf(values: Values | null): string {
  return values?.service === 'DELIVERED' && values.servedOn ? `（${dayInWords(values.servedOn)}）` : '';
}

function serviceOf({ service, serviceNote, servedOn }: Values) {
  if (service === 'ONLINE') return { service };
  return {
    service,
    ...(serviceNote === undefined ? {} : { serviceNote }),
    ...(typeof servedOn === 'string' ? { servedOn } : {}),
  };
}
