import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DayPickerProps {
  /** By antd's Form.Item. */
  readonly id?: string;
  /** `2029-12-31`. */
  readonly value?: string;
  readonly onChange?: (day: string | null) => void;
}

/** A day, typed or picked, written the way the interface takes it. */
export function DayPicker({ id, value, onChange }: DayPickerProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value === undefined ? null : dayjs(value)}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? null)}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD']}
      placeholder="2029-12-31"
    />
  );
}
