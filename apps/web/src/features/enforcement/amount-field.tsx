import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';

const FEN_PER_YUAN = 100;

/** An amount of a fine: typed in yuan, kept in fen. */
export function AmountField({ help }: { readonly help: ReactNode }) {
  return (
    <Form.Item
      name="amountFen"
      label="罚款金额"
      extra={help}
      rules={[
        { required: true, message: '请填写罚款金额' },
        { type: 'number', min: 0, message: '罚款金额不能小于 0' },
      ]}
      getValueProps={(fen: number | undefined) => ({ value: fen === undefined ? null : fen / FEN_PER_YUAN })}
      normalize={(yuan: number | null) => (yuan === null ? undefined : Math.round(yuan * FEN_PER_YUAN))}
    >
      <InputNumber precision={2} suffix="元" inputMode="decimal" style={{ width: 220 }} />
    </Form.Item>
  );
}
