import { isPlainDate } from '@zhaoguan/kernel';
import { Form, Input } from 'antd';
import { DayPicker } from '../../shared/form/day-picker';
import { useCalendar } from '../../shared/ui/use-calendar';
import { faultOfDueDay, faultOfOrderedDay, type PriorOrderRule } from './prior-order';
import { atMost, numberOfPaper } from '../../shared/form/filled';

/** The order to correct that went before (此前的责令改正): what a penalty for not following it rests on. */
export function PriorOrderFields({ rule }: { readonly rule: PriorOrderRule }) {
  const form = Form.useFormInstance();
  const { data: calendar } = useCalendar();
  const required = rule === 'required';
  const must = (label: string) => (required ? [{ required, message: `请填写${label}` }] : []);
  return (
    <fieldset className="choices">
      <legend>此前的责令改正</legend>
      <p className="muted">
        {required
          ? '适用“拒不改正”“逾期不改正”档次的，须写明此前责令改正的文书；改正期限应当已经届满。'
          : '以拒不改正为由处罚的，请写明此前责令改正的文书；其他情形可以不填。'}
      </p>
      <Form.Item
        name={['priorOrder', 'documentNumber']}
        label="责令改正文书的文号"
        rules={[
          ...(required ? [{ required, whitespace: true, message: '请填写责令改正文书的文号' }] : []),
          numberOfPaper('请填写责令改正文书的文号'),
          atMost(100),
        ]}
      >
        <Input placeholder="例如：长民责改〔2026〕3号" />
      </Form.Item>
      <Form.Item
        name={['priorOrder', 'orderedOn']}
        label="责令改正的日期"
        rules={[
          ...must('责令改正的日期'),
          { validator: checkDay },
          { validator: async (_, day: unknown) => refuseIf(faultOfOrderedDay(day, calendar?.today)) },
        ]}
      >
        <DayPicker />
      </Form.Item>
      <Form.Item
        name={['priorOrder', 'dueOn']}
        label="改正期限（最后一日）"
        dependencies={[['priorOrder', 'orderedOn']]}
        rules={[
          ...must('改正期限'),
          { validator: checkDay },
          {
            validator: async (_, day: unknown) =>
              refuseIf(faultOfDueDay(day, form.getFieldValue(['priorOrder', 'orderedOn']), calendar?.today)),
          },
        ]}
      >
        <DayPicker />
      </Form.Item>
    </fieldset>
  );
}

function refuseIf(fault: string | null): void {
  if (fault !== null) throw new Error(fault);
}

async function checkDay(_: unknown, day: unknown): Promise<void> {
  if (typeof day === 'string' && day !== '' && !isPlainDate(day))
    throw new Error('请填写存在的日期，例如 2026-10-12');
}
