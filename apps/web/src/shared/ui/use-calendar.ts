import { useQuery } from '@tanstack/react-query';
import {
  daysBetween,
  plainDate,
  workingDaysBetween,
  type HolidayCalendar,
  type PlainDate,
} from '@zhaoguan/kernel';
import { api, bodyOf } from '../api/client';

interface Calendar extends HolidayCalendar {
  readonly today: PlainDate;
}

const TEN_MINUTES = 600_000;

/** The working calendar, and today as the server has it: a clock on a desk may be wrong. */
export function useCalendar() {
  return useQuery({
    queryKey: ['calendar'],
    queryFn: async (): Promise<Calendar> => {
      const { today, years, holidays, workdays } = await bodyOf(api.GET('/api/v1/calendar'));
      return { today: plainDate(today), years, holidays: new Set(holidays), workdays: new Set(workdays) };
    },
    staleTime: TEN_MINUTES,
    refetchInterval: TEN_MINUTES,
  });
}

/** Today as the server has it; undefined while that is not known. */
export const useToday = (): PlainDate | undefined => useCalendar().data?.today;

/** Working days until the last day of a term: 0 on the day itself, negative afterwards; undefined while that is not known. */
export function useWorkingDaysLeft(dueOn: string | null): number | undefined {
  const { data } = useCalendar();
  if (dueOn === null || !data) return undefined;
  return workingDaysBetween(data.today, plainDate(dueOn), data);
}

/** The same in days, for a term that the law counts so. */
export function useDaysLeft(dueOn: string | null): number | undefined {
  const { data } = useCalendar();
  return dueOn === null || !data ? undefined : daysBetween(data.today, plainDate(dueOn));
}
