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
      {facts.map(({ pointer, label, filed, requires }, index) => (
        <div key={pointer}>
          <Form.Item
            name={['facts', index, 'matches']}
            label={label}
            extra={requires === null ? `填报的内容：${filed ?? ''}` : `应当：${requires}`}
            rules={[{ required: true, message: `请选择${label}是否${requires === null ? '一致' : '符合'}` }]}
          >
            <Radio.Group
              aria-label={label}
              options={[
                { value: true, label: requires === null ? '一致' : '符合' },
                { value: false, label: requires === null ? '不一致' : '不符合' },
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
