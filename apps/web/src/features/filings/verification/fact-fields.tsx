import { Form, Input, Radio } from 'antd';
import type { Verification } from './queries';
import { atMost } from '../../../shared/form/filled';

export interface FactAnswer {
  readonly matches?: boolean;
  readonly found?: string;
}

/** Each item as it was filed, and whether it is so on the spot; where it is not, what was found. */
export function FactFields({ facts }: { readonly facts: Verification['facts'] }) {
  return (
    <>
      {facts.map(({ pointer, label, filed }, index) => (
        <div key={pointer}>
          <Form.Item
            name={['facts', index, 'matches']}
            label={label}
            extra={`填报的内容：${filed}`}
            rules={[{ required: true, message: `请选择${label}是否一致` }]}
          >
            <Radio.Group
              aria-label={label}
              options={[
                { value: true, label: '一致' },
                { value: false, label: '不一致' },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={[['facts', index, 'matches']]}>
            {({ getFieldValue }) =>
              getFieldValue(['facts', index, 'matches']) === false && (
                <Form.Item
                  name={['facts', index, 'found']}
                  label={`${label}的实际情况`}
                  rules={[
                    { required: true, whitespace: true, message: `请写明${label}的实际情况` },
                    atMost(500),
                  ]}
                >
                  <Input />
                </Form.Item>
              )
            }
          </Form.Item>
        </div>
      ))}
    </>
  );
}
