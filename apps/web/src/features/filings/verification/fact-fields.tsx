import { countFault } from '@zhaoguan/forms';
import { saysWhat } from '@zhaoguan/kernel';
import { Form, Input, Radio } from 'antd';
import { atMost } from '../../../shared/form/filled';
import { NumberField } from '../../../shared/form/number-field';
import type { Verification } from './queries';

type Fact = Verification['facts'][number];

export interface FactAnswer {
  readonly matches?: boolean;
  readonly found?: string;
  readonly foundNumber?: number | null;
}

/** Each item as it was filed, and whether it is so on the spot; where it is not, what was found. */
export function FactFields({ facts }: { readonly facts: Verification['facts'] }) {
  return (
    <>
      {facts.map((fact, index) => {
        const { pointer, label, filed, requires } = fact;
        return (
          <div key={pointer}>
            <Form.Item
              name={['facts', index, 'matches']}
              label={label}
              extra={requires === null ? `填报的内容：${filed ?? ''}` : `应当：${requires}`}
              rules={[
                { required: true, message: `请选择${label}是否${requires === null ? '一致' : '符合'}` },
              ]}
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
                getFieldValue(['facts', index, 'matches']) === false && <Found index={index} fact={fact} />
              }
            </Form.Item>
          </div>
        );
      })}
    </>
  );
}

interface FoundProps {
  readonly index: number;
  readonly fact: Fact;
}

/** Of what is counted the number, which is compared with what is filed later; of it, and of anything else, in words. */
function Found({ index, fact }: FoundProps) {
  const { label, unit } = fact;
  const counted = Form.useWatch<number | null | undefined>(['facts', index, 'foundNumber']) ?? null;
  return (
    <>
      {unit !== null && (
        <Form.Item
          name={['facts', index, 'foundNumber']}
          label={`${label}的实际数量`}
          extra="现场清点、测量的数；没有数清的，在下面写明实际情况"
          rules={[canBeFound(fact)]}
        >
          <NumberField min={0} max={1_000_000} inputMode="decimal" suffix={unit} />
        </Form.Item>
      )}
      <Form.Item
        name={['facts', index, 'found']}
        label={`${label}的实际情况`}
        rules={[
          { required: counted === null, whitespace: true, message: `请写明${label}的实际情况` },
          saidInWords(label),
          atMost(500),
        ]}
      >
        <Input />
      </Form.Item>
    </>
  );
}

const canBeFound = (fact: Fact) => ({
  validator: async (_: unknown, value: unknown) => {
    const fault = typeof value === 'number' ? countFault(fact, value) : null;
    if (fault !== null) throw new Error(`${fact.label}的实际数量${fault.message}`);
  },
});

const saidInWords = (label: string) => ({
  validator: async (_: unknown, value: unknown) => {
    if (typeof value === 'string' && value.trim() !== '' && !saysWhat(value))
      throw new Error(`请用文字或者数字写明${label}的实际情况`);
  },
});
