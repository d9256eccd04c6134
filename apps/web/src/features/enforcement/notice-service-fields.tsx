import { PENALTY_SERVICES, type PenaltyService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ServedDayField } from '../../shared/form/served-day-field';
import { ServiceChoice } from '../../shared/form/service-choice';
import { TextField } from '../../shared/form/text-field';

export interface ServedNotice {
  readonly service: PenaltyService;
  readonly serviceNote?: string;
  readonly servedOn?: string;
}

interface Values {
  readonly service: PenaltyService;
  readonly serviceNote?: string;
  readonly servedOn?: string | null;
}

const REACHES: Readonly<Record<PenaltyService, string>> = {
  ONLINE: '经办人登录后看到，今天视为送达。没有能够登录的经办人账号的，不能选这一项。',
  DELIVERED: '下载告知书送达当事人，填写由谁签收、怎样送达和送达日期。',
};

/** How the notice reaches the party (送达方式). */
export function NoticeServiceFields() {
  const service = Form.useWatch('service') as PenaltyService | undefined;
  return (
    <>
      <ServiceChoice services={PENALTY_SERVICES} reaches={REACHES} />
      {service === 'DELIVERED' && (
        <>
          <TextField
            name="serviceNote"
            label="送达情况"
            help="例如由机构负责人当面签收；公告送达的，写明公告的方式和期间。"
            maxLength={500}
          />
          <ServedDayField />
        </>
      )}
    </>
  );
}

export function servedNoticeOf({ service, serviceNote, servedOn }: Values): ServedNotice {
  if (service === 'ONLINE') return { service };
  return {
    service,
    ...(serviceNote === undefined ? {} : { serviceNote }),
    ...(typeof servedOn === 'string' ? { servedOn } : {}),
  };
}
