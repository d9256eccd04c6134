import { KIND_LABELS, kindsLedBy, UNFILED_SOURCE_LABELS, UNFILED_SOURCES } from '@zhaoguan/contracts';
import { Form, Input, Radio } from 'antd';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { ApiFailure } from '../../shared/api/failure';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { PastDayField } from '../../shared/form/past-day-field';
import { DistrictSelect } from '../../shared/form/district-select';
import { atMost } from '../../shared/form/filled';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { TownshipSelect } from '../../shared/form/township-select';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { useUser } from '../../shared/session/use-session';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { useRecordUnfiledSite, type UnfiledToRecord } from './queries';

type Values = Omit<UnfiledToRecord, 'uscc' | 'township'> & {
  readonly uscc?: string;
  readonly township?: string | null;
};

const COUNTY = /^\d{6}$/;
const WORDS = [{ required: true, whitespace: true, message: '请填写' }];

/** Writes down a place that offers its service without having filed; what is typed is kept on the device until it is handed in. */
export default function NewUnfiledPage() {
  const user = useUser();
  const kinds = kindsLedBy(user.departments);
  const counties = user.districts.filter((code) => COUNTY.test(code));
  const [form] = Form.useForm<Values>();
  const district = Form.useWatch('district', form);
  const draft = useFormDraft<Values>('unfiled-new');
  const record = useRecordUnfiledSite(useIdempotencyKey());
  const navigate = useNavigate();
  const known = record.error instanceof ApiFailure ? record.error.problem.siteId : undefined;
  const { data: recorded } = record;
  const { discard } = draft;
  useLeaveWarning(draft.unsaved && !recorded);
  // After the warning's own effect: it would ask whether to leave what has just been handed in.
  useEffect(() => {
    if (!recorded) return;
    discard();
    // Who writes it down from above leaves it to the authority of the place.
    tell(
      recorded.availableActions.length > 0
        ? '已登记。请在期限以内到现场检查，督促备案。'
        : '已登记，由所在区县的机关到现场检查，督促备案。',
    );
    void navigate(`/unfiled-sites/${recorded.id}`, { replace: true });
  }, [recorded, discard, navigate]);
  const [kind, ...otherKinds] = kinds;
  const [county, ...otherCounties] = counties;
  const first = {
    ...(kind === undefined || otherKinds.length > 0 ? {} : { kind }),
    ...(county === undefined || otherCounties.length > 0 ? {} : { district: county }),
  };
  return (
    <Page title="登记未备案机构" facts="没有备案就提供养老、托育服务的。不写个人的姓名、证件号码和电话。">
      <Panel title="线索">
        {known !== undefined && <Link to={`/unfiled-sites/${known}`}>打开该处已有的线索</Link>}
        <RecordForm<Values>
          name="unfiled"
          form={form}
          initialValues={draft.value ?? first}
          submit="登记"
          busy={record.isPending}
          error={record.error}
          onChange={draft.setValue}
          saved={draft.state}
          onSubmit={({ uscc, township, ...values }) =>
            carryOut(record, { ...values, township: township ?? null, uscc: uscc?.trim() ? uscc : null })
          }
        >
          <Form.Item name="kind" label="机构类型" rules={[{ required: true, message: '请选择' }]}>
            <Radio.Group options={kinds.map((value) => ({ value, label: KIND_LABELS[value] }))} />
          </Form.Item>
          <Form.Item
            name="name"
            label="名称"
            extra="招牌上的名称；没有招牌的写明是什么"
            rules={[...WORDS, atMost(100)]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="district" label="所在区县" rules={[{ required: true, message: '请选择' }]}>
            <DistrictSelect own />
          </Form.Item>
          <Form.Item name="township" label="乡镇、街道" dependencies={['district']}>
            <Township district={district ?? null} />
          </Form.Item>
          <Form.Item name="address" label="地址" extra="写到门牌号、楼层" rules={[...WORDS, atMost(200)]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="uscc" label="统一社会信用代码" extra="现场看到营业执照或者登记证书的填写">
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="source" label="线索来源" rules={[{ required: true, message: '请选择' }]}>
            <Radio.Group
              options={UNFILED_SOURCES.map((value) => ({ value, label: UNFILED_SOURCE_LABELS[value] }))}
            />
          </Form.Item>
          <PastDayField name="foundOn" label="发现日期" extra="现场检查的期限从这一天起算" />
          <TextField
            name="clue"
            label="情况"
            help="看到了什么：收住老年人或者收托婴幼儿的大致人数、提供什么服务、由谁告知"
            maxLength={1000}
          />
        </RecordForm>
      </Panel>
    </Page>
  );
}

interface TownshipProps {
  readonly district: string | null;
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (code: string | null) => void;
}

function Township({ district, id = 'township', value, onChange }: TownshipProps) {
  return (
    <TownshipSelect id={id} district={district} value={value ?? ''} onChange={(code) => onChange?.(code)} />
  );
}
