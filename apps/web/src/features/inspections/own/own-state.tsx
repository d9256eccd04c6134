import { dayInWords, instantInTable, instantInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import type { OwnInspectionLine } from './queries';

/** Where the inspection stands, in one word. */
export function OwnState({ inspection: { result } }: { readonly inspection: OwnInspectionLine }) {
  if (!result) return <Mark tone="running">正在检查</Mark>;
  if (result.status === 'PENDING') return <Mark tone="attention">结果待公布</Mark>;
  return <Mark tone="good">结果已公布</Mark>;
}

/** When the public learns of the result, as a sentence. */
export function publicationInWords({ result }: OwnInspectionLine): string {
  return `${publicationOf(result, dayInWords, instantInWords)}向社会公布`;
}

/** The same in a column. */
export function publicationInTable({ result }: OwnInspectionLine): string {
  return publicationOf(result, (day) => `${day} `, instantInTable);
}

type Writing = (at: string) => string;

function publicationOf(result: OwnInspectionLine['result'], ofDay: Writing, ofInstant: Writing): string {
  if (!result) return '检查结束后';
  return result.publishedAt === null ? `${ofDay(result.dueOn)}以前` : ofInstant(result.publishedAt);
}
