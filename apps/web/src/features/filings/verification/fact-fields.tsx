import { hasAtMostDecimals } from '@zhaoguan/forms';
import { Form, Input, Radio } from 'antd';
import { atMost } from '../../../shared/form/filled';
import { NumberField } from '../../../shared/form/number-field';
import type { Verification } from './queries';

export interface FactAnswer {
  readonly matches?: boolean;
  readonly found?: string;
  readonly foundNumber?: number | null;
}

/** Each item as it was filed, and whether it is so on the spot; where it is not, what was found. */
export function FactFields({ facts }: { readonly facts: Verification['facts'] }) {
  return (
    <>
      {facts.map(({ pointer, label, filed, requires, unit, decimals }, index) => (
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
                <Found index={index} label={label} unit={unit} decimals={decimals ?? 0} />
              )
            }
          </Form.Item>
        </div>
      ))}
    </>
  );
}

interface FoundProps {
  readonly index: number;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
}

/** Of what is counted the number, which is compared with what is filed later; of it, and of anything else, in words. */
function Found({ index, label, unit, decimals }: FoundProps) {
  const counted = Form.useWatch<number | null | undefined>(['facts', index, 'foundNumber']) ?? null;
  return (
    <>
      {unit !== null && (
        <Form.Item
          name={['facts', index, 'foundNumber']}
          label={`${label}的实际数量`}
          extra="现场清点、测量的数；没有数清的，在下面写明实际情况"
          rules={[atMostDecimals(decimals)]}
        >
          <NumberField min={0} max={1_000_000} inputMode="decimal" suffix={unit} />
        </Form.Item>
      )}
      <Form.Item
        name={['facts', index, 'found']}
        label={`${label}的实际情况`}
        rules={[
          { required: counted === null, whitespace: true, message: `请写明${label}的实际情况` },
          atMost(500),
        ]}
      >
        <Input />
      </Form.Item>
    </>
  );
}

const atMostDecimals = (decimals: number) => ({
  validator: async (_: unknown, value: unknown) => {
    if (typeof value === 'number' && !hasAtMostDecimals(value, decimals))
      throw new Error(decimals === 0 ? '请填写整数' : `应为数字，至多 ${decimals} 位小数`);
  },
});
