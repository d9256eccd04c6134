import { PastDayField } from './past-day-field';

/** What is served, and the day that it bears: it reaches nobody before. */
export interface ServedPaper {
  readonly name: keyof typeof FROM_WHEN;
  readonly on: string;
}

/** When the periods begin: nobody answers a notice before it can be answered in the system. */
const FROM_WHEN = {
  告知书: '期限从登记送达的当天起算，不会早于机构实际收到的那天。',
  决定书: '各项期限从送达日期起算。',
} as const;

interface ServedDayFieldProps {
  readonly paper: ServedPaper;
  /** Then it is the day on which the announcement was made. */
  readonly isAnnounced?: boolean;
}

/** When a paper was handed over (送达日期), or announced. */
export function ServedDayField({ paper: { name, on }, isAnnounced = false }: ServedDayFieldProps) {
  return (
    <PastDayField
      name="servedOn"
      label={isAnnounced ? '公告日期' : '送达日期'}
      extra={`不能早于${name}的日期。${isAnnounced ? '公告期满视为送达，各项期限从那时起算。' : FROM_WHEN[name]}`}
      since={{ day: on, label: `${name}的日期` }}
    />
  );
}
