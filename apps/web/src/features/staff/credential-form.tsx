import {
  BACKGROUND_RESULT_LABELS,
  BACKGROUND_RESULTS,
  CREDENTIAL_TYPE_LABELS,
  CREDENTIAL_TYPES,
  type BackgroundResult,
  MASKED_NUMBER,
  UNMASKED,
  type CredentialType,
} from '@zhaoguan/contracts';
import { faultOfDay } from '@zhaoguan/forms';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { FileChoice, type ChosenFile } from '../../shared/files/file-choice';
import { ActPanel } from '../../shared/form/act-panel';
import { DayPicker } from '../../shared/form/day-picker';
import { PastDayField } from '../../shared/form/past-day-field';
import { RecordForm } from '../../shared/form/record-form';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { useStaffActs, type StaffMember } from './queries';
import { atMost } from '../../shared/form/filled';
import { dayInWords } from '../../shared/ui/dates';

interface Values {
  /** A requirement by `REQ:<code>`, or another credential by its type. */
  readonly what?: string;
  readonly title?: string;
  /** Of what may be one thing or another: which it is. */
  readonly alternative?: string;
  readonly number?: string;
  readonly issuedOn?: string;
  readonly forGood?: boolean;
  readonly validUntil?: string | null;
  readonly result?: BackgroundResult;
  readonly files?: readonly ChosenFile[];
}

interface CredentialFormProps {
  readonly member: StaffMember;
  /** The requirement that it was opened from. */
  readonly requirement: string | null;
  readonly onDone: () => void;
}

const REQUIRED = 'REQ:';
const OF_ONE_KIND = ['title', 'alternative', 'number', 'issuedOn', 'validUntil', 'result'] as const;

/** What somebody has shown is entered; the newer one counts. */
export function CredentialForm({ member, requirement, onDone }: CredentialFormProps) {
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`staff-credential:${member.id}`);
  const { enter } = useStaffActs(member.id, member.version, useIdempotencyKey());
  const chosen = Form.useWatch('what', form);
  const forGood = Form.useWatch('forGood', form);
  useLeaveWarning(draft.unsaved && !enter.isSuccess);
  const { type, code, label, alternatives = [] } = whatOf(chosen, member);
  useEffect(() => {
    // What was wrong of one kind of paper is not what another asks for.
    form.setFields(OF_ONE_KIND.map((name) => ({ name, errors: [] })));
  }, [type, form]);
  const isCheck = type === 'BACKGROUND';
  const isChoice = type === 'EXPERIENCE';
  const hasTerm = type === 'HEALTH' || isCheck;
  const submit = ({ title, alternative, number, issuedOn, validUntil, result, files }: Values) => {
    if (type === undefined || issuedOn === undefined) return;
    const [file] = files ?? [];
    const body = {
      type,
      title: (isChoice ? alternative : title) ?? label ?? CREDENTIAL_TYPE_LABELS[type],
      issuedOn,
      ...(code === undefined ? {} : { requirement: code }),
      ...(!isChoice && number?.trim() ? { number } : {}),
      ...(!isChoice && forGood !== true && typeof validUntil === 'string' ? { validUntil } : {}),
      ...(isCheck && result !== undefined ? { result } : {}),
      ...(file === undefined ? {} : { fileId: file.id }),
    };
    carryOut(enter, body, ({ credentials }) => {
      draft.discard();
      const entered = credentials.find(
        (each) => each.type === type && each.issuedOn === issuedOn && !each.replaced,
      );
      const isShortened = body.validUntil !== undefined && (entered?.validUntil ?? '9') < body.validUntil;
      tell(
        isShortened
          ? `证件已登记。填写的有效期晚于规定的期限，有效期登记至${dayInWords(entered?.validUntil ?? '')}。`
          : '证件已登记。',
      );
      onDone();
    });
  };
  return (
    <ActPanel title="登记证件" onLater={onDone}>
      <RecordForm<Values>
        name="staff-credential"
        form={form}
        initialValues={{
          ...draft.value,
          ...(requirement === null ? {} : { what: `${REQUIRED}${requirement}` }),
        }}
        submit="登记证件"
        busy={enter.isPending}
        error={enter.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={submit}
      >
        <Form.Item name="what" label="登记什么" rules={[{ required: true, message: '请选择登记什么' }]}>
          <Select style={{ maxWidth: 480 }} options={choicesOf(member)} />
        </Form.Item>
        {isChoice ? (
          <Form.Item
            name="alternative"
            label="具备哪一项"
            extra="具备其中一项即可。有工作证明、毕业证书等证明材料的，上传扫描件。"
            rules={[{ required: true, message: '请选择具备哪一项' }]}
          >
            <Radio.Group options={alternatives.map((each) => ({ value: each, label: each }))} />
          </Form.Item>
        ) : (
          <Form.Item
            name="title"
            label={isCheck ? '查询来源' : '证件名称'}
            extra={
              isCheck
                ? '例如公安机关的查询回复。只填查询的来源和结果，不填任何情节。'
                : '照证件上的名称填写。'
            }
            rules={[
              { required: true, whitespace: true, message: isCheck ? '请填写查询来源' : '请填写证件名称' },
              atMost(100),
            ]}
          >
            <Input style={{ maxWidth: 480 }} />
          </Form.Item>
        )}
        {!isCheck && !isChoice && (
          <Form.Item
            name="number"
            label="证件编号"
            rules={[atMost(60), { pattern: UNMASKED, message: MASKED_NUMBER }]}
          >
            <Input autoComplete="off" style={{ maxWidth: 320 }} />
          </Form.Item>
        )}
        <PastDayField name="issuedOn" label={isCheck ? '查询日期' : isChoice ? '证明日期' : '发证日期'} />
        {hasTerm && <p className="muted">有效期按规定的期限计算；证件上写明的日期更早的，请填写。</p>}
        {!hasTerm && !isChoice && (
          <Form.Item name="forGood" valuePropName="checked" label="长期有效">
            <Checkbox>证件上没有截止日期</Checkbox>
          </Form.Item>
        )}
        {!isChoice && forGood !== true && (
          <Form.Item
            name="validUntil"
            label="有效期至"
            dependencies={['issuedOn']}
            rules={[
              ...(hasTerm ? [] : [{ required: true, message: '请填写有效期，或者勾选长期有效' }]),
              ({ getFieldValue }) => ({ validator: notBefore(getFieldValue('issuedOn')) }),
            ]}
          >
            <DayPicker />
          </Form.Item>
        )}
        {isCheck && (
          <Form.Item name="result" label="查询结果" rules={[{ required: true, message: '请选择查询结果' }]}>
            <Radio.Group
              options={BACKGROUND_RESULTS.map((each) => ({
                value: each,
                label: BACKGROUND_RESULT_LABELS[each],
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="files" label="扫描件" extra="照片（JPEG、PNG）或者 PDF，不超过 20 MB。">
          <FileChoice to={`/api/v1/staff/${member.id}/files`} most={1} />
        </Form.Item>
      </RecordForm>
    </ActPanel>
  );
}

function choicesOf({ requirements }: StaffMember) {
  return [
    {
      label: '岗位要求的',
      options: requirements.map(({ code, label }) => ({ value: `${REQUIRED}${code}`, label })),
    },
    {
      label: '其他',
      // Experience or background is entered for what asks for it alone.
      options: CREDENTIAL_TYPES.filter((type) => type !== 'EXPERIENCE').map((type) => ({
        value: type,
        label: `其他${CREDENTIAL_TYPE_LABELS[type]}`,
      })),
    },
  ];
}

function whatOf(
  chosen: string | undefined,
  { requirements }: StaffMember,
): {
  readonly type?: CredentialType;
  readonly code?: string;
  readonly label?: string;
  readonly alternatives?: readonly string[];
} {
  const required = requirements.find(({ code }) => chosen === `${REQUIRED}${code}`);
  if (required) {
    const { credential: type, code, label, alternatives } = required;
    return { type, code, label, alternatives };
  }
  const type = CREDENTIAL_TYPES.find((each) => each === chosen);
  return type === undefined ? {} : { type };
}

/** Nothing ends before it was given out. */
const notBefore = (issuedOn: unknown) => async (_: unknown, day: unknown) => {
  if (typeof day !== 'string' || day === '') return;
  const fault = faultOfDay(day);
  if (fault !== null) throw new Error(fault);
  if (typeof issuedOn === 'string' && day < issuedOn) throw new Error('有效期不能早于发证日期');
};
