import { useCalendar } from '../ui/use-calendar';
import { PastDayField } from './past-day-field';

/** When a notice was handed over: its paper bears the day on which it is entered, and no earlier one can be true. */
export function ServedDayField() {
  const today = useCalendar().data?.today;
  return (
    <PastDayField
      name="servedOn"
      label="送达日期"
      extra="告知书在登记告知时生成，日期为今天；送达日期不能早于告知书和立案（启动办理）的日期。"
      {...(today === undefined ? {} : { since: { day: today, label: '告知书的日期（今天）' } })}
    />
  );
}
