import { REMOVAL_SERVICE_LABELS, type RemovalService } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import './choices.css';

interface ServiceChoiceProps<S extends RemovalService> {
  readonly services: readonly S[];
  /** What each way of service (送达方式) means for the party, beneath its name. */
  readonly reaches: Readonly<Record<S, string>>;
}

/** How a notice reaches the party. */
export function ServiceChoice<S extends RemovalService>({ services, reaches }: ServiceChoiceProps<S>) {
  return (
    <Form.Item name="service" label="送达方式" rules={[{ required: true, message: '请选择送达方式' }]}>
      <Radio.Group className="choices">
        {services.map((each) => (
          <div key={each} className="choice">
            <Radio value={each}>{REMOVAL_SERVICE_LABELS[each]}</Radio>
            <p className="muted">{reaches[each]}</p>
          </div>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}
