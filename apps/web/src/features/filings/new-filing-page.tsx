import { KIND_LABELS, KINDS, type Kind } from '@zhaoguan/contracts';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { DistrictSelect } from '../../shared/form/district-select';
import { RecordForm } from '../../shared/form/record-form';
import { useListWords } from '../../shared/session/use-list-words';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { useInstitution, type Institution } from '../institutions/queries';
import { BarNote } from '../removals/revoked-note';
import { staysHome, withWhatIsKnown, type Beginning } from './anew';
import { CodeBeforeDraft } from './code-before-draft';
import { FILLED_NAME } from './filled-name';
import type { ImportedOfNobody } from './known-code-words';
import { GuideLink } from './guide-link';
import { OfficeOfPlace } from './office-of-place';
import { useDraftFiling } from './queries';
import { validUscc } from './valid-uscc';
import { FILLED } from '../../shared/form/filled';

const CHOSEN = [{ required: true, message: '请选择' }];
const ABOUT: Readonly<Record<Kind, string>> = {
  ELDERLY_CARE: '为老年人提供全日集中住宿和照料护理服务，床位 10 张以上。由民政部门办理。',
  CHILDCARE: '为 3 岁以下婴幼儿提供照护服务，家庭托育点也在这里办理。由卫生健康部门办理。',
};

/** The four things that tell whose file it is; with them the draft is on the server and everything else is saved as typed. */
export default function NewFilingPage() {
  const [asked] = useSearchParams();
  const anew = asked.get('institution');
  return anew === null ? <Begin /> : <Anew id={anew} />;
}

/** Whose filing was revoked (撤销) types nothing that is known (一次填报). */
function Anew({ id }: { readonly id: string }) {
  const query = useInstitution(id);
  return (
    <Loaded query={query} what="机构">
      {(institution) => <Begin site={institution} />}
    </Loaded>
  );
}

function Begin({ site }: { readonly site?: Institution }) {
  const [form] = Form.useForm<Beginning>();
  const draft = useDraftFiling();
  const { begin } = useListWords();
  const navigate = useNavigate();
  const kind = Form.useWatch('kind', form);
  const code = Form.useWatch('uscc', form);
  const district = Form.useWatch('district', form);
  const [key] = useState(() => crypto.randomUUID());
  const bringIn = ({ name, district }: ImportedOfNobody) => {
    if (!form.getFieldValue('name')) form.setFieldValue('name', name);
    if (!form.getFieldValue('district')) form.setFieldValue('district', district);
  };
  const startDraft = (beginning: Beginning) =>
    carryOut(
      draft,
      { key, type: 'INITIAL', kind: beginning.kind, institution: withWhatIsKnown(site, beginning) },
      ({ id }) => void navigate(`/filings/${id}/form`),
    );
  return (
    <Page title={begin}>
      {site && <BarNote institutionId={site.id} />}
      <Panel title="先填四项，建立草稿">
        <p>
          谁可以办、填什么、交什么材料、多久办好：
          {kind === undefined ? (
            <a href="/guide#items" target="_blank" rel="noreferrer">
              办事指南（另开新页）
            </a>
          ) : (
            <GuideLink kind={kind} type="INITIAL" district={district} />
          )}
        </p>
        <div style={{ maxWidth: 560 }}>
          <RecordForm<Beginning>
            name="new-filing"
            form={form}
            {...(site && {
              initialValues: { kind: site.kind, name: site.name, uscc: site.uscc, district: site.district },
            })}
            submit="开始填写"
            busy={draft.isPending}
            error={draft.error}
            onSubmit={startDraft}
          >
            <Form.Item
              name="kind"
              label="机构类别"
              rules={CHOSEN}
              extra={
                site &&
                staysHome(site, { kind, uscc: code }) &&
                '原来是家庭托育点，仍按家庭托育点填写；改为托育机构的，在第 1 步更改。'
              }
            >
              <Radio.Group
                vertical
                options={KINDS.map((kind) => ({ value: kind, label: <KindLabel kind={kind} /> }))}
              />
            </Form.Item>
            <Form.Item name="name" label="机构名称" extra="与登记证书上的名称完全一致" rules={FILLED_NAME}>
              <Input />
            </Form.Item>
            <Form.Item
              name="uscc"
              label="统一社会信用代码"
              extra="营业执照或者法人登记证书上的 18 位代码"
              validateTrigger="onBlur"
              rules={[...FILLED, { validator: (_, code: string | undefined) => validUscc(code) }]}
            >
              <Input className="mono" autoComplete="off" />
            </Form.Item>
            <CodeBeforeDraft kind={kind} code={code} onImported={bringIn} />
            <Form.Item
              name="district"
              label="服务场所所在区县"
              extra="由服务场所所在地的主管部门办理，建立草稿后不能改"
              rules={CHOSEN}
            >
              <DistrictSelect />
            </Form.Item>
            <OfficeOfPlace kind={kind} district={district} />
          </RecordForm>
        </div>
      </Panel>
    </Page>
  );
}

function KindLabel({ kind }: { readonly kind: Kind }) {
  return (
    <>
      <strong>{KIND_LABELS[kind]}</strong>
      <br />
      <span className="muted">{ABOUT[kind]}</span>
    </>
  );
}
