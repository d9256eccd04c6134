import { PastDayField } from './past-day-field';

interface ServedDayFieldProps {
  /** Day of the paper: it reaches nobody before. */
  readonly paperOn: string;
}

/** When a notice was handed over (送达日期). */
export function ServedDayField({ paperOn }: ServedDayFieldProps) {
  return (
    <PastDayField
      name="servedOn"
      label="送达日期"
      extra="不能早于告知书的日期。期限从登记送达的当天起算，不会早于机构实际收到的那天。"
      since={{ day: paperOn, label: '告知书的日期' }}
    />
  );
}
