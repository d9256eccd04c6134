import { Form } from 'antd';
import type { ReactNode } from 'react';
import { NumberField } from '../../shared/form/number-field';
import { yuanInFull } from '../../shared/ui/money';
import { faultOfFine, fenOf, yuanOf, type FineLimits } from './proposal';

interface AmountFieldProps {
  readonly help: ReactNode;
  /** What the clause and the notice allow; said as it is typed, and the form does not go on without it. */
  readonly limits: FineLimits | null;
}

/** An amount of a fine: typed in yuan, kept in fen, read back in capitals. */
export function AmountField({ help, limits }: AmountFieldProps) {
  const fen = Form.useWatch<number | undefined>('amountFen', Form.useFormInstance());
  return (
    <Form.Item
      name="amountFen"
      label="罚款金额"
      extra={
        <>
          {help}
          {typeof fen === 'number' && fen > 0 && Number.isInteger(fen) && <div>{yuanInFull(fen)}</div>}
        </>
      }
      rules={[
        { required: true, message: '请填写罚款金额' },
        {
          validator: (_, typed: number | undefined) => {
            const fault = typed === undefined ? null : faultOfFine(typed, limits);
            return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
          },
        },
      ]}
      getValueProps={(typed: number | undefined) => ({
        value: typed === undefined ? null : yuanOf(typed),
      })}
      normalize={(yuan: number | null) => (yuan === null ? undefined : fenOf(yuan))}
    >
      <NumberField suffix="元" inputMode="decimal" style={{ width: 220 }} />
    </Form.Item>
  );
}
