import { isPlainDate } from '@zhaoguan/kernel';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, type AriaAttributes } from 'react';
import { dayOf } from './day-of';

/** What antd's Form.Item gives besides: that it is wrong, and where that is said. */
interface DayPickerProps extends Pick<AriaAttributes, 'aria-invalid' | 'aria-describedby' | 'aria-required'> {
  /** By antd's Form.Item. */
  readonly id?: string;
  /** `2029-12-31`; or what was typed and is no day, for the check of the form to say so. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  /** No later day can be picked; one that is typed is the form's to refuse ({@link notAfter}). */
  readonly latest?: string | undefined;
}

/**
 * Whole as soon as the last sign is typed; the first one is how days are shown. None may be the beginning of another: 2026-11-1
 * read as a day would be rewritten to 2026-11-01 under the hand that goes on to 2026-11-19.
 */
const WHOLE = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYY年M月D日', 'YYYYMMDD'];
/** Besides, as days are written by hand: read when the field is left. */
const BY_HAND = [...WHOLE, 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D'];

/**
 * A day, typed or picked, written the way the interface takes it. What was typed and is no day of the calendar stays
 * and is given to the form, whose check says what is wrong: antd alone would put the former day back without a word.
 */
export function DayPicker({ id, value, onChange, latest, ...spoken }: DayPickerProps) {
  /** The last real day: as long as it stays the same, antd leaves what was typed alone. */
  const day = useRef<Dayjs | null>(null);
  if (typeof value !== 'string' || value === '') day.current = null;
  else if (isPlainDate(value)) day.current = dayOf(value);
  const take = (target: EventTarget) => {
    const typed = target instanceof HTMLInputElement ? target.value.trim() : '';
    if (typed === '') {
      if (day.current !== null) onChange?.(null);
    } else {
      const read = dayjs(typed, BY_HAND, true);
      // A day that cannot be picked, antd alone would put back as well.
      onChange?.(read.isValid() ? read.format('YYYY-MM-DD') : typed);
    }
  };
  return (
    <DatePicker
      {...spoken}
      {...(id === undefined ? {} : { id })}
      value={day.current}
      onChange={(picked: Dayjs | null) => onChange?.(picked?.format('YYYY-MM-DD') ?? null)}
      // A whole day that was typed: nobody has to leave the field for the form to know it.
      onCalendarChange={(typed) => {
        if (dayjs.isDayjs(typed)) onChange?.(typed.format('YYYY-MM-DD'));
      }}
      onBlur={({ target }) => take(target)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // It ends the day, not the form around it.
        event.preventDefault();
        take(event.target);
      }}
      preserveInvalidOnBlur
      // The day under a pointer that rests where the calendar opens would stand in the place of what was typed.
      previewValue={false}
      {...(latest === undefined ? {} : { disabledDate: (each: Dayjs) => each.isAfter(latest, 'day') })}
      format={WHOLE}
      // Kept from an earlier visit and no day: antd has nowhere else to show it, and an empty field could not be wrong.
      placeholder={isUnreadable(value) ? value : '请选择日期'}
    />
  );
}

const isUnreadable = (value: string | null | undefined): value is string =>
  typeof value === 'string' && value !== '' && !isPlainDate(value);
