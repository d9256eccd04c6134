import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import type { OwnInspectionLine } from './queries';

/** Where the inspection stands, in one word. */
export function OwnState({ inspection: { result } }: { readonly inspection: OwnInspectionLine }) {
  if (!result) return <Mark tone="running">正在检查</Mark>;
  if (result.status === 'PENDING') return <Mark tone="attention">结果待公布</Mark>;
  return <Mark tone="good">结果已公布</Mark>;
}

/** When the public learns of the result, as a sentence. */
export function publicationInWords(inspection: OwnInspectionLine): string {
  return `${publicationDay(inspection)}向社会公布`;
}

/** The same in a column. */
export function publicationDay({ result }: OwnInspectionLine): string {
  if (!result) return '检查结束后';
  return result.publishedAt === null ? `${dayInWords(result.dueOn)}以前` : instantInWords(result.publishedAt);
}
