import { Checkbox, Form } from 'antd';

/**
 * The officer's word that the party is handed the decision today (宣告并当场交付): the terms for paying and for remedies run
 * from that day.
 * @law 行政处罚法第六十一条
 */
export function HandingOver({ paper = '行政处罚决定书' }: { readonly paper?: string }) {
  return (
    <Form.Item
      name="handedOver"
      label="送达"
      valuePropName="checked"
      required
      extra="不能当天交付的，到可以交付时再作出决定：各项期限从送达之日起计算。"
      rules={[
        {
          validator: (_, checked?: boolean) =>
            checked === true ? Promise.resolve() : Promise.reject(new Error('请确认决定书今天交付当事人')),
        },
      ]}
    >
      <Checkbox>今天向当事人宣告，并当场交付{paper}</Checkbox>
    </Form.Item>
  );
}
