import { faultOfDay } from '@zhaoguan/forms';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useCalendar } from '../ui/use-calendar';
import { DayPicker } from './day-picker';

interface PastDayFieldProps {
  readonly name: string;
  readonly label: string;
  readonly extra?: ReactNode;
  /** A day before which it cannot have been, and what it is called. */
  readonly since?: { readonly day: string; readonly label: string };
}

/** The day on which something happened: it must be told, and is not later than today as the server has it. */
export function PastDayField({ name, label, extra, since }: PastDayFieldProps) {
  const { data } = useCalendar();
  const happened = async (_: unknown, day: unknown) => {
    if (typeof day !== 'string' || day === '') return;
    const fault = faultOfDay(day);
    if (fault !== null) throw new Error(fault);
    if (data && day > data.today) throw new Error(`${label}不能晚于今天`);
    if (since && day < since.day) throw new Error(`${label}不能早于${since.label}`);
  };
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: true, message: `请填写${label}` }, { validator: happened }]}
    >
      <DayPicker latest={data?.today} />
    </Form.Item>
  );
}
