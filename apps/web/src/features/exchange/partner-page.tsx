import { Button, Form } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { RecordForm } from '../../shared/form/record-form';
import { instantInWords } from '../../shared/ui/dates';
import { Failure } from '../../shared/ui/failure';
import { GraveDecision, type GraveAct } from '../../shared/ui/grave-decision';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { DeliveriesPanel } from './deliveries-panel';
import { FilesPanel } from './files-panel';
import { IssuedKeyNotice } from './issued-key';
import { PartnerFields, partnerOf, type PartnerValues } from './partner-fields';
import { PartnerState } from './partner-state';
import { usePartner, usePartnerActs, type Partner } from './queries';

export default function PartnerPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={usePartner(id)} what="对接平台" title="对接平台">
      {(partner) => <PartnerRecord key={partner.id} partner={partner} />}
    </Loaded>
  );
}

type Grave = 'disable' | 'rotate';
const GRAVE_ACTS: Readonly<Record<Grave, GraveAct>> = {
  disable: {
    act: '停用平台',
    consequences: [
      '立即不再接收平台的请求和文件，也不再推送、写出。',
      '已经转来的申请照常办理；重新启用以后，停用期间的进展补推给平台。',
    ],
  },
  rotate: {
    act: '更换密钥',
    consequences: ['系统生成新的访问密钥，只显示一次。', '原密钥 24 小时后失效，请在此前完成更换。'],
  },
};

function PartnerRecord({ partner }: { readonly partner: Partner }) {
  const [form] = Form.useForm<PartnerValues>();
  const acts = usePartnerActs(partner);
  const [asked, ask] = useState<Grave | null>(null);
  return (
    <Page
      title={partner.name}
      state={<PartnerState partner={partner} />}
      facts={`签名算法 ${partner.algorithm === 'SM3' ? 'SM3' : 'SHA-256'}`}
      actions={
        <>
          {partner.disabledAt !== null && (
            <Button
              loading={acts.enable.isPending}
              onClick={() => carryOut(acts.enable, undefined, () => tell('已启用，停用期间的进展即将补推。'))}
            >
              启用平台
            </Button>
          )}
          <Button onClick={() => ask('rotate')}>更换密钥</Button>
          {partner.disabledAt === null && (
            <Button danger onClick={() => ask('disable')}>
              停用平台
            </Button>
          )}
        </>
      }
    >
      {acts.enable.error && <Failure error={acts.enable.error} what="没有启用" />}
      {acts.rotate.data && <IssuedKeyNotice given={acts.rotate.data} />}
      <Panel title="对接范围">
        <div style={{ maxWidth: 560 }}>
          <RecordForm<PartnerValues>
            name="partner"
            form={form}
            initialValues={partner}
            submit="保存变更"
            busy={acts.change.isPending}
            error={acts.change.error}
            onSubmit={(values) => carryOut(acts.change, partnerOf(values), () => tell('已保存，立即生效。'))}
          >
            <PartnerFields />
          </RecordForm>
        </div>
      </Panel>
      <Panel title="访问密钥">
        <ul aria-label="访问密钥">
          {partner.keys.map((key) => (
            <li key={key.id}>
              <code className="mono">{key.id}</code>{' '}
              <span className="muted">
                {instantInWords(key.createdAt)} 生成
                {key.endsAt !== null && `，${instantInWords(key.endsAt)} 失效`}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {partner.folder !== null && <FilesPanel partner={partner} />}
      <DeliveriesPanel partner={partner} />
      <GraveDecision
        asked={asked}
        acts={GRAVE_ACTS}
        doings={acts}
        otherwise="disable"
        onClose={() => ask(null)}
      />
    </Page>
  );
}
