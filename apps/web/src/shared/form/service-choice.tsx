import { REMOVAL_SERVICE_LABELS, type RemovalService } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import { waysOpen } from './ways-open';
import './choices.css';

interface ServiceChoiceProps<S extends RemovalService> {
  readonly services: readonly S[];
  /** Whether anybody reads in the account of the party; else 系统送达 is not offered. */
  readonly servesOnline: boolean;
  /** What each way of service (送达方式) means for the party, beneath its name. */
  readonly reaches: Readonly<Record<S, string>>;
}

/** How a notice reaches the party. */
export function ServiceChoice<S extends RemovalService>({
  services,
  servesOnline,
  reaches,
}: ServiceChoiceProps<S>) {
  const open = waysOpen(services, servesOnline);
  return (
    <Form.Item
      name="service"
      label="送达方式"
      extra={open.length < services.length && '没有能够登录的经办人账号，不能系统送达。'}
      rules={[{ required: true, message: '请选择送达方式' }]}
    >
      <Radio.Group className="choices">
        {open.map((each) => (
          <div key={each} className="choice">
            <Radio value={each}>{REMOVAL_SERVICE_LABELS[each]}</Radio>
            <p className="muted">{reaches[each]}</p>
          </div>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}
