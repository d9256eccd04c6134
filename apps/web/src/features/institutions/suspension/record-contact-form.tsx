import { CONTACT_WAY_LABELS, CONTACT_WAYS, lookAgainFault, type ContactWay } from '@zhaoguan/contracts';
import { faultOfDay } from '@zhaoguan/forms';
import { isPlainDate } from '@zhaoguan/kernel';
import { Button, Form, Input, Radio } from 'antd';
import { carryOut } from '../../../shared/api/carry-out';
import { DayPicker } from '../../../shared/form/day-picker';
import { atMost, IN_WORDS } from '../../../shared/form/filled';
import { PastDayField } from '../../../shared/form/past-day-field';
import { RecordForm } from '../../../shared/form/record-form';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { dayInWords } from '../../../shared/ui/dates';
import { tell } from '../../../shared/ui/told';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import type { Institution } from '../queries';
import { useRecordContact } from './queries';

interface Values {
  readonly contactedOn: string;
  readonly way: ContactWay;
  readonly whom: string;
  readonly words: string;
  readonly lookAgainOn: string;
}

interface RecordContactFormProps {
  readonly institution: Institution;
  readonly onDone: () => void;
}

const MOST_CHARACTERS = 1000;

/** How the office asked after a suspension past its day, what it was told, and when it asks again; what was typed is kept until it is recorded. */
export function RecordContactForm({ institution, onDone }: RecordContactFormProps) {
  const [form] = Form.useForm<Values>();
  const { data: calendar } = useCalendar();
  const draft = useFormDraft<Values>(`suspension-contact:${institution.id}`);
  const act = useRecordContact(institution.id);
  useLeaveWarning(draft.unsaved && !act.isSuccess);
  const isLater = async (_: unknown, day: unknown) => {
    if (typeof day !== 'string' || day === '') return;
    const fault =
      faultOfDay(day) ?? (calendar && isPlainDate(day) ? lookAgainFault(day, calendar.today) : null);
    if (fault !== null) throw new Error(fault);
  };
  return (
    <>
      <RecordForm<Values>
        name="suspension-contact"
        form={form}
        initialValues={draft.value ?? {}}
        submit="写下记录"
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={(values) =>
          carryOut(act, values, () => {
            draft.discard();
            tell(`已记录，${dayInWords(values.lookAgainOn)}起重新列入待办。`);
            onDone();
          })
        }
      >
        <PastDayField name="contactedOn" label="了解的日期" />
        <Form.Item name="way" label="了解的方式" rules={[{ required: true, message: '请选择了解的方式' }]}>
          <Radio.Group options={CONTACT_WAYS.map((value) => ({ value, label: CONTACT_WAY_LABELS[value] }))} />
        </Form.Item>
        <Form.Item
          name="whom"
          label="向谁了解"
          extra="写职务，如院长；不要写证件号码和电话"
          rules={[{ required: true, whitespace: true, message: '请写明向谁了解' }, IN_WORDS, atMost(60)]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name="words"
          label="了解到的情况"
          extra="机构怎样说，什么时候恢复、延长或者终止"
          rules={[
            { required: true, whitespace: true, message: '请写明了解到的情况' },
            IN_WORDS,
            atMost(MOST_CHARACTERS),
          ]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 2, maxRows: 10 }}
          />
        </Form.Item>
        <Form.Item
          name="lookAgainOn"
          label="再次了解的日期"
          extra="这一天以前不列入待办；机构办理恢复、延长暂停或者终止服务的，不再列入"
          rules={[{ required: true, message: '请填写再次了解的日期' }, { validator: isLater }]}
        >
          <DayPicker />
        </Form.Item>
      </RecordForm>
      <Button onClick={onDone} style={{ marginTop: 8 }}>
        取消
      </Button>
    </>
  );
}
