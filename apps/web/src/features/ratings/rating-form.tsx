import {
  isBadRating,
  RATING_LEVEL_LABELS,
  RATING_LEVELS,
  RATING_WORDS_LIMIT,
  type RatingLevel,
} from '@zhaoguan/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { Checkboxes } from '../../shared/form/checkboxes';
import { atMost } from '../../shared/form/filled';
import { RecordForm } from '../../shared/form/record-form';
import { tell } from '../../shared/ui/told';
import { stepId, useGiveRating, type RatedFiling, type RatedStep } from './queries';

interface Values {
  readonly level?: RatingLevel;
  readonly reasons?: string[];
  readonly words?: string;
  readonly contactPhone?: string;
}

interface RatingFormProps {
  readonly filingId: string;
  readonly step: RatedStep;
  readonly reasons: RatedFiling['reasons'];
  readonly onLater: () => void;
}

/** One tap for the level; then reasons from a list and words, as far as somebody likes to give them. */
export function RatingForm({ filingId, step, reasons, onLater }: RatingFormProps) {
  const [form] = Form.useForm<Values>();
  const give = useGiveRating(filingId);
  const level = Form.useWatch('level', form);
  const side = level !== undefined && isBadRating(level) ? 'BAD' : 'GOOD';
  const offered = reasons.filter((reason) => reason.side === side && step.reasons.includes(reason.code));
  const asked = side === 'BAD' ? '哪里不满意' : '哪里好';
  const submit = ({ level: given, reasons: chosen = [], words = '', contactPhone = '' }: Values) => {
    if (given === undefined) return;
    const known = new Set(offered.map(({ code }) => code));
    const body = {
      process: step.process,
      recordId: step.recordId,
      step: step.step,
      level: given,
      reasons: chosen.filter((code) => known.has(code)),
      ...(words.trim() === '' ? {} : { words }),
      ...(isBadRating(given) && contactPhone.trim() !== '' ? { contactPhone: contactPhone.trim() } : {}),
    };
    carryOut(give, body, () =>
      tell(
        isBadRating(given)
          ? '评价已收到。将由其他工作人员回访核实，办理情况在本页和通知里告诉您。'
          : '评价已收到，谢谢。',
      ),
    );
  };
  return (
    <RecordForm<Values>
      name={`rating-${stepId(step)}`}
      form={form}
      submit="提交评价"
      busy={give.isPending}
      error={give.error}
      onSubmit={submit}
    >
      <Form.Item
        name="level"
        label={`${step.label}，您满意吗`}
        rules={[{ required: true, message: '请选择' }]}
      >
        <Radio.Group options={RATING_LEVELS.map((value) => ({ value, label: RATING_LEVEL_LABELS[value] }))} />
      </Form.Item>
      {level !== undefined && (
        <>
          <Form.Item
            name="reasons"
            label={asked}
            {...(side === 'BAD'
              ? {
                  required: true,
                  extra: '至少选一项，或者在下面写几句话，便于核实和整改',
                  dependencies: ['words'],
                  rules: [({ getFieldValue }) => ({ validator: saysWhy(getFieldValue('words')) })],
                }
              : {})}
          >
            <Checkboxes label={asked} options={offered.map(({ code, label }) => ({ value: code, label }))} />
          </Form.Item>
          <Form.Item
            name="words"
            label="想说的话"
            extra={<span className="beside-count">身份证号、电话号码会被遮盖；请不要写他人的个人信息</span>}
            rules={[atMost(RATING_WORDS_LIMIT)]}
          >
            <Input.TextArea
              count={{ max: RATING_WORDS_LIMIT, show: true }}
              autoSize={{ minRows: 2, maxRows: 8 }}
            />
          </Form.Item>
        </>
      )}
      {side === 'BAD' && (
        <Form.Item
          name="contactPhone"
          label="回访电话"
          extra="希望用这个号码联系您的，请填写；没有填写的，回访时拨打申请书的联系电话。只给回访的人员看，查看有记录"
        >
          <Input type="tel" maxLength={20} autoComplete="tel" />
        </Form.Item>
      )}
      <Button style={{ marginInlineEnd: 8 }} onClick={onLater}>
        暂不评价
      </Button>
    </RecordForm>
  );
}

/** A bad rating says why, by a reason or in words: as the server asks, before it is sent. */
const saysWhy = (words: unknown) => async (_: unknown, reasons: unknown) => {
  const said = typeof words === 'string' && words.trim() !== '';
  if (!said && !(Array.isArray(reasons) && reasons.length > 0)) throw new Error('请说明不满意的原因');
};
