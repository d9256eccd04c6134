import { KIND_LABELS, KINDS, type Kind } from '@zhaoguan/contracts';
import { Form, Input, Select } from 'antd';
import { DistrictSelect } from '../../shared/form/district-select';
import { atMost, FILLED } from '../../shared/form/filled';

const FOLDER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CHOSEN = [{ required: true, message: '请选择' }];

/** What a platform may hand in, and where it is told of what becomes of it. */
export function PartnerFields() {
  return (
    <>
      <Form.Item name="name" label="平台名称" rules={[...FILLED, atMost(100)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="districts"
        label="辖区"
        rules={CHOSEN}
        extra="您辖区内的区县、市、省，只能转来这些地方的申请"
      >
        <DistrictSelect multiple own noTownships />
      </Form.Item>
      <Form.Item name="kinds" label="机构类别" rules={CHOSEN}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
        />
      </Form.Item>
      <Form.Item
        name="webhookUrl"
        label="推送地址"
        extra="办理进展推送到这里，须以 https:// 开头；平台自行查询的可以不填"
        rules={[atMost(500)]}
      >
        <Input inputMode="url" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="folder"
        label="文件夹名"
        extra="没有接口、用文件交换的平台填写：小写字母、数字、横线"
        rules={[atMost(64), { pattern: FOLDER, message: '只能是小写字母、数字和中间的横线' }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}

export interface PartnerValues {
  readonly name: string;
  readonly districts: string[];
  readonly kinds: Kind[];
  readonly webhookUrl?: string | null;
  readonly folder?: string | null;
}

/** What the fields hold, as the interface takes it. */
export const partnerOf = ({ name, districts, kinds, webhookUrl, folder }: PartnerValues) => ({
  name,
  districts,
  kinds,
  webhookUrl: webhookUrl?.trim() ? webhookUrl.trim() : null,
  folder: folder?.trim() ? folder.trim() : null,
});
